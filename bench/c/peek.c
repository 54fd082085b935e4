#include "bench.h"

static void prepare(void) {
  bench_socketpair();
  if (send(bench_pair[0], bench_out, 1, 0) != 1) exit(1);
}

static int64_t run(long operations) {
  int64_t seen = 0;
  for (long i = 0; i < operations; i++) seen += recv(bench_pair[1], bench_in, BENCH_SIZE, MSG_PEEK);
  return seen;
}
