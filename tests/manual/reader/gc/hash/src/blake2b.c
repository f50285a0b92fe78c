#include "hash.h"

unsigned hash_sum(const unsigned char *p, unsigned long n) {
	unsigned h = 0;
	while (n--)
		h = hash_mix(h ^ *p++);
	return h;
}
