// Copies of strings in the arena of a call.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include "goc_libc.h"
#include <stdlib.h>
#include <string.h>

static char *copy(const char *text, size_t n)
{
	char *new = (char *)malloc(n + 1);
	if (new != NULL) {
		__builtin_memcpy(new, text, n);
		new[n] = 0;
	}
	return new;
}

GOC_LIBC char *strdup(const char *text)
{
	return copy(text, strlen(text));
}

GOC_LIBC char *strndup(const char *text, size_t n)
{
	size_t length = 0;
	while (length < n && text[length] != 0)
		length++;
	return copy(text, length);
}
