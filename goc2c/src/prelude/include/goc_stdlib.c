// Whole numbers, and tables in order.
#include "goc_libc.h"
#include <stdlib.h>

GOC_LIBC goc_whole goc_read_whole(goc_text text, int base)
{
	goc_whole whole = {0, 0, 0, 0};
	char sign = goc_at(&text, 0);
	size_t at = sign == '-' || sign == '+';
	if ((base == 0 || base == 16) && goc_at(&text, at) == '0' && (goc_at(&text, at + 1) | 32) == 'x' &&
	    goc_digit(goc_at(&text, at + 2)) < 16) {
		at += 2;
		base = 16;
	} else if (base == 0)
		base = goc_at(&text, at) == '0' ? 8 : 10;
	whole.is_negative = sign == '-';
	for (; goc_digit(goc_at(&text, at)) < base; at++) {
		goc_128 next = (goc_128)whole.size * (unsigned)base + (unsigned)goc_digit(goc_at(&text, at));
		whole.is_over |= next >> 64 != 0;
		whole.size = (uint64_t)next;
		whole.length = at + 1;
	}
	return whole;
}

GOC_LIBC int64_t goc_signed(goc_whole whole)
{
	uint64_t most = (uint64_t)INT64_MAX + (whole.is_negative != 0);
	uint64_t size = whole.is_over || whole.size > most ? most : whole.size;
	return (int64_t)(whole.is_negative ? -size : size);
}

GOC_LIBC uint64_t goc_unsigned(goc_whole whole)
{
	if (whole.is_over)
		return UINT64_MAX;
	return whole.is_negative ? -whole.size : whole.size;
}

static goc_whole read_whole(const char *text, char **end, int base)
{
	goc_text rest = {text, GOC_NO_LIMIT};
	goc_whole whole = {0, 0, 0, 0};
	while (goc_is_space(*rest.text))
		rest.text++;
	if (base == 0 || (base >= 2 && base <= 36))
		whole = goc_read_whole(rest, base);
	if (end != NULL)
		*end = (char *)(whole.length == 0 ? text : rest.text + whole.length);
	return whole;
}

GOC_LIBC long strtol(const char *text, char **end, int base)
{
	return goc_signed(read_whole(text, end, base));
}

GOC_LIBC long long strtoll(const char *text, char **end, int base)
{
	return goc_signed(read_whole(text, end, base));
}

GOC_LIBC unsigned long strtoul(const char *text, char **end, int base)
{
	return goc_unsigned(read_whole(text, end, base));
}

GOC_LIBC unsigned long long strtoull(const char *text, char **end, int base)
{
	return goc_unsigned(read_whole(text, end, base));
}

GOC_LIBC int atoi(const char *text)
{
	return (int)goc_signed(read_whole(text, NULL, 10));
}

GOC_LIBC long atol(const char *text)
{
	return goc_signed(read_whole(text, NULL, 10));
}

GOC_LIBC long long atoll(const char *text)
{
	return goc_signed(read_whole(text, NULL, 10));
}

GOC_LIBC void *bsearch(const void *key, const void *table, size_t count, size_t size,
                       int (*compare)(const void *, const void *))
{
	const unsigned char *start = (const unsigned char *)table;
	while (count > 0) {
		const unsigned char *middle = start + count / 2 * size;
		int order = compare(key, middle);
		if (order == 0)
			return (void *)middle;
		if (order > 0) {
			start = middle + size;
			count--;
		}
		count /= 2;
	}
	return NULL;
}

// The numbers are a process's, as all variables of C are: goroutines that take them side by side may get the same.
static uint64_t seed = 1;

GOC_LIBC void srand(unsigned start)
{
	__atomic_store_n(&seed, start, __ATOMIC_RELAXED);
}

GOC_LIBC int rand(void)
{
	// The multiplier is one of those in Knuth's table (The Art of Computer Programming, section 3.3.4).
	uint64_t next = __atomic_load_n(&seed, __ATOMIC_RELAXED) * 6364136223846793005u + 1;
	__atomic_store_n(&seed, next, __ATOMIC_RELAXED);
	return (int)(next >> 33);
}
