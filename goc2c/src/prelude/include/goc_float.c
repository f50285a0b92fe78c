// Floating point numbers as text: all their decimal digits, of which those that are asked for are taken, the last one rounded
// to the nearest, and to the even one of two.
#include "goc_libc.h"

// As many words as the whole and the broken part of a number have; digits, 767 at most, nine at a time; and more than the
// places behind the point that one can have, which are 1,074.
enum { WORDS = 34, GROUPS = 35, DIGITS = 800, PLACES = 1100 };
#define GROUP 1000000000u

// 0.d1d2d3… * 10^point. Behind the digits there is more, or there are zeros.
typedef struct {
	int count, point, is_more;
	unsigned char digits[DIGITS];
} decimal;

static void add_group(decimal *d, uint32_t group, int *place)
{
	uint32_t by;
	for (by = GROUP / 10; by > 0; by /= 10) {
		uint32_t digit = group / by % 10;
		++*place;
		if (d->count == 0 && digit == 0)
			continue;
		if (d->count == 0)
			d->point = 1 - *place;
		d->digits[d->count++] = (unsigned char)digit;
	}
}

// The digits of size * 2^exponent before the point, 0 of them where there are none. exponent is 0 or more.
static void expand_whole(decimal *d, uint64_t size, int exponent)
{
	uint32_t words[WORDS] = {0}, groups[GROUPS];
	int count = 0, at, place, top = exponent / 32 + 2;
	goc_128 shifted = (goc_128)size << exponent % 32;
	for (at = 0; at < 3; at++)
		words[exponent / 32 + at] = (uint32_t)(shifted >> 32 * at);
	while (top >= 0) {
		uint64_t rest = 0;
		if (words[top] == 0) {
			top--;
			continue;
		}
		for (at = top; at >= 0; at--) {
			rest = rest << 32 | words[at];
			words[at] = (uint32_t)(rest / GROUP);
			rest %= GROUP;
		}
		groups[count++] = (uint32_t)rest;
	}
	for (place = -9 * count; count > 0; count--)
		add_group(d, groups[count - 1], &place);
}

// The digits of size / 2^bits behind the point, until there are more than so many, or so many places.
static void expand_broken(decimal *d, uint64_t size, int bits, int most, int places)
{
	uint32_t words[WORDS] = {0};
	int top = (bits + 31) / 32, low = 0, at, place = 0;
	goc_128 shifted = (goc_128)size << (32 * top - bits);
	for (at = 0; at < 3 && at < top; at++)
		words[at] = (uint32_t)(shifted >> 32 * at);
	for (;;) {
		uint64_t more = 0;
		while (low < top && words[low] == 0)
			low++;
		if (low == top)
			return;
		if (d->count > most || place > places) {
			d->is_more = 1;
			return;
		}
		for (at = low; at < top; at++) {
			more += (uint64_t)words[at] * GROUP;
			words[at] = (uint32_t)more;
			more >>= 32;
		}
		add_group(d, (uint32_t)more, &place);
	}
}

// The digits of size * 2^exponent: more than most, or more than so many places behind the point, or all.
static void expand(decimal *d, uint64_t size, int exponent, int most, int places)
{
	d->count = d->point = d->is_more = 0;
	if (exponent >= 0)
		expand_whole(d, size, exponent);
	else if (exponent <= -64)
		expand_broken(d, size, -exponent, most, places);
	else {
		expand_whole(d, size >> -exponent, 0);
		expand_broken(d, size & (((uint64_t)1 << -exponent) - 1), -exponent, most, places);
	}
}

// Whether the digits from a place on are more than half of one before it; exactly half counts where that makes it even.
static int goes_up(const decimal *d, int keep)
{
	int at;
	if (d->digits[keep] != 5)
		return d->digits[keep] > 5;
	for (at = keep + 1; at < d->count; at++)
		if (d->digits[at] != 0)
			return 1;
	return d->is_more || (keep > 0 && (d->digits[keep - 1] & 1) != 0);
}

static void round_to(decimal *d, int keep)
{
	int at, is_up;
	if (keep >= d->count)
		return;
	is_up = keep >= 0 && goes_up(d, keep);
	d->count = keep < 0 ? 0 : keep;
	if (!is_up)
		return;
	for (at = keep - 1; at >= 0 && d->digits[at] == 9; at--)
		;
	if (at >= 0)
		d->digits[at]++;
	else {
		d->digits[0] = 1;
		d->point++;
		at = 0;
	}
	d->count = at + 1;
}

static char digit_of(const decimal *d, long at)
{
	return (char)('0' + (at >= 0 && at < d->count ? d->digits[at] : 0));
}

// The digits before and behind the point, and an exponent's where there is one.
typedef struct {
	long before, behind;
	char exponent[8];
} shape;

// Writes an exponent with at least so many digits.
static void set_exponent(shape *s, char letter, int exponent, int digits)
{
	unsigned rest = exponent < 0 ? -(unsigned)exponent : (unsigned)exponent, by = 1;
	char *to = s->exponent;
	*to++ = letter;
	*to++ = exponent < 0 ? '-' : '+';
	for (; by * 10 <= rest || digits > 1; digits--)
		by *= 10;
	for (; by > 0; by /= 10)
		*to++ = (char)('0' + rest / by % 10);
	*to = 0;
}

static long length_of(const shape *s, int has_point)
{
	long length = s->before + has_point + s->behind;
	const char *end = s->exponent;
	for (; *end != 0; end++)
		length++;
	return length;
}

static void put_end(goc_sink *sink, const shape *s, long blanks)
{
	const char *letter = s->exponent;
	for (; *letter != 0; letter++)
		goc_put(sink, *letter);
	goc_put_many(sink, ' ', blanks);
}

static void put_decimal(goc_sink *sink, const goc_spec *spec, const char *sign, uint64_t size, int exponent)
{
	char kind = spec->letter | 32;
	int precision = spec->precision < 0 ? 6 : spec->precision, ten, has_point, most;
	shape s = {1, precision, {0}};
	decimal d;
	long first = 0, at, blanks;
	if (kind == 'g' && precision == 0)
		precision = 1;
	// No number has more digits, or more places.
	most = (precision < PLACES ? precision : PLACES) + (kind == 'e');
	expand(&d, size, exponent, kind == 'f' ? PLACES : most, kind == 'f' ? most : PLACES);
	round_to(&d, kind == 'f' ? d.point + most : most);
	ten = d.count == 0 ? 0 : d.point - 1;
	if (kind == 'g') {
		kind = precision > ten && ten >= -4 ? 'f' : 'e';
		s.behind = (long)precision - 1 - (kind == 'f' ? ten : 0);
		if (!spec->is_other) {
			long last = kind == 'f' ? d.count - d.point : d.count - 1;
			while (d.count > 0 && d.digits[d.count - 1] == 0) {
				d.count--;
				last--;
			}
			s.behind = d.count == 0 || last < 0 ? 0 : last < s.behind ? last : s.behind;
		}
	}
	if (kind == 'e')
		set_exponent(&s, spec->letter & 32 ? 'e' : 'E', ten, 2);
	else if (d.count > 0) {
		s.before = d.point > 0 ? d.point : 1;
		first = d.point > 0 ? 0 : d.point - 1;
	}
	has_point = s.behind > 0 || spec->is_other;
	blanks = goc_put_start(sink, spec, sign, length_of(&s, has_point), 1);
	for (at = 0; at < s.before; at++)
		goc_put(sink, digit_of(&d, first + at));
	if (has_point)
		goc_put(sink, '.');
	for (; at < s.before + s.behind; at++)
		goc_put(sink, digit_of(&d, first + at));
	put_end(sink, &s, blanks);
}

// Hexadecimal: size has 52 bits behind the point.
static void put_hex(goc_sink *sink, const goc_spec *spec, const char *prefix, uint64_t size, int exponent)
{
	const char *letters = spec->letter == 'A' ? "0123456789ABCDEF" : "0123456789abcdef";
	shape s = {1, spec->precision, {0}};
	int has_point;
	long at, blanks;
	if (spec->precision < 0)
		for (s.behind = 13; s.behind > 0 && (size >> (52 - 4 * s.behind) & 15) == 0; s.behind--)
			;
	else if (spec->precision < 13) {
		int drop = 52 - 4 * spec->precision;
		uint64_t half = (uint64_t)1 << (drop - 1), rest = size & (2 * half - 1);
		size -= rest;
		if (rest > half || (rest == half && (size >> drop & 1) != 0))
			size += 2 * half;
	}
	set_exponent(&s, spec->letter == 'A' ? 'P' : 'p', exponent, 1);
	has_point = s.behind > 0 || spec->is_other;
	blanks = goc_put_start(sink, spec, prefix, length_of(&s, has_point), 1);
	goc_put(sink, letters[size >> 52]);
	if (has_point)
		goc_put(sink, '.');
	for (at = 1; at <= s.behind; at++)
		goc_put(sink, at > 13 ? '0' : letters[size >> (52 - 4 * at) & 15]);
	put_end(sink, &s, blanks);
}

static void put_word(goc_sink *sink, const goc_spec *spec, const char *sign, const char *word)
{
	long blanks = goc_put_start(sink, spec, sign, 3, 0);
	for (; *word != 0; word++)
		goc_put(sink, spec->letter & 32 ? *word : *word & ~32);
	goc_put_many(sink, ' ', blanks);
}

GOC_LIBC void goc_put_float(goc_sink *sink, const goc_spec *spec, double number)
{
	const uint64_t top = (uint64_t)1 << 52;
	uint64_t bits;
	int exponent;
	char prefix[4] = {0}, *end = prefix;
	__builtin_memcpy(&bits, &number, sizeof bits);
	if (bits >> 63 != 0 || spec->has_plus || spec->has_blank)
		*end++ = bits >> 63 != 0 ? '-' : spec->has_plus ? '+' : ' ';
	exponent = (int)(bits >> 52 & 2047);
	bits &= top - 1;
	if (exponent == 2047) {
		put_word(sink, spec, prefix, bits != 0 ? "nan" : "inf");
		return;
	}
	if (exponent != 0)
		bits |= top;
	else
		exponent = 1;
	if ((spec->letter | 32) == 'a') {
		*end++ = '0';
		*end = spec->letter == 'A' ? 'X' : 'x';
		put_hex(sink, spec, prefix, bits, bits == 0 ? 0 : exponent - 1023);
	} else
		put_decimal(sink, spec, prefix, bits, exponent - 1075);
}
