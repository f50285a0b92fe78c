// A short call: 16 bytes more for a running hash.

#include <stdint.h>

static inline uint64_t step(uint64_t h, uint64_t a, uint64_t b) {
	h = (h ^ a) * 0x9e3779b97f4a7c15u;
	h ^= h >> 32;
	h = (h ^ b) * 0xd6e8feb86659fd93u;
	return h ^ h >> 29;
}
