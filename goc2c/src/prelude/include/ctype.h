// Kinds of letters, in ASCII: there is no locale.
#ifndef GOC_CTYPE_H
#define GOC_CTYPE_H

static inline int goc_is_between(int c, int first, int last) { return c >= first && c <= last; }

static inline int isdigit(int c) { return goc_is_between(c, '0', '9'); }
static inline int islower(int c) { return goc_is_between(c, 'a', 'z'); }
static inline int isupper(int c) { return goc_is_between(c, 'A', 'Z'); }
static inline int isalpha(int c) { return islower(c | 32); }
static inline int isalnum(int c) { return isalpha(c) || isdigit(c); }
static inline int isxdigit(int c) { return isdigit(c) || goc_is_between(c | 32, 'a', 'f'); }
static inline int isblank(int c) { return c == ' ' || c == '\t'; }
static inline int isspace(int c) { return c == ' ' || goc_is_between(c, '\t', '\r'); }
static inline int iscntrl(int c) { return goc_is_between(c, 0, 31) || c == 127; }
static inline int isprint(int c) { return goc_is_between(c, ' ', '~'); }
static inline int isgraph(int c) { return goc_is_between(c, '!', '~'); }
static inline int ispunct(int c) { return isgraph(c) && !isalnum(c); }
static inline int tolower(int c) { return isupper(c) ? c | 32 : c; }
static inline int toupper(int c) { return islower(c) ? c & ~32 : c; }

#endif
