// The functions of math.h whose results are exact: whole numbers near others, remainders, exponents. The others are not there.
#include "goc_libc.h"

// What a whole number is nearest to, or on which side of it.
typedef enum { DOWN, UP, TO_ZERO, HALF_AWAY, HALF_EVEN } direction;

static uint64_t bits_of(double x)
{
	uint64_t bits;
	__builtin_memcpy(&bits, &x, sizeof bits);
	return bits;
}

static double of_bits(uint64_t bits)
{
	double x;
	__builtin_memcpy(&x, &bits, sizeof x);
	return x;
}

#define SIGN ((uint64_t)1 << 63)
#define TOP ((uint64_t)1 << 52)
#define INFINITE ((uint64_t)2047 << 52)

// Whether what is between two whole numbers becomes the larger in size; half tells how it lies to their middle.
static int grows(direction d, int is_negative, int is_odd, int half)
{
	switch (d) {
	case DOWN:
		return is_negative;
	case UP:
		return !is_negative;
	case HALF_AWAY:
		return half >= 0;
	case HALF_EVEN:
		return half > 0 || (half == 0 && is_odd);
	default:
		return 0;
	}
}

static double whole(double x, direction d)
{
	uint64_t bits = bits_of(x), sign = bits & SIGN, size = bits ^ sign, rest, half;
	int exponent = (int)(size >> 52) - 1023, is_odd;
	if (exponent >= 52 || size == 0)
		return x;
	if (exponent < 0) {
		int side = exponent < -1 ? -1 : (size & (TOP - 1)) != 0;
		return of_bits(sign | (grows(d, sign != 0, 0, side) ? (uint64_t)1023 << 52 : 0));
	}
	half = TOP >> exponent >> 1;
	rest = size & (2 * half - 1);
	if (rest == 0)
		return x;
	size -= rest;
	// 1 is the first bit of 1.0, which is not stored.
	is_odd = exponent == 0 || (size & 2 * half) != 0;
	if (grows(d, sign != 0, is_odd, rest > half ? 1 : rest == half ? 0 : -1))
		size += 2 * half;
	return of_bits(sign | size);
}

GOC_LIBC double floor(double x)
{
	return whole(x, DOWN);
}

GOC_LIBC float floorf(float x)
{
	return (float)whole(x, DOWN);
}

GOC_LIBC double ceil(double x)
{
	return whole(x, UP);
}

GOC_LIBC float ceilf(float x)
{
	return (float)whole(x, UP);
}

GOC_LIBC double trunc(double x)
{
	return whole(x, TO_ZERO);
}

GOC_LIBC float truncf(float x)
{
	return (float)whole(x, TO_ZERO);
}

GOC_LIBC double round(double x)
{
	return whole(x, HALF_AWAY);
}

GOC_LIBC float roundf(float x)
{
	return (float)whole(x, HALF_AWAY);
}

GOC_LIBC double rint(double x)
{
	return whole(x, HALF_EVEN);
}

GOC_LIBC float rintf(float x)
{
	return (float)whole(x, HALF_EVEN);
}

GOC_LIBC double nearbyint(double x)
{
	return whole(x, HALF_EVEN);
}

GOC_LIBC float nearbyintf(float x)
{
	return (float)whole(x, HALF_EVEN);
}

GOC_LIBC long lround(double x)
{
	return (long)whole(x, HALF_AWAY);
}

GOC_LIBC long lroundf(float x)
{
	return (long)whole(x, HALF_AWAY);
}

GOC_LIBC long lrint(double x)
{
	return (long)whole(x, HALF_EVEN);
}

GOC_LIBC long lrintf(float x)
{
	return (long)whole(x, HALF_EVEN);
}

static double split(double x, double *integer)
{
	uint64_t sign = bits_of(x) & SIGN;
	*integer = whole(x, TO_ZERO);
	if ((bits_of(x) ^ sign) >= INFINITE)
		return x != x ? x : of_bits(sign);
	return of_bits(bits_of(x - *integer) | sign);
}

GOC_LIBC double modf(double x, double *integer)
{
	return split(x, integer);
}

GOC_LIBC float modff(float x, float *integer)
{
	double part, rest = split(x, &part);
	*integer = (float)part;
	return (float)rest;
}

// A size as a number of 53 bits, the first one set, times 2^exponent.
static uint64_t take_apart(uint64_t size, int *exponent)
{
	uint64_t mantissa = size & (TOP - 1);
	int up;
	*exponent = (int)(size >> 52) - 1075;
	if (size >= TOP)
		return mantissa | TOP;
	up = __builtin_clzll(mantissa) - 11;
	*exponent += 1 - up;
	return mantissa << up;
}

static double between_half_and_one(double x, int *exponent)
{
	uint64_t bits = bits_of(x), sign = bits & SIGN, size = bits ^ sign;
	*exponent = 0;
	if (size == 0 || size >= INFINITE)
		return x;
	size = take_apart(size, exponent);
	*exponent += 53;
	return of_bits(sign | (size & (TOP - 1)) | (uint64_t)1022 << 52);
}

GOC_LIBC double frexp(double x, int *exponent)
{
	return between_half_and_one(x, exponent);
}

GOC_LIBC float frexpf(float x, int *exponent)
{
	return (float)between_half_and_one(x, exponent);
}

static double scaled(double x, int by)
{
	uint64_t bits = bits_of(x), sign = bits & SIGN, size = bits ^ sign, rest, half;
	int exponent;
	if (size == 0 || size >= INFINITE)
		return x;
	size = take_apart(size, &exponent);
	by = by > 5000 ? 5000 : by < -5000 ? -5000 : by;
	exponent += by;
	if (exponent > 971)
		return of_bits(sign | INFINITE);
	if (exponent >= -1074)
		return of_bits(sign | ((size - TOP) + ((uint64_t)(exponent + 1075) << 52)));
	if (exponent < -1074 - 54)
		return of_bits(sign);
	half = (uint64_t)1 << (-1075 - exponent);
	rest = size & (2 * half - 1);
	size >>= -1074 - exponent;
	size += rest > half || (rest == half && (size & 1) != 0);
	return of_bits(sign | size);
}

GOC_LIBC double ldexp(double x, int exponent)
{
	return scaled(x, exponent);
}

GOC_LIBC float ldexpf(float x, int exponent)
{
	return (float)scaled(x, exponent);
}

GOC_LIBC double scalbn(double x, int exponent)
{
	return scaled(x, exponent);
}

GOC_LIBC float scalbnf(float x, int exponent)
{
	return (float)scaled(x, exponent);
}

static double remainder_of(double x, double y)
{
	uint64_t sign = bits_of(x) & SIGN, a = bits_of(x) ^ sign, b = bits_of(y) & ~SIGN;
	int exponent, other, step;
	if (b == 0 || b > INFINITE || a >= INFINITE)
		return x != x ? x : y != y ? y : __builtin_nan("");
	if (a < b)
		return x;
	a = take_apart(a, &exponent);
	b = take_apart(b, &other);
	for (a %= b; exponent > other && a != 0; exponent -= step) {
		step = exponent - other < 11 ? exponent - other : 11;
		a = (a << step) % b;
	}
	if (a == 0)
		return of_bits(sign);
	// a * 2^other, which is exact.
	step = __builtin_clzll(a) - 11;
	if (other - step >= -1074)
		return of_bits(sign | (((a << step) - TOP) + ((uint64_t)(other - step + 1075) << 52)));
	return of_bits(sign | (other < -1074 ? a >> (-1074 - other) : a << (other + 1074)));
}

GOC_LIBC double fmod(double x, double y)
{
	return remainder_of(x, y);
}

GOC_LIBC float fmodf(float x, float y)
{
	return (float)remainder_of(x, y);
}

GOC_LIBC double fmax(double x, double y)
{
	return x != x ? y : y != y || x > y ? x : y;
}

GOC_LIBC float fmaxf(float x, float y)
{
	return x != x ? y : y != y || x > y ? x : y;
}

GOC_LIBC double fmin(double x, double y)
{
	return x != x ? y : y != y || x < y ? x : y;
}

GOC_LIBC float fminf(float x, float y)
{
	return x != x ? y : y != y || x < y ? x : y;
}

GOC_LIBC double fdim(double x, double y)
{
	return x <= y ? 0 : x - y;
}
