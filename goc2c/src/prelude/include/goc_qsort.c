// qsort, in place, without recursion and with a bound: a heap sort that goes down to a leaf and up again, which asks for about
// as many comparisons as can be done with.
#include "goc_libc.h"
#include <stdlib.h>

typedef int (*comparison)(const void *, const void *);

// What is sorted.
typedef struct {
	unsigned char *table;
	size_t size;
	comparison compare;
} order;

static void swap(const order *o, size_t i, size_t j)
{
	unsigned char *a = o->table + i * o->size, *b = o->table + j * o->size;
	size_t n = o->size;
	for (; n >= 8; n -= 8, a += 8, b += 8) {
		uint64_t x, y;
		__builtin_memcpy(&x, a, 8);
		__builtin_memcpy(&y, b, 8);
		__builtin_memcpy(a, &y, 8);
		__builtin_memcpy(b, &x, 8);
	}
	for (; n > 0; n--, a++, b++) {
		unsigned char byte = *a;
		*a = *b;
		*b = byte;
	}
}

static int is_below(const order *o, size_t i, size_t j)
{
	return o->compare(o->table + i * o->size, o->table + j * o->size) < 0;
}

// Lets the element at the root of a part of the heap sink to its place among count elements.
static void sink(const order *o, size_t root, size_t count)
{
	size_t leaf = root, path, level = 0;
	// Always to the larger child, down to a leaf.
	while (2 * leaf + 2 < count) {
		leaf = 2 * leaf + 1 + (size_t)is_below(o, 2 * leaf + 1, 2 * leaf + 2);
		level++;
	}
	if (2 * leaf + 1 < count) {
		leaf = 2 * leaf + 1;
		level++;
	}
	// Up to what is not below it.
	while (leaf != root && is_below(o, leaf, root)) {
		leaf = (leaf - 1) / 2;
		level--;
	}
	// All on the way move up by one: from the root on each changes places with the next.
	for (path = root; level > 0; level--) {
		size_t next = ((leaf + 1) >> (level - 1)) - 1;
		swap(o, path, next);
		path = next;
	}
}

GOC_LIBC void qsort(void *table, size_t count, size_t size, comparison compare)
{
	order o = {(unsigned char *)table, size, compare};
	size_t at;
	if (count < 2 || size == 0)
		return;
	for (at = count / 2; at-- > 0;)
		sink(&o, at, count);
	for (at = count - 1; at > 0; at--) {
		swap(&o, 0, at);
		sink(&o, 0, at);
	}
}
