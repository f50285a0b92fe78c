// What the files of goc's own part of a C library share. A file is a package's where that calls a function of the file that it
// does not have itself.
#ifndef GOC_LIBC_H
#define GOC_LIBC_H

#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

// Stands before each function that other files may call: one of that name in the package comes before it.
#define GOC_LIBC __attribute__((__weak__))

#define GOC_NO_LIMIT ((size_t)-1)

__extension__ typedef unsigned __int128 goc_128;

static inline int goc_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

// The value of a digit in bases up to 36; 36 for what is none.
static inline int goc_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'z' ? c - 'a' + 10 : 36;
}

// A text of which at most so many bytes count.
typedef struct {
	const char *text;
	size_t most;
} goc_text;

static inline char goc_at(const goc_text *text, size_t at)
{
	return at < text->most ? text->text[at] : 0;
}

// A whole number as it was read.
typedef struct {
	uint64_t size;
	int is_negative;
	// Whether it has more than 64 bits.
	int is_over;
	// Its bytes; 0 where there is none.
	size_t length;
} goc_whole;

goc_whole goc_read_whole(goc_text text, int base);
// What a signed number of 64 bits is of it: the nearest.
int64_t goc_signed(goc_whole whole);
// What an unsigned one is.
uint64_t goc_unsigned(goc_whole whole);

// The kinds of floating point numbers.
typedef enum { GOC_FLOAT, GOC_DOUBLE } goc_kind;

// The nearest number of a kind to that at the start of a text, which it says the length of; 0 where there is none.
double goc_read_float(goc_text text, goc_kind kind, size_t *length);

// How many bytes the number of a conversion has, which letters before its own say.
typedef enum { GOC_CHAR, GOC_SHORT, GOC_INT, GOC_LONG, GOC_LONG_DOUBLE } goc_size;

static inline const char *goc_read_size(const char *format, goc_size *size)
{
	char first = *format;
	*size = GOC_INT;
	if (first == 'h' || first == 'l') {
		int is_twice = format[1] == first;
		*size = first == 'l' ? GOC_LONG : is_twice ? GOC_CHAR : GOC_SHORT;
		return format + 1 + is_twice;
	}
	if (first == 'j' || first == 't' || first == 'z')
		*size = GOC_LONG;
	else if (first == 'L')
		*size = GOC_LONG_DOUBLE;
	return format + (*size != GOC_INT);
}

// Where printf writes: what has no room is only counted.
typedef struct {
	char *to;
	size_t room, length;
} goc_sink;

static inline void goc_put(goc_sink *sink, char c)
{
	if (sink->length < sink->room)
		sink->to[sink->length] = c;
	sink->length++;
}

static inline void goc_put_many(goc_sink *sink, char c, long count)
{
	for (; count > 0; count--)
		goc_put(sink, c);
}

// What stands between % and the letter of a conversion.
typedef struct {
	int is_left, has_plus, has_blank, is_other, has_zeros;
	// The precision is -1 where there is none.
	int width, precision;
	char letter;
} goc_spec;

// Puts what stands before digits: blanks, a sign or 0x, zeros. length is that of the digits. The blanks behind them are left.
long goc_put_start(goc_sink *sink, const goc_spec *spec, const char *prefix, long length, int may_have_zeros);

void goc_put_float(goc_sink *sink, const goc_spec *spec, double number);

#pragma GCC visibility pop

#endif
