#include "bench.h"

static void prepare(void) { bench_socketpair(); }

static int64_t run(long operations) {
  int64_t seen = 0;
  for (long i = 0; i < operations; i++) {
    seen += write(bench_pair[0], bench_out, BENCH_SIZE);
    seen += read(bench_pair[1], bench_in, BENCH_SIZE);
  }
  return seen;
}
