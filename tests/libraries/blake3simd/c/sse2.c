// What the processor must have is set for this file alone; the library asks before it calls.
#if defined(__x86_64__)
#pragma GCC target("sse2")
#include "blake3_sse2.c"
#endif
