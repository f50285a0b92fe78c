// What the processor must have is set for this file alone; the library asks before it calls.
#if defined(__x86_64__)
#pragma GCC target("sse4.1")
#include "blake3_sse41.c"
#endif
