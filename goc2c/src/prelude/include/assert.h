// assert of a C library, for which goc2c makes Go of C: what is not so is a panic in Go.
#undef assert
#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
#pragma GCC visibility push(hidden)
void goc_runtime_panicstring(const char *message) __asm__("runtime_panicstring") __attribute__((__noreturn__));
#pragma GCC visibility pop
#define assert(condition) ((condition) ? (void)0 : goc_runtime_panicstring("assertion failed: " #condition))
#endif

#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L && __STDC_VERSION__ < 202311L
#undef static_assert
#define static_assert _Static_assert
#endif
