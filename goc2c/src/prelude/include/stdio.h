// Texts are made and read by goc's own functions. Files are Go's: what is declared for them lets a library compile, and is
// refused by its name where it is called. What writes has its name in brackets, so that a macro may leave it out:
// -Dfprintf(...)=0.
#ifndef GOC_STDIO_H
#define GOC_STDIO_H

#include <stddef.h>
#include <stdarg.h>

#pragma GCC visibility push(hidden)

typedef struct goc_file FILE;
typedef long fpos_t;
extern FILE *stdin, *stdout, *stderr;

#define EOF (-1)
#define BUFSIZ 8192
#define FILENAME_MAX 4096
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2

FILE *fopen(const char *, const char *);
FILE *freopen(const char *, const char *, FILE *);
FILE *tmpfile(void);
int fclose(FILE *);
int (fflush)(FILE *);
int setvbuf(FILE *, char *, int, size_t);
size_t fread(void *, size_t, size_t, FILE *);
size_t (fwrite)(const void *, size_t, size_t, FILE *);
int fseek(FILE *, long, int);
long ftell(FILE *);
int fseeko(FILE *, long, int);
long ftello(FILE *);
void rewind(FILE *);
int feof(FILE *);
int ferror(FILE *);
void clearerr(FILE *);
int fgetc(FILE *);
int getc(FILE *);
int getchar(void);
int ungetc(int, FILE *);
char *fgets(char *, int, FILE *);
int (fputc)(int, FILE *);
int (putc)(int, FILE *);
int (putchar)(int);
int (fputs)(const char *, FILE *);
int (puts)(const char *);
int (printf)(const char *, ...);
int (fprintf)(FILE *, const char *, ...);
int sprintf(char *, const char *, ...);
int snprintf(char *, size_t, const char *, ...);
int (vprintf)(const char *, va_list);
int (vfprintf)(FILE *, const char *, va_list);
int vsprintf(char *, const char *, va_list);
int vsnprintf(char *, size_t, const char *, va_list);
int scanf(const char *, ...);
int fscanf(FILE *, const char *, ...);
int sscanf(const char *, const char *, ...);
int vsscanf(const char *, const char *, va_list);
int remove(const char *);
int rename(const char *, const char *);
void (perror)(const char *);

#pragma GCC visibility pop

#endif
