#include "hash.h"

unsigned hash_mix(unsigned h) { return h * 16777619u + (h >> 15); }
