#include "bench.h"

static void prepare(void) { bench_socketpair(); }

static int64_t run(long operations) {
  int64_t seen = 0;
  for (long i = 0; i < operations; i++) {
    if (read(bench_pair[1], bench_in, 0) == 0) seen++;
  }
  return seen;
}
