// snprintf and its kin.
#include "goc_libc.h"
#include <stdarg.h>
#include <stdio.h>

GOC_LIBC long goc_put_start(goc_sink *sink, const goc_spec *spec, const char *prefix, long length, int may_have_zeros)
{
	long n = 0, blanks;
	while (prefix[n] != 0)
		n++;
	blanks = spec->width - n - length;
	if (!spec->is_left && !(spec->has_zeros && may_have_zeros)) {
		goc_put_many(sink, ' ', blanks);
		blanks = 0;
	}
	while (*prefix != 0)
		goc_put(sink, *prefix++);
	if (!spec->is_left) {
		goc_put_many(sink, '0', blanks);
		blanks = 0;
	}
	return blanks;
}

static void put_text(goc_sink *sink, const goc_spec *spec, const char *text, long length)
{
	long blanks = goc_put_start(sink, spec, "", length, 0);
	for (; length > 0; length--)
		goc_put(sink, *text++);
	goc_put_many(sink, ' ', blanks);
}

static void put_string(goc_sink *sink, const goc_spec *spec, const char *text)
{
	long length = 0;
	if (text == NULL)
		text = spec->precision < 0 || spec->precision >= 6 ? "(null)" : "";
	while ((spec->precision < 0 || length < spec->precision) && text[length] != 0)
		length++;
	put_text(sink, spec, text, length);
}

static void put_whole(goc_sink *sink, const goc_spec *spec, const char *prefix, uint64_t number)
{
	char digits[24];
	const char *letters = spec->letter == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
	unsigned base = spec->letter == 'o' ? 8 : (spec->letter | 32) == 'x' ? 16 : 10;
	long count = 0, zeros, blanks;
	for (; number != 0; number /= base)
		digits[count++] = letters[number % base];
	zeros = (spec->precision < 0 ? 1 : spec->precision) - count;
	if (spec->letter == 'o' && spec->is_other && zeros < 1)
		zeros = 1;
	if (zeros < 0)
		zeros = 0;
	blanks = goc_put_start(sink, spec, prefix, count + zeros, spec->precision < 0);
	goc_put_many(sink, '0', zeros);
	while (count > 0)
		goc_put(sink, digits[--count]);
	goc_put_many(sink, ' ', blanks);
}

static void put_signed(goc_sink *sink, const goc_spec *spec, int64_t number)
{
	const char *sign = number < 0 ? "-" : spec->has_plus ? "+" : spec->has_blank ? " " : "";
	put_whole(sink, spec, sign, number < 0 ? -(uint64_t)number : (uint64_t)number);
}

static void put_unsigned(goc_sink *sink, const goc_spec *spec, uint64_t number)
{
	int has_prefix = spec->is_other && number != 0;
	put_whole(sink, spec, !has_prefix ? "" : spec->letter == 'x' ? "0x" : spec->letter == 'X' ? "0X" : "", number);
}

static void put_pointer(goc_sink *sink, const goc_spec *spec, uintptr_t pointer)
{
	goc_spec hex = *spec;
	hex.letter = 'x';
	if (pointer == 0)
		put_text(sink, spec, "(nil)", 5);
	else
		put_whole(sink, &hex, "0x", pointer);
}

static const char *read_number(const char *format, int *number)
{
	for (*number = 0; *format >= '0' && *format <= '9'; format++)
		*number = *number > 100000000 ? *number : *number * 10 + (*format - '0');
	return format;
}

static const char *read_flags(const char *format, goc_spec *spec)
{
	for (;; format++)
		switch (*format) {
		case '-':
			spec->is_left = 1;
			break;
		case '+':
			spec->has_plus = 1;
			break;
		case ' ':
			spec->has_blank = 1;
			break;
		case '#':
			spec->is_other = 1;
			break;
		case '0':
			spec->has_zeros = 1;
			break;
		default:
			return format;
		}
}

static int64_t as_signed(int64_t number, goc_size size)
{
	return size == GOC_CHAR ? (signed char)number : size == GOC_SHORT ? (short)number : number;
}

static uint64_t as_unsigned(uint64_t number, goc_size size)
{
	return size == GOC_CHAR ? (unsigned char)number : size == GOC_SHORT ? (unsigned short)number : number;
}

static void store_length(void *to, goc_size size, size_t length)
{
	if (size == GOC_CHAR)
		*(signed char *)to = (signed char)length;
	else if (size == GOC_SHORT)
		*(short *)to = (short)length;
	else if (size == GOC_INT)
		*(int *)to = (int)length;
	else
		*(long *)to = (long)length;
}

// Gives -1 where the length has no int, and for what is not there: wide letters, long double, letters that mean nothing.
static int print(char *to, size_t room, const char *format, va_list arguments)
{
	goc_sink sink = {to, room, 0};
	int is_wrong = 0;
	for (; !is_wrong && *format != 0; format++) {
		goc_spec spec = {0, 0, 0, 0, 0, 0, -1, 0};
		goc_size size;
		char letter;
		if (*format != '%') {
			goc_put(&sink, *format);
			continue;
		}
		format = read_flags(format + 1, &spec);
		if (*format == '*') {
			spec.width = va_arg(arguments, int);
			format++;
			if (spec.width < 0) {
				spec.is_left = 1;
				spec.width = spec.width == INT32_MIN ? INT32_MAX : -spec.width;
			}
		} else
			format = read_number(format, &spec.width);
		if (*format == '.' && format[1] == '*') {
			spec.precision = va_arg(arguments, int);
			format += 2;
		} else if (*format == '.')
			format = read_number(format + 1, &spec.precision);
		format = goc_read_size(format, &size);
		spec.letter = *format;
		switch (spec.letter) {
		case 'd':
		case 'i':
			put_signed(&sink, &spec, size == GOC_LONG ? va_arg(arguments, long) : as_signed(va_arg(arguments, int), size));
			break;
		case 'u':
		case 'o':
		case 'x':
		case 'X':
			put_unsigned(&sink, &spec, size == GOC_LONG ? va_arg(arguments, unsigned long)
			                                        : as_unsigned(va_arg(arguments, unsigned), size));
			break;
		case 'a':
		case 'A':
		case 'e':
		case 'E':
		case 'f':
		case 'F':
		case 'g':
		case 'G':
			if (size == GOC_LONG_DOUBLE)
				is_wrong = 1;
			else
				goc_put_float(&sink, &spec, va_arg(arguments, double));
			break;
		case 'c':
			letter = (char)va_arg(arguments, int);
			is_wrong = size == GOC_LONG;
			put_text(&sink, &spec, &letter, 1);
			break;
		case 's':
			is_wrong = size == GOC_LONG;
			if (!is_wrong)
				put_string(&sink, &spec, va_arg(arguments, const char *));
			break;
		case 'p':
			put_pointer(&sink, &spec, (uintptr_t)va_arg(arguments, void *));
			break;
		case 'n':
			store_length(va_arg(arguments, void *), size, sink.length);
			break;
		case '%':
			goc_put(&sink, '%');
			break;
		default:
			is_wrong = 1;
		}
	}
	if (room > 0)
		to[sink.length < room ? sink.length : room - 1] = 0;
	return is_wrong || sink.length > INT32_MAX ? -1 : (int)sink.length;
}

GOC_LIBC int vsnprintf(char *to, size_t room, const char *format, va_list arguments)
{
	return print(to, room, format, arguments);
}

GOC_LIBC int snprintf(char *to, size_t room, const char *format, ...)
{
	va_list arguments;
	int length;
	va_start(arguments, format);
	length = print(to, room, format, arguments);
	va_end(arguments);
	return length;
}

GOC_LIBC int vsprintf(char *to, const char *format, va_list arguments)
{
	return print(to, GOC_NO_LIMIT, format, arguments);
}

GOC_LIBC int sprintf(char *to, const char *format, ...)
{
	va_list arguments;
	int length;
	va_start(arguments, format);
	length = print(to, GOC_NO_LIMIT, format, arguments);
	va_end(arguments);
	return length;
}
