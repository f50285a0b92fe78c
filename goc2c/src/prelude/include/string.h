// Bytes and strings. strdup and strndup are there with `goc2c --arena`; strtok, which keeps a variable, and strerror are refused
// where they are called.
#ifndef GOC_STRING_H
#define GOC_STRING_H

#include <stddef.h>

#pragma GCC visibility push(hidden)

void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
int memcmp(const void *, const void *, size_t);
void *memchr(const void *, int, size_t);
size_t strlen(const char *);
int strcmp(const char *, const char *);
int strncmp(const char *, const char *, size_t);
char *strchr(const char *, int);
char *strrchr(const char *, int);
char *strcpy(char *, const char *);
char *strncpy(char *, const char *, size_t);

char *strcat(char *, const char *);
char *strncat(char *, const char *, size_t);
char *strstr(const char *, const char *);
size_t strspn(const char *, const char *);
size_t strcspn(const char *, const char *);
char *strpbrk(const char *, const char *);
int strcoll(const char *, const char *);
char *strtok(char *, const char *);
char *strdup(const char *);
char *strerror(int);

// Those of POSIX, where the compiler is not told that C's alone are wanted, as other libraries do it.
#if !defined(__STRICT_ANSI__) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_DEFAULT_SOURCE) || \
	defined(_GNU_SOURCE)
#include <strings.h>
size_t strnlen(const char *, size_t);
char *stpcpy(char *, const char *);
char *stpncpy(char *, const char *, size_t);
void *memccpy(void *, const void *, int, size_t);
char *strtok_r(char *, const char *, char **);
char *strsep(char **, const char *);
char *strndup(const char *, size_t);
#endif
#ifdef _GNU_SOURCE
void *memmem(const void *, size_t, const void *, size_t);
void *memrchr(const void *, int, size_t);
char *strchrnul(const char *, int);
#endif

#pragma GCC visibility pop

#endif
