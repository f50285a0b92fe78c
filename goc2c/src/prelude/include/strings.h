// Strings whose letters may be large or small, in ASCII: there is no locale.
#ifndef GOC_STRINGS_H
#define GOC_STRINGS_H

#include <stddef.h>

#pragma GCC visibility push(hidden)

int strcasecmp(const char *, const char *);
int strncasecmp(const char *, const char *, size_t);

#pragma GCC visibility pop

#endif
