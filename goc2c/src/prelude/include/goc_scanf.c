// sscanf and vsscanf.
#include "goc_libc.h"
#include <stdarg.h>
#include <stdio.h>

// A conversion: what stands between % and its letter, and that.
typedef struct {
	int is_left_out;
	size_t width;
	goc_size size;
	char letter;
} spec;

// What is read.
typedef struct {
	const char *start, *text;
	// What was stored, and how it ends where something is not as it should be.
	int stored, is_over;
} source;

static void store(void *to, goc_size size, uint64_t number)
{
	if (size == GOC_CHAR)
		*(unsigned char *)to = (unsigned char)number;
	else if (size == GOC_SHORT)
		*(unsigned short *)to = (unsigned short)number;
	else if (size == GOC_INT)
		*(unsigned *)to = (unsigned)number;
	else
		*(unsigned long *)to = number;
}

static void skip_spaces(source *s)
{
	while (goc_is_space(*s->text))
		s->text++;
}

// The text ends before anything of a conversion: that is told in another way if nothing was stored.
static int is_at_end(source *s)
{
	if (*s->text != 0)
		return 0;
	if (s->stored == 0)
		s->stored = -1;
	s->is_over = 1;
	return 1;
}

static void take_letter(source *s, char letter)
{
	if (is_at_end(s))
		return;
	s->is_over = *s->text != letter;
	s->text += !s->is_over;
}

static const char *read_spec(const char *format, spec *c)
{
	c->is_left_out = *format == '*';
	format += c->is_left_out;
	c->width = 0;
	for (; *format >= '0' && *format <= '9'; format++)
		if (c->width < GOC_NO_LIMIT / 100)
			c->width = c->width * 10 + (size_t)(*format - '0');
	format = goc_read_size(format, &c->size);
	c->letter = *format;
	return format;
}

static goc_text rest_of(const source *s, const spec *c)
{
	goc_text rest = {s->text, c->width == 0 ? GOC_NO_LIMIT : c->width};
	return rest;
}

static void take(source *s, const spec *c, size_t length)
{
	s->text += length;
	s->is_over = length == 0;
	s->stored += length != 0 && !c->is_left_out;
}

static void read_whole(source *s, const spec *c, void *to)
{
	char letter = c->letter;
	int is_signed = letter == 'd' || letter == 'i';
	int base = letter == 'i' ? 0 : letter == 'o' ? 8 : letter == 'd' || letter == 'u' ? 10 : 16;
	goc_whole whole = goc_read_whole(rest_of(s, c), base);
	take(s, c, whole.length);
	if (whole.length != 0 && to != NULL)
		store(to, letter == 'p' ? GOC_LONG : c->size, is_signed ? (uint64_t)goc_signed(whole) : goc_unsigned(whole));
}

static void read_float(source *s, const spec *c, void *to)
{
	size_t length;
	double number = goc_read_float(rest_of(s, c), c->size == GOC_LONG ? GOC_DOUBLE : GOC_FLOAT, &length);
	take(s, c, length);
	if (length == 0 || to == NULL)
		return;
	if (c->size == GOC_LONG)
		*(double *)to = number;
	else
		*(float *)to = (float)number;
}

// Takes the bytes that are in a set.
static void read_bytes(source *s, const spec *c, const unsigned char *is_in, char *to)
{
	size_t n = 0, most = c->width == 0 ? GOC_NO_LIMIT : c->width;
	for (; n < most && s->text[n] != 0 && is_in[(unsigned char)s->text[n]] != 0; n++)
		if (to != NULL)
			to[n] = s->text[n];
	if (n > 0 && to != NULL)
		to[n] = 0;
	take(s, c, n);
}

static void read_word(source *s, const spec *c, char *to)
{
	unsigned char is_in[256];
	int byte;
	for (byte = 0; byte < 256; byte++)
		is_in[byte] = !goc_is_space((char)byte);
	read_bytes(s, c, is_in, to);
}

static void read_letters(source *s, const spec *c, char *to)
{
	size_t n = 0, width = c->width == 0 ? 1 : c->width;
	for (; n < width && s->text[n] != 0; n++)
		if (to != NULL)
			to[n] = s->text[n];
	take(s, c, n == width ? n : 0);
}

// Takes what a set as in [^a-z] has; the format's last letter of it.
static const char *read_set(source *s, const spec *c, const char *format, char *to)
{
	unsigned char is_in[256];
	int is_other = format[1] == '^', byte;
	const char *first = format + 1 + is_other, *at = first;
	__builtin_memset(is_in, is_other, sizeof is_in);
	for (; *at != 0 && (*at != ']' || at == first); at++) {
		unsigned char low = (unsigned char)*at, high = low;
		if (at[1] == '-' && at[2] != ']' && at[2] != 0) {
			high = (unsigned char)at[2];
			at += 2;
		}
		for (byte = low; byte <= high; byte++)
			is_in[byte] = !is_other;
	}
	if (*at == 0) {
		s->is_over = 1;
		return at - 1;
	}
	read_bytes(s, c, is_in, to);
	return at;
}

// Ends at what is not there, as at what does not fit: wide letters, long double, letters that mean nothing.
static const char *convert(source *s, const char *format, va_list *arguments)
{
	spec c;
	void *to = NULL;
	format = read_spec(format, &c);
	if (c.letter == '%') {
		skip_spaces(s);
		take_letter(s, '%');
		return format;
	}
	if (c.letter != 0 && !c.is_left_out)
		to = va_arg(*arguments, void *);
	if (c.letter == 'n') {
		if (to != NULL)
			store(to, c.size, (uint64_t)(s->text - s->start));
		return format;
	}
	if (c.letter != 'c' && c.letter != '[')
		skip_spaces(s);
	if (is_at_end(s))
		return format;
	switch (c.letter) {
	case 'd':
	case 'i':
	case 'o':
	case 'u':
	case 'x':
	case 'X':
	case 'p':
		read_whole(s, &c, to);
		return format;
	case 'a':
	case 'A':
	case 'e':
	case 'E':
	case 'f':
	case 'F':
	case 'g':
	case 'G':
		if (c.size == GOC_LONG_DOUBLE)
			break;
		read_float(s, &c, to);
		return format;
	case 's':
		if (c.size == GOC_LONG)
			break;
		read_word(s, &c, (char *)to);
		return format;
	case 'c':
		if (c.size == GOC_LONG)
			break;
		read_letters(s, &c, (char *)to);
		return format;
	case '[':
		if (c.size == GOC_LONG)
			break;
		return read_set(s, &c, format, (char *)to);
	default:
		break;
	}
	s->is_over = 1;
	return format;
}

static int read_all(source *s, const char *format, va_list *arguments)
{
	for (; *format != 0 && !s->is_over; format++) {
		if (goc_is_space(*format))
			skip_spaces(s);
		else if (*format == '%')
			format = convert(s, format + 1, arguments);
		else
			take_letter(s, *format);
		if (*format == 0)
			break;
	}
	return s->stored;
}

GOC_LIBC int vsscanf(const char *text, const char *format, va_list arguments)
{
	source s = {text, text, 0, 0};
	va_list own;
	int stored;
	va_copy(own, arguments);
	stored = read_all(&s, format, &own);
	va_end(own);
	return stored;
}

GOC_LIBC int sscanf(const char *text, const char *format, ...)
{
	va_list arguments;
	int stored;
	va_start(arguments, format);
	stored = vsscanf(text, format, arguments);
	va_end(arguments);
	return stored;
}
