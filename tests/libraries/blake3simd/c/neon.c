#if defined(__aarch64__)
#include "blake3_neon.c"
#endif
