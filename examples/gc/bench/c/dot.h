// A long call: the dot product of float vectors, as in ../../dot/dot.goc.

#include <stddef.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#define FAST __attribute__((target("avx2,fma")))
#define STEP(s, at) s = _mm256_fmadd_ps(_mm256_loadu_ps(x + at), _mm256_loadu_ps(y + at), s)
#else
#include <arm_neon.h>
#define FAST
#define STEP(s, at) s = vfmaq_f32(s, vld1q_f32(x + at), vld1q_f32(y + at))
#endif

// Whether this CPU runs dot.
static int can_dot(void) {
#if defined(__x86_64__)
	unsigned a, b, c, d;
	return __get_cpuid_count(7, 0, &a, &b, &c, &d) && b & bit_AVX2;
#else
	return 1;
#endif
}

FAST static float dot(const float *x, const float *y, ptrdiff_t n) {
	ptrdiff_t i = 0;
#if defined(__x86_64__)
	__m256 s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};
	for (; n - i >= 32; i += 32) {
		STEP(s0, i);
		STEP(s1, i + 8);
		STEP(s2, i + 16);
		STEP(s3, i + 24);
	}
	__m256 s = (s0 + s1) + (s2 + s3);
	__m128 half = _mm256_castps256_ps128(s) + _mm256_extractf128_ps(s, 1);
	float sum = (half[0] + half[1]) + (half[2] + half[3]);
#else
	float32x4_t s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};
	for (; n - i >= 16; i += 16) {
		STEP(s0, i);
		STEP(s1, i + 4);
		STEP(s2, i + 8);
		STEP(s3, i + 12);
	}
	float sum = vaddvq_f32((s0 + s1) + (s2 + s3));
#endif
	for (; i < n; i++)
		sum += x[i] * y[i];
	return sum;
}
