// What stands before the C where cgo takes the place of assembly. A panic leaves C by longjmp, within one call of cgo.

#include <setjmp.h>

#define GOC_GC 1
#define GOC_CGO 1
#define GOC_ALIGN sizeof(void *)
#define GOC_BY_ADDRESS 1
#define GOC_FRAME(type) type *goc_p
#define goc_f (*goc_p)
#define GOC_RESULT(result) ((void)0)
#define GOC_OUTSIDE static

// All packages share these, whichever is linked first.
#define GOC_SHARED __attribute__((__weak__))
struct goc_way {
	jmp_buf back;
	__INTPTR_TYPE__ *words;
};
GOC_SHARED __thread struct goc_way *goc_way_here;

__attribute__((__noreturn__)) GOC_SHARED void goc_leave(__INTPTR_TYPE__ kind, __INTPTR_TYPE__ a, __INTPTR_TYPE__ n)
{
	struct goc_way *way = goc_way_here;
	way->words[0] = kind;
	way->words[1] = a;
	way->words[2] = n;
	longjmp(way->back, 1);
}

// Calls a function with its frame; a panic's words are left at the frame's end.
static inline void goc_enter(void (*function)(void *), void *frame, __INTPTR_TYPE__ *words)
{
	struct goc_way way, *before = goc_way_here;
	way.words = words;
	goc_way_here = &way;
	if (setjmp(way.back) == 0)
		function(frame);
	goc_way_here = before;
}
