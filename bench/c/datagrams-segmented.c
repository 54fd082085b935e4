#define BENCH_SEGMENTED
#include "datagrams.c"
