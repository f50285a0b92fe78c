// Memory of a call: bytes that Go passes in, which malloc and its kin take from. Only with `goc2c --arena`.
#ifndef GOC_ARENA_H
#define GOC_ARENA_H

#include <stddef.h>

#pragma GCC visibility push(hidden)

typedef struct goc_arena goc_arena;

// Makes an arena of n bytes at mem; it is the call's from here on. Null if there is no room for one.
goc_arena *goc_arena_begin(void *mem, size_t n);
// An arena that an earlier call made is this call's, too; null for none.
void goc_arena_use(goc_arena *arena);
// The most bytes that were in use at once, with what their places take.
size_t goc_arena_peak(void);

#pragma GCC visibility pop

#endif
