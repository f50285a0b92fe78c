// What of a C library's stdlib.h can be without a system. Memory is Go's: malloc and its kin are there with `goc2c --arena`, and
// refused without it where they are called.
#ifndef GOC_STDLIB_H
#define GOC_STDLIB_H

#include <stddef.h>

#pragma GCC visibility push(hidden)

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 0x7fffffff

typedef struct { int quot, rem; } div_t;
typedef struct { long quot, rem; } ldiv_t;
typedef struct { long long quot, rem; } lldiv_t;

void *malloc(size_t);
void *calloc(size_t, size_t);
void *realloc(void *, size_t);
void *aligned_alloc(size_t, size_t);
int posix_memalign(void **, size_t, size_t);
void free(void *);

// What would end the program is a panic.
__attribute__((__noreturn__)) static inline void abort(void) { __builtin_trap(); }
__attribute__((__noreturn__)) static inline void exit(int status) { (void)status; __builtin_trap(); }
__attribute__((__noreturn__)) static inline void _Exit(int status) { (void)status; __builtin_trap(); }
static inline int abs(int n) { return n < 0 ? -n : n; }
static inline long labs(long n) { return n < 0 ? -n : n; }
static inline long long llabs(long long n) { return n < 0 ? -n : n; }
static inline div_t div(int a, int b) { div_t r; r.quot = a / b; r.rem = a % b; return r; }
static inline ldiv_t ldiv(long a, long b) { ldiv_t r; r.quot = a / b; r.rem = a % b; return r; }
static inline lldiv_t lldiv(long long a, long long b) { lldiv_t r; r.quot = a / b; r.rem = a % b; return r; }

int atexit(void (*)(void));
char *getenv(const char *);
int system(const char *);
int atoi(const char *);
long atol(const char *);
long long atoll(const char *);
double atof(const char *);
long strtol(const char *, char **, int);
long long strtoll(const char *, char **, int);
unsigned long strtoul(const char *, char **, int);
unsigned long long strtoull(const char *, char **, int);
double strtod(const char *, char **);
float strtof(const char *, char **);
int rand(void);
void srand(unsigned);
void qsort(void *, size_t, size_t, int (*)(const void *, const void *));
void *bsearch(const void *, const void *, size_t, size_t, int (*)(const void *, const void *));

#pragma GCC visibility pop

#endif
