#define BENCH_ADDRESSED
#include "datagrams.c"
