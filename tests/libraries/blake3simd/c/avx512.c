// What the processor must have is set for this file alone; the library asks before it calls.
#if defined(__x86_64__)
#pragma GCC target("avx512f,avx512vl")
#include "blake3_avx512.c"
#endif
