// malloc and its kin over the arena of a call. A piece has a head of 16 bytes, and one of 96 sizes: two between a power of
// two and the next. What is freed waits in a list of its size; the last piece goes back to the rest.
#include "goc_arena.h"

enum { HEAD = 16, SIZES = 96, EXACT = SIZES };
#define MOST ((size_t)1 << 46)

typedef struct head {
	size_t size;
	size_t list;
} head;

typedef struct piece {
	struct piece *next;
} piece;

struct goc_arena {
	unsigned char *rest, *end;
	size_t used, peak;
	piece *lists[SIZES];
};

goc_arena *goc_arena_get(void);
void goc_arena_set(goc_arena *);

static size_t rounded(size_t n)
{
	return (n + 15) & ~(size_t)15;
}

// The size of a list: 16, 32, 48, 64, 96, 128, …
static size_t size_of(size_t list)
{
	return list == 0 ? 16 : (size_t)(list & 1 ? 32 : 48) << (list - 1) / 2;
}

// The first list whose pieces have room for n bytes.
static size_t list_for(size_t n)
{
	size_t list, power;
	if (n <= 16)
		return 0;
	power = 63 - (size_t)__builtin_clzll(n - 1);
	list = 2 * (power - 4) + 1;
	// Above the power of two: one and a half of it, or the next.
	if (power == 4)
		return 1;
	return n <= size_of(list - 1) ? list - 1 : list;
}

goc_arena *goc_arena_begin(void *mem, size_t n)
{
	size_t skip = -(size_t)mem & 15;
	goc_arena *arena = (goc_arena *)((unsigned char *)mem + skip);
	if (mem == NULL || n < skip || n - skip < rounded(sizeof *arena) + HEAD)
		return NULL;
	__builtin_memset(arena, 0, sizeof *arena);
	arena->rest = (unsigned char *)arena + rounded(sizeof *arena);
	arena->end = (unsigned char *)mem + n;
	goc_arena_set(arena);
	return arena;
}

void goc_arena_use(goc_arena *arena)
{
	goc_arena_set(arena);
}

size_t goc_arena_peak(void)
{
	goc_arena *arena = goc_arena_get();
	return arena == NULL ? 0 : arena->peak;
}

static void *taken(goc_arena *arena, head *h)
{
	arena->used += h->size + HEAD;
	if (arena->used > arena->peak)
		arena->peak = arena->used;
	return (unsigned char *)h + HEAD;
}

// Not malloc itself: of malloc and memset the compiler would make calloc, in calloc.
static __attribute__((__noinline__)) void *take(size_t n)
{
	goc_arena *arena = goc_arena_get();
	size_t list, size, left;
	head *h;
	if (arena == NULL || n > MOST)
		return NULL;
	list = list_for(n);
	if (arena->lists[list] != NULL) {
		h = (head *)((unsigned char *)arena->lists[list] - HEAD);
		arena->lists[list] = arena->lists[list]->next;
		return taken(arena, h);
	}
	left = (size_t)(arena->end - arena->rest);
	size = size_of(list);
	if (left < HEAD || left - HEAD < size) {
		// The last room is given away to the byte.
		size = rounded(n == 0 ? 1 : n);
		list = EXACT;
		if (left < HEAD || left - HEAD < size)
			return NULL;
	}
	h = (head *)arena->rest;
	h->size = size;
	h->list = list;
	arena->rest += HEAD + size;
	return taken(arena, h);
}

void *malloc(size_t n)
{
	return take(n);
}

void free(void *bytes)
{
	goc_arena *arena = goc_arena_get();
	head *h;
	if (arena == NULL || bytes == NULL)
		return;
	h = (head *)((unsigned char *)bytes - HEAD);
	arena->used -= h->size + HEAD;
	if ((unsigned char *)bytes + h->size == arena->rest)
		arena->rest = (unsigned char *)h;
	else if (h->list != EXACT) {
		((piece *)bytes)->next = arena->lists[h->list];
		arena->lists[h->list] = (piece *)bytes;
	}
}

void *calloc(size_t count, size_t size)
{
	size_t n;
	void *bytes;
	if (__builtin_mul_overflow(count, size, &n))
		return NULL;
	bytes = take(n);
	if (bytes != NULL)
		__builtin_memset(bytes, 0, n);
	return bytes;
}

// Makes the last piece larger where it lies, if there is room.
static int grown(goc_arena *arena, head *h, size_t n)
{
	unsigned char *bytes = (unsigned char *)h + HEAD;
	size_t left = (size_t)(arena->end - bytes), list = list_for(n), size = size_of(list);
	if (bytes + h->size != arena->rest)
		return 0;
	if (size > left) {
		size = rounded(n);
		list = EXACT;
	}
	if (size > left)
		return 0;
	arena->used -= h->size + HEAD;
	h->size = size;
	h->list = list;
	arena->rest = bytes + size;
	taken(arena, h);
	return 1;
}

void *realloc(void *bytes, size_t n)
{
	goc_arena *arena = goc_arena_get();
	head *h;
	void *more;
	if (bytes == NULL)
		return take(n);
	h = (head *)((unsigned char *)bytes - HEAD);
	if (arena == NULL || n > MOST)
		return NULL;
	if (n <= h->size || grown(arena, h, n))
		return bytes;
	more = take(n);
	if (more != NULL) {
		__builtin_memcpy(more, bytes, h->size);
		free(bytes);
	}
	return more;
}
