// Floating point numbers of texts, correctly rounded: an estimate of 64 bits whose error is known, and where that does not
// decide, a comparison of whole numbers. Nothing is computed in floating point.
#include "goc_libc.h"
#include <stdlib.h>

// What tells kinds apart: the bits of a mantissa, and the least and the largest exponent of its last bit.
typedef struct {
	int bits, least, most;
} format;

static format format_of(goc_kind kind)
{
	format single = {24, -149, 104}, full = {53, -1074, 971};
	return kind == GOC_FLOAT ? single : full;
}

// A number between texts and results: size * 2^exponent, whose first bit is set, and by how much size may be wrong.
typedef struct {
	uint64_t size, error;
	int exponent;
} estimate;

// A decimal number in a text.
typedef struct {
	// From its first digit that is not zero on.
	goc_text digits;
	// The first 19 of them, and how many there are; the power of ten of the first.
	uint64_t size;
	size_t count;
	long lead;
} decimal;

// Enough digits to tell any number from one that lies in the middle between two of a kind; and words for them.
enum { DIGITS = 800, WORDS = 96 };

typedef struct {
	size_t count;
	uint32_t words[WORDS];
} large;

static void multiply(large *n, uint32_t by, uint32_t plus)
{
	uint64_t more = plus;
	size_t i;
	for (i = 0; i < n->count; i++) {
		more += (uint64_t)n->words[i] * by;
		n->words[i] = (uint32_t)more;
		more >>= 32;
	}
	if (more != 0 && n->count < WORDS)
		n->words[n->count++] = (uint32_t)more;
}

static void multiply_by_power_of_5(large *n, long power)
{
	for (; power >= 13; power -= 13)
		multiply(n, 1220703125, 0);
	for (; power > 0; power--)
		multiply(n, 5, 0);
}

static void shift(large *n, long bits)
{
	size_t words = (size_t)bits / 32, i;
	multiply(n, (uint32_t)1 << bits % 32, 0);
	if (words + n->count > WORDS)
		return;
	for (i = n->count; i-- > 0;)
		n->words[i + words] = n->words[i];
	for (i = 0; i < words; i++)
		n->words[i] = 0;
	n->count += words;
}

static int compare(const large *a, const large *b)
{
	size_t i;
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	for (i = a->count; i-- > 0;)
		if (a->words[i] != b->words[i])
			return a->words[i] < b->words[i] ? -1 : 1;
	return 0;
}

// All digits as one number, the last of so many standing for what is behind it; the power of ten of the last.
static long read_digits(const decimal *d, large *n)
{
	size_t at = 0, count = 0;
	int is_more = 0;
	n->count = 0;
	for (; count < d->count; at++) {
		char c = goc_at(&d->digits, at);
		if (c == '.')
			continue;
		if (count < DIGITS)
			multiply(n, 10, (uint32_t)(c - '0'));
		else
			is_more |= c != '0';
		count++;
	}
	if (count > DIGITS)
		count = DIGITS;
	if (is_more) {
		multiply(n, 10, 1);
		count++;
	}
	return d->lead - (long)count + 1;
}

// How a decimal number compares with middle * 2^exponent.
static int compare_with(const decimal *d, uint64_t middle, long exponent)
{
	large left, right;
	long ten = read_digits(d, &left), two = ten - exponent;
	right.words[0] = (uint32_t)middle;
	right.words[1] = (uint32_t)(middle >> 32);
	right.count = middle >> 32 != 0 ? 2 : 1;
	multiply_by_power_of_5(ten >= 0 ? &left : &right, ten >= 0 ? ten : -ten);
	shift(two >= 0 ? &left : &right, two >= 0 ? two : -two);
	return compare(&left, &right);
}

// size * 2^exponent, which can be told exactly.
static double exactly(uint64_t size, int exponent, const format *f)
{
	double number;
	int up = size == 0 ? 0 : __builtin_clzll(size) - 11;
	if (size == 0)
		exponent = -1074;
	else if (size >> f->bits != 0 || exponent > f->most) {
		// A carry leaves a power of two.
		if (exponent >= f->most)
			return __builtin_inf();
	}
	if (exponent - up < -1074)
		up = exponent + 1074;
	size = up >= 0 ? size << up : size >> -up;
	exponent -= up;
	// The first bit of a mantissa is not stored: it counts one up.
	size += size >> 52 != 0 ? (uint64_t)(exponent + 1074) << 52 : 0;
	__builtin_memcpy(&number, &size, sizeof number);
	return number;
}

// Rounds an estimate; d is what it is of, or NULL where that has no error but for is_more, bits behind the last.
static double rounded(estimate e, const format *f, const decimal *d, int is_more)
{
	int drop = 64 - f->bits, is_up;
	uint64_t kept = 0, rest = e.size, half;
	if (e.exponent + drop < f->least)
		drop = f->least - e.exponent;
	if (drop > 65)
		return 0;
	if (drop < 64) {
		kept = e.size >> drop;
		rest = e.size & (((uint64_t)1 << drop) - 1);
	}
	half = drop > 64 ? UINT64_MAX : (uint64_t)1 << (drop - 1);
	if (rest > half && rest - half > e.error)
		is_up = 1;
	else if (rest < half && half - rest > e.error)
		is_up = 0;
	else if (drop > 64 && e.error == 0)
		is_up = 0;
	else {
		int order = d == NULL ? is_more : compare_with(d, 2 * kept + 1, (long)e.exponent + drop - 1);
		is_up = order > 0 || (order == 0 && (kept & 1) != 0);
	}
	return exactly(kept + (uint64_t)is_up, e.exponent + drop, f);
}

// Multiplies by another number of 64 bits, which may be wrong by one where that is said.
static void multiply_estimate(estimate *e, uint64_t by, int exponent)
{
	goc_128 product = (goc_128)e->size * by;
	int up = product >> 127 == 0;
	e->size = (uint64_t)(product >> (64 - up));
	e->exponent += 64 - up + exponent;
}

// 5^27, and its inverse as it is nearest.
#define POWER 0xcecb8f27f4200f3au
#define INVERSE 0x9e74d1b791e07e48u

static double of_decimal(const decimal *d, const format *f)
{
	estimate e = {d->size, 0, 0};
	uint64_t power = 1;
	int up = __builtin_clzll(e.size), count = 0;
	long ten = d->lead - (long)(d->count < 19 ? d->count : 19) + 1;
	// An error of 1 in what is one or more, and three of these with each product.
	uint64_t error = d->count > 19 ? 16 : 0;
	e.size <<= up;
	e.exponent = (int)ten - up;
	for (; ten >= 27; ten -= 27, count++)
		multiply_estimate(&e, POWER, -1);
	for (; ten < 0; ten += 27, count++)
		multiply_estimate(&e, INVERSE, -126);
	if (ten > 0) {
		for (; ten > 0; ten--)
			power *= 5;
		up = __builtin_clzll(power);
		multiply_estimate(&e, power << up, -up);
		count++;
	}
	e.error = 2 * (error + 3 * (uint64_t)count);
	return rounded(e, f, d, 0);
}

// Reads an exponent behind a letter; the place behind it, or that of the letter where there is none.
static size_t read_exponent(const goc_text *text, size_t at, char letter, long *exponent)
{
	size_t next = at + 1;
	char sign = goc_at(text, next);
	long read = 0;
	*exponent = 0;
	if ((goc_at(text, at) | 32) != letter)
		return at;
	next += sign == '-' || sign == '+';
	if (goc_digit(goc_at(text, next)) > 9)
		return at;
	for (; goc_digit(goc_at(text, next)) < 10; next++)
		if (read < INT64_MAX / 1000)
			read = read * 10 + goc_digit(goc_at(text, next));
	*exponent = sign == '-' ? -read : read;
	return next;
}

static double read_decimal(const goc_text *text, size_t at, const format *f, size_t *length)
{
	decimal d = {{NULL, 0}, 0, 0, 0};
	size_t before = 0, zeros = 0, end = 0;
	int has_point = 0;
	long exponent;
	for (;; at++) {
		char c = goc_at(text, at);
		if (c == '.' && !has_point) {
			has_point = 1;
			continue;
		}
		if (goc_digit(c) > 9)
			break;
		end = at + 1;
		if (d.count == 0 && c == '0') {
			zeros += (size_t)has_point;
			continue;
		}
		if (d.count == 0) {
			d.digits.text = text->text + at;
			d.digits.most = text->most - at;
		}
		if (d.count++ < 19)
			d.size = d.size * 10 + (uint64_t)(c - '0');
		before += !has_point;
	}
	if (end == 0)
		return 0;
	// A point behind the last digit belongs to the number.
	*length = read_exponent(text, at, 'e', &exponent);
	d.lead = (before > 0 ? (long)before - 1 : -(long)zeros - 1) + exponent;
	if (d.count == 0 || d.lead < -400)
		return 0;
	return d.lead > 400 ? __builtin_inf() : of_decimal(&d, f);
}

// Reads what is behind 0x.
static double read_hex(const goc_text *text, size_t at, const format *f, size_t *length)
{
	estimate e = {0, 0, 0};
	int is_more = 0, has_point = 0;
	long shifted = 0, exponent, all;
	for (;; at++) {
		char c = goc_at(text, at);
		int digit = goc_digit(c);
		if (c == '.' && !has_point) {
			has_point = 1;
			continue;
		}
		if (digit > 15)
			break;
		if (e.size >> 60 == 0) {
			e.size = e.size << 4 | (uint64_t)digit;
			shifted -= 4 * has_point;
		} else {
			is_more |= digit != 0;
			shifted += 4 * !has_point;
		}
	}
	*length = read_exponent(text, at, 'p', &exponent);
	all = shifted + exponent;
	if (e.size == 0 || all < -1200)
		return 0;
	if (all > 1100)
		return __builtin_inf();
	e.exponent = (int)all - __builtin_clzll(e.size);
	e.size <<= __builtin_clzll(e.size);
	return rounded(e, f, NULL, is_more);
}

static int starts(const goc_text *text, size_t at, const char *word)
{
	for (; *word != 0; word++, at++) {
		char c = goc_at(text, at);
		if ((*word >= 'a' ? c | 32 : c) != *word)
			return 0;
	}
	return 1;
}

// The length of (letters) behind nan.
static size_t payload(const goc_text *text, size_t at)
{
	size_t end = at + 1;
	if (goc_at(text, at) != '(')
		return 0;
	while (goc_digit(goc_at(text, end)) < 36 || goc_at(text, end) == '_')
		end++;
	return goc_at(text, end) == ')' ? end + 1 - at : 0;
}

GOC_LIBC double goc_read_float(goc_text text, goc_kind kind, size_t *length)
{
	format f = format_of(kind);
	char sign = goc_at(&text, 0), after;
	size_t at = sign == '-' || sign == '+';
	double number;
	*length = 0;
	after = goc_at(&text, at + 2);
	if (starts(&text, at, "inf")) {
		*length = at + (starts(&text, at, "infinity") ? 8 : 3);
		number = __builtin_inf();
	} else if (starts(&text, at, "nan")) {
		*length = at + 3 + payload(&text, at + 3);
		number = __builtin_nan("");
	} else if (starts(&text, at, "0x") && goc_digit(after == '.' ? goc_at(&text, at + 3) : after) < 16)
		number = read_hex(&text, at + 2, &f, length);
	else
		number = read_decimal(&text, at, &f, length);
	return sign == '-' && *length > 0 ? -number : number;
}

static double read_float(const char *text, char **end, goc_kind kind)
{
	goc_text rest = {text, GOC_NO_LIMIT};
	size_t length;
	double number;
	while (goc_is_space(*rest.text))
		rest.text++;
	number = goc_read_float(rest, kind, &length);
	if (end != NULL)
		*end = (char *)(length == 0 ? text : rest.text + length);
	return number;
}

GOC_LIBC double strtod(const char *text, char **end)
{
	return read_float(text, end, GOC_DOUBLE);
}

GOC_LIBC float strtof(const char *text, char **end)
{
	return (float)read_float(text, end, GOC_FLOAT);
}

GOC_LIBC double atof(const char *text)
{
	return read_float(text, NULL, GOC_DOUBLE);
}
