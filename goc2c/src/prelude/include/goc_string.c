// Functions on strings.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include "goc_libc.h"
#include <string.h>

GOC_LIBC char *stpcpy(char *to, const char *from)
{
	for (; (*to = *from) != 0; to++, from++)
		;
	return to;
}

GOC_LIBC char *stpncpy(char *to, const char *from, size_t n)
{
	char *end;
	for (; n > 0 && (*to = *from) != 0; n--, to++, from++)
		;
	end = to;
	for (; n > 0; n--)
		*to++ = 0;
	return end;
}

GOC_LIBC char *strcat(char *to, const char *from)
{
	char *end = to;
	while (*end != 0)
		end++;
	for (; (*end = *from) != 0; end++, from++)
		;
	return to;
}

GOC_LIBC size_t strnlen(const char *text, size_t n)
{
	size_t length = 0;
	while (length < n && text[length] != 0)
		length++;
	return length;
}

GOC_LIBC char *strncat(char *to, const char *from, size_t n)
{
	char *end = to;
	while (*end != 0)
		end++;
	for (; n > 0 && *from != 0; n--)
		*end++ = *from++;
	*end = 0;
	return to;
}

GOC_LIBC void *memccpy(void *to, const void *from, int last, size_t n)
{
	unsigned char *t = (unsigned char *)to;
	const unsigned char *f = (const unsigned char *)from;
	for (; n > 0; n--)
		if ((*t++ = *f++) == (unsigned char)last)
			return t;
	return NULL;
}

GOC_LIBC void *memrchr(const void *bytes, int byte, size_t n)
{
	const unsigned char *p = (const unsigned char *)bytes;
	while (n-- > 0)
		if (p[n] == (unsigned char)byte)
			return (void *)(p + n);
	return NULL;
}

GOC_LIBC char *strchrnul(const char *text, int letter)
{
	while (*text != 0 && *text != (char)letter)
		text++;
	return (char *)text;
}

// Where the rest of what is sought can start, and its longest end that can start it anew: Crochemore and Perrin's
// factorization, by which a search takes time in proportion to both lengths, and no memory.
static size_t split(const unsigned char *sought, size_t n, int is_reverse, size_t *period)
{
	size_t start = (size_t)-1, at = 0, k = 1, p = 1;
	while (at + k < n) {
		unsigned char a = sought[at + k], b = sought[start + k];
		if (a == b) {
			if (k == p) {
				at += p;
				k = 1;
			} else
				k++;
		} else if ((a < b) != is_reverse) {
			at += k;
			k = 1;
			p = at - start;
		} else {
			start = at++;
			k = p = 1;
		}
	}
	*period = p;
	return start + 1;
}

static void *find(const unsigned char *in, size_t size, const unsigned char *sought, size_t n)
{
	size_t period, other, at = 0, known = 0, i;
	size_t half = split(sought, n, 0, &period), reverse = split(sought, n, 1, &other);
	int is_periodic;
	if (n == 0)
		return (void *)in;
	if (reverse > half) {
		half = reverse;
		period = other;
	}
	is_periodic = half + period <= n && __builtin_memcmp(sought, sought + period, half) == 0;
	if (!is_periodic)
		period = (half > n - half ? half : n - half) + 1;
	while (n <= size && at <= size - n) {
		for (i = half > known ? half : known; i < n && sought[i] == in[at + i]; i++)
			;
		if (i < n) {
			at += i - half + 1;
			known = 0;
			continue;
		}
		for (i = half; i > known && sought[i - 1] == in[at + i - 1]; i--)
			;
		if (i <= known)
			return (void *)(in + at);
		at += period;
		known = is_periodic ? n - period : 0;
	}
	return NULL;
}

GOC_LIBC void *memmem(const void *bytes, size_t size, const void *sought, size_t n)
{
	return find((const unsigned char *)bytes, size, (const unsigned char *)sought, n);
}

GOC_LIBC char *strstr(const char *in, const char *sought)
{
	const char *start = *sought == 0 ? in : strchr(in, *sought);
	if (start == NULL || *sought == 0 || sought[1] == 0)
		return (char *)start;
	return (char *)find((const unsigned char *)start, strlen(start), (const unsigned char *)sought, strlen(sought));
}

// A set of bytes.
typedef struct {
	uint64_t bits[4];
} set;

static void fill(set *s, const char *letters)
{
	__builtin_memset(s, 0, sizeof *s);
	for (; *letters != 0; letters++)
		s->bits[(unsigned char)*letters / 64] |= (uint64_t)1 << (unsigned char)*letters % 64;
}

static int has(const set *s, char letter)
{
	return s->bits[(unsigned char)letter / 64] >> (unsigned char)letter % 64 & 1;
}

static size_t length_of(const char *text, const char *letters)
{
	set s;
	size_t n = 0;
	fill(&s, letters);
	while (has(&s, text[n]))
		n++;
	return n;
}

GOC_LIBC size_t strspn(const char *text, const char *letters)
{
	return length_of(text, letters);
}

static size_t length_without(const char *text, const char *letters)
{
	set s;
	size_t n = 0;
	fill(&s, letters);
	while (text[n] != 0 && !has(&s, text[n]))
		n++;
	return n;
}

GOC_LIBC size_t strcspn(const char *text, const char *letters)
{
	return length_without(text, letters);
}

GOC_LIBC char *strpbrk(const char *text, const char *letters)
{
	text += length_without(text, letters);
	return *text == 0 ? NULL : (char *)text;
}

GOC_LIBC char *strtok_r(char *text, const char *letters, char **rest)
{
	char *end;
	if (text == NULL)
		text = *rest;
	text += length_of(text, letters);
	end = text + length_without(text, letters);
	*rest = end;
	if (end == text)
		return NULL;
	if (*end != 0)
		*(*rest)++ = 0;
	*end = 0;
	return text;
}

GOC_LIBC char *strsep(char **rest, const char *letters)
{
	char *text = *rest, *end;
	if (text == NULL)
		return NULL;
	end = text + length_without(text, letters);
	*rest = *end == 0 ? NULL : end + 1;
	*end = 0;
	return text;
}

static int lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c | 32 : (unsigned char)c;
}

static int compare(const char *a, const char *b, size_t n)
{
	for (; n > 0; n--, a++, b++)
		if (lower(*a) != lower(*b) || *a == 0)
			return lower(*a) - lower(*b);
	return 0;
}

GOC_LIBC int strncasecmp(const char *a, const char *b, size_t n)
{
	return compare(a, b, n);
}

GOC_LIBC int strcasecmp(const char *a, const char *b)
{
	return compare(a, b, GOC_NO_LIMIT);
}

// Without a locale the order of texts is that of their bytes.
GOC_LIBC int strcoll(const char *a, const char *b)
{
	return strcmp(a, b);
}
