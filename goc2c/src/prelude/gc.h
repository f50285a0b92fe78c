// What dialect gc puts in front of every file that it hands to the C compiler.

#define GOC_GC 1
#define GOC_ALIGN 8
#pragma GCC visibility push(hidden)

// A wrapper takes the frame that a Go call made: by gcc on amd64 the arguments lie where C passes a struct by value, else
// it is given their address. GOC_RESULT keeps the result there to the end, and tells the tool where that is.
#if defined(__x86_64__) && !defined(__clang__)
#define GOC_BY_ADDRESS 0
#define GOC_FRAME(type) type goc_f
#define GOC_RESULT(result)                                                        \
	__asm__ volatile(".pushsection .goc.results,\"\",@progbits\n\t.quad 771f\n\t" \
		".asciz \"%0\"\n\t.popsection\n771:" : : "m"(result))
#else
#define GOC_BY_ADDRESS 1
#define GOC_FRAME(type) type *goc_p
#define goc_f (*goc_p)
#define GOC_RESULT(result) ((void)0)
#endif

#ifdef __clang__
#define GOC_OWN __attribute__((__used__, __noinline__, __no_builtin__))
#define GOC_OUTSIDE
// Where C is checked as it runs, nothing stands in front of a function that tells its type.
#pragma clang attribute push(__attribute__((no_sanitize("function"))), apply_to = function)
#else
#define GOC_OWN __attribute__((__externally_visible__, __noipa__, __optimize__("no-tree-loop-distribute-patterns")))
#define GOC_OUTSIDE __attribute__((__externally_visible__))
#endif

// What compilers call by themselves. Only what is called is written. A file that has one of these itself is compiled with
// GOC_NO_ and its name.
typedef struct { __UINT64_TYPE__ low, high; } __attribute__((__packed__, __may_alias__)) goc_16;
typedef struct { __UINT64_TYPE__ all; } __attribute__((__packed__, __may_alias__)) goc_8;

#ifndef GOC_NO_memcpy
GOC_OWN void *memcpy(void *to, const void *from, __SIZE_TYPE__ n)
{
	unsigned char *t = (unsigned char *)to;
	const unsigned char *f = (const unsigned char *)from;
#ifdef __x86_64__
	if (n >= 512) {
		__asm__ volatile("rep movsb" : "+D"(t), "+S"(f), "+c"(n) : : "memory");
		return to;
	}
#endif
	if (n >= 16) {
		goc_16 last = *(const goc_16 *)(f + n - 16);
		unsigned char *end = t + n - 16;
		for (; t < end; t += 16, f += 16)
			*(goc_16 *)t = *(const goc_16 *)f;
		*(goc_16 *)end = last;
		return to;
	}
	if (n >= 8) {
		goc_8 first = *(const goc_8 *)f, last = *(const goc_8 *)(f + n - 8);
		*(goc_8 *)t = first;
		*(goc_8 *)(t + n - 8) = last;
		return to;
	}
	while (n-- > 0)
		*t++ = *f++;
	return to;
}
#endif

#ifndef GOC_NO_memmove
GOC_OWN void *memmove(void *to, const void *from, __SIZE_TYPE__ n)
{
	unsigned char *t = (unsigned char *)to;
	const unsigned char *f = (const unsigned char *)from;
	if ((__UINTPTR_TYPE__)t - (__UINTPTR_TYPE__)f >= n) {
		for (; n >= 8; n -= 8, t += 8, f += 8)
			*(goc_8 *)t = *(const goc_8 *)f;
		while (n-- > 0)
			*t++ = *f++;
		return to;
	}
	for (; n >= 8; n -= 8)
		*(goc_8 *)(t + n - 8) = *(const goc_8 *)(f + n - 8);
	while (n-- > 0)
		t[n] = f[n];
	return to;
}
#endif

#ifndef GOC_NO_memset
GOC_OWN void *memset(void *to, int byte, __SIZE_TYPE__ n)
{
	unsigned char *t = (unsigned char *)to;
	goc_8 eight = {(unsigned char)byte * 0x0101010101010101u};
	for (; n >= 8; n -= 8, t += 8)
		*(goc_8 *)t = eight;
	while (n-- > 0)
		*t++ = (unsigned char)byte;
	return to;
}
#endif

#ifndef GOC_NO_memcmp
GOC_OWN int memcmp(const void *a, const void *b, __SIZE_TYPE__ n)
{
	const unsigned char *p = (const unsigned char *)a, *q = (const unsigned char *)b;
	for (; n >= 8 && ((const goc_8 *)p)->all == ((const goc_8 *)q)->all; n -= 8, p += 8, q += 8)
		;
	for (; n > 0; n--, p++, q++)
		if (*p != *q)
			return *p - *q;
	return 0;
}
#endif

#ifndef GOC_NO_bcmp
// What clang makes of a comparison that only asks whether there is a difference.
GOC_OWN int bcmp(const void *a, const void *b, __SIZE_TYPE__ n)
{
	return __builtin_memcmp(a, b, n);
}
#endif

#ifndef GOC_NO_strlen
GOC_OWN __SIZE_TYPE__ strlen(const char *text)
{
	const char *end = text;
	while (*end != 0)
		end++;
	return (__SIZE_TYPE__)(end - text);
}
#endif

#ifndef GOC_NO_memchr
GOC_OWN void *memchr(const void *bytes, int byte, __SIZE_TYPE__ n)
{
	const unsigned char *p = (const unsigned char *)bytes;
	for (; n > 0; n--, p++)
		if (*p == (unsigned char)byte)
			return (void *)p;
	return (void *)0;
}
#endif

#ifndef GOC_NO_strncmp
GOC_OWN int strncmp(const char *a, const char *b, __SIZE_TYPE__ n)
{
	for (; n > 0; n--, a++, b++)
		if (*a != *b || *a == 0)
			return (unsigned char)*a - (unsigned char)*b;
	return 0;
}
#endif

#ifndef GOC_NO_strcmp
GOC_OWN int strcmp(const char *a, const char *b)
{
	for (; *a == *b; a++, b++)
		if (*a == 0)
			return 0;
	return (unsigned char)*a - (unsigned char)*b;
}
#endif

#ifndef GOC_NO_strchr
GOC_OWN char *strchr(const char *text, int letter)
{
	for (;; text++) {
		if (*text == (char)letter)
			return (char *)text;
		if (*text == 0)
			return (char *)0;
	}
}
#endif

#ifndef GOC_NO_strrchr
GOC_OWN char *strrchr(const char *text, int letter)
{
	const char *last = (const char *)0;
	do
		if (*text == (char)letter)
			last = text;
	while (*text++ != 0);
	return (char *)last;
}
#endif

#ifndef GOC_NO_strcpy
GOC_OWN char *strcpy(char *to, const char *from)
{
	char *t = to;
	while ((*t++ = *from++) != 0)
		;
	return to;
}
#endif

#ifndef GOC_NO_strncpy
GOC_OWN char *strncpy(char *to, const char *from, __SIZE_TYPE__ n)
{
	char *t = to;
	for (; n > 0 && *from != 0; n--)
		*t++ = *from++;
	for (; n > 0; n--)
		*t++ = 0;
	return to;
}
#endif

// The ones of a number, for processors that may not have an instruction for it.
GOC_OWN int __popcountdi2(__INT64_TYPE__ number)
{
	__UINT64_TYPE__ n = (__UINT64_TYPE__)number;
	n -= n >> 1 & 0x5555555555555555u;
	n = (n & 0x3333333333333333u) + (n >> 2 & 0x3333333333333333u);
	n = (n + (n >> 4)) & 0x0f0f0f0f0f0f0f0fu;
	return (int)(n * 0x0101010101010101u >> 56);
}

// Shifts of 16 bytes, which gcc does not write out where code is to be small.
GOC_OWN unsigned __int128 __ashlti3(unsigned __int128 number, int by)
{
	__UINT64_TYPE__ low = (__UINT64_TYPE__)number, high = (__UINT64_TYPE__)(number >> 64);
	if (by >= 64)
		return (unsigned __int128)(low << (by - 64)) << 64;
	if (by > 0)
		high = high << by | low >> (64 - by);
	return (unsigned __int128)high << 64 | low << by;
}

GOC_OWN unsigned __int128 __lshrti3(unsigned __int128 number, int by)
{
	__UINT64_TYPE__ low = (__UINT64_TYPE__)number, high = (__UINT64_TYPE__)(number >> 64);
	if (by >= 64)
		return high >> (by - 64);
	if (by > 0)
		low = low >> by | high << (64 - by);
	return (unsigned __int128)(high >> by) << 64 | low;
}

GOC_OWN __int128 __ashrti3(__int128 number, int by)
{
	__UINT64_TYPE__ low = (__UINT64_TYPE__)number;
	__INT64_TYPE__ high = (__INT64_TYPE__)(number >> 64);
	if (by >= 64)
		return high >> (by - 64);
	if (by > 0)
		low = low >> by | (__UINT64_TYPE__)high << (64 - by);
	return (__int128)(high >> by) << 64 | low;
}

// Products of complex numbers, by the formula that Go uses.
GOC_OWN double _Complex __muldc3(double a, double b, double c, double d)
{
	double _Complex product;
	__real__ product = a * c - b * d;
	__imag__ product = a * d + b * c;
	return product;
}

GOC_OWN float _Complex __mulsc3(float a, float b, float c, float d)
{
	float _Complex product;
	__real__ product = a * c - b * d;
	__imag__ product = a * d + b * c;
	return product;
}
