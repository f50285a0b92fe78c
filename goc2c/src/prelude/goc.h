// goc.h: Go's types in C, for what goc2c writes in dialects gccgo11 and gc.
//
// Written by `goc2c --emit prelude -o goc.h`; do not edit. A package keeps a copy beside its
// generated C. Valid C11 and C++17. Names are those of Go's types, nil, true, false, NULL, and what starts with goc_ or GOC_.

#ifndef GOC_VERSION
#define GOC_VERSION 2

// Sizes and members are gccgo's, on every architecture.

#if !defined(__cplusplus) && !defined(bool) && (!defined(__STDC_VERSION__) || __STDC_VERSION__ < 202311L)
typedef _Bool bool;
#endif
#if !defined(__cplusplus) && !defined(true) && (!defined(__STDC_VERSION__) || __STDC_VERSION__ < 202311L)
#define true 1
#define false 0
#endif
#ifdef __cplusplus
#define nil nullptr
#else
#define nil ((void *)0)
#endif
#ifndef NULL
#define NULL nil
#endif
typedef __INT8_TYPE__ int8;
typedef __INT16_TYPE__ int16;
typedef __INT32_TYPE__ int32;
typedef __INT64_TYPE__ int64;
typedef __UINT8_TYPE__ uint8;
typedef __UINT16_TYPE__ uint16;
typedef __UINT32_TYPE__ uint32;
typedef __UINT64_TYPE__ uint64;
typedef __UINT8_TYPE__ byte;
typedef __INT32_TYPE__ rune;
typedef float float32;
typedef double float64;
__extension__ typedef float _Complex complex64;
__extension__ typedef double _Complex complex128;
typedef __INTPTR_TYPE__ intgo;    // int
typedef __UINTPTR_TYPE__ uintgo;  // uint
typedef __UINTPTR_TYPE__ uintptr;

// string: bytes that nobody may change, and no NUL behind them.
typedef struct {
	const uint8 *str;
	intgo len;
} String;

// []T
typedef struct {
	void *array;
	intgo len;
	intgo cap;
} Slice;

// interface{}: the type's descriptor and a pointer to the value (or the pointer that is the value).
typedef struct {
	const void *type;
	void *data;
} Eface;

// Any other interface: its first table entry is the type's descriptor, the others are the methods.
typedef struct {
	const void **tab;
	void *data;
} Iface;

// A func value is a pointer to one of these; what it closes over lies behind fn.
typedef struct {
	void *fn;
} FuncVal;

// The package's part of a symbol: what `go build` passes, else what gccgo takes without -fgo-pkgpath.
// The argument is the package's name, mangled.
#ifdef GOPKGPATH
#define GOC_PKG(name) GOPKGPATH
#else
#define GOC_PKG(name) "go_0" #name
#endif

#ifdef __cplusplus
extern "C" {
#endif

// Functions of gccgo's runtime.
void goc_runtime_panicstring(const char *message) __asm__("runtime_panicstring")
	__attribute__((__noreturn__));
void goc_runtime_panic_index(intgo index, intgo length) __asm__("runtime.goPanicIndex")
	__attribute__((__noreturn__));
void *goc_runtime_malloc(uintptr size, const void *type, bool zero) __asm__("runtime.mallocgc");
void *goc_runtime_new(const void *type) __asm__("runtime.newobject");

#ifdef __cplusplus
}
#endif

// Panics in Go, with "runtime error: " and the message. Never returns; a deferred recover sees it.
__attribute__((__noreturn__)) static inline void goc_panic(const char *message)
{
	goc_runtime_panicstring(message);
}

// Size bytes from Go's heap, zeroed. The garbage collector does not look for pointers in them.
static inline void *goc_alloc(uintptr size)
{
	return goc_runtime_malloc(size, (const void *)0, 1);
}

// A zeroed value on Go's heap. The descriptor of T is a symbol: the package's part, ".T..d".
static inline void *goc_new(const void *type)
{
	return goc_runtime_new(type);
}

// The string of n bytes at p, which stay where they are: they must not change, nor be freed.
static inline String goc_string(const void *p, intgo n)
{
	String s;
	s.str = (const uint8 *)p;
	s.len = n;
	return s;
}

// The string of a C string's bytes, which stay where they are.
static inline String goc_cstring(const char *p)
{
	return goc_string(p, (intgo)__builtin_strlen(p));
}

// The string of a copy of n bytes at p.
static inline String goc_string_copy(const void *p, intgo n)
{
	void *copy;
	if (n <= 0)
		return goc_string((const void *)0, 0);
	copy = goc_alloc((uintptr)n);
	__builtin_memcpy(copy, p, (__SIZE_TYPE__)n);
	return goc_string(copy, n);
}

// Less than, equal to or greater than 0, as a is to b, byte by byte.
static inline int goc_string_compare(String a, String b)
{
	intgo n = a.len < b.len ? a.len : b.len;
	int order = n > 0 ? __builtin_memcmp(a.str, b.str, (__SIZE_TYPE__)n) : 0;
	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

static inline bool goc_string_equal(String a, String b)
{
	return a.len == b.len && goc_string_compare(a, b) == 0;
}

// The slice of n elements at p, which stay where they are.
static inline Slice goc_slice(void *p, intgo n)
{
	Slice s;
	s.array = p;
	s.len = n;
	s.cap = n;
	return s;
}

// A slice of n zeroed elements of that many bytes each, without pointers.
static inline Slice goc_make(intgo n, uintptr size)
{
	if (n < 0 || (size != 0 && (uintptr)n > (~(uintptr)0 >> 1) / size))
		goc_panic("goc_make: length out of range");
	return goc_slice(goc_alloc((uintptr)n * size), n);
}

// s[low:high], of elements of that many bytes each; panics as Go does when they are out of range.
static inline Slice goc_subslice(Slice s, intgo low, intgo high, uintptr size)
{
	Slice part = s;
	if (high < 0 || high > s.cap)
		goc_runtime_panic_index(high, s.cap);
	if (low < 0 || low > high)
		goc_runtime_panic_index(low, high);
	// Not past the array's end, where another object may lie.
	if (s.cap > low)
		part.array = (uint8 *)s.array + (uintptr)low * size;
	part.len = high - low;
	part.cap = s.cap - low;
	return part;
}

// The address of s[i], of elements of that many bytes each; panics as Go does when i is out of range.
static inline void *goc_index(Slice s, intgo i, uintptr size)
{
	if ((uintgo)i >= (uintgo)s.len)
		goc_runtime_panic_index(i, s.len);
	return (uint8 *)s.array + (uintptr)i * size;
}

// s[i] of a []T, to be read or assigned to; panics as Go does when i is out of range.
#define goc_at(T, s, i) (*(T *)goc_index((s), (i), sizeof(T)))

#endif
