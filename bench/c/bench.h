/*
 * What the baselines share. A baseline defines prepare() and run(); main() times run() block by block and prints
 * what bench/contenders/main.ts prints too: the nanoseconds of one operation in each block, and what was seen.
 */
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BENCH_SIZE 64

static int bench_pair[2];
static char bench_out[BENCH_SIZE];
static char bench_in[BENCH_SIZE];

static void prepare(void);
/* Runs the operation that often, and tells what the kernel answered: see bench/case.ts. */
static int64_t run(long operations);

static void bench_socketpair(void) {
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, bench_pair) != 0) {
    perror("socketpair");
    exit(1);
  }
}

/* A thread that does nothing, only to be there. */
static void *bench_idle(void *unused) {
  for (;;) pause();
  return unused;
}

static double bench_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e9 + now.tv_nsec;
}

int main(int argc, char **argv) {
  const long operations = argc > 1 ? atol(argv[1]) : 0;
  const long blocks = argc > 2 ? atol(argv[2]) : 0;
  int64_t seen = 0;
  if (operations < 1 || blocks < 1) {
    fprintf(stderr, "usage: %s operations blocks [threaded]\n", argv[0]);
    return 2;
  }
  if (argc > 3 && strcmp(argv[3], "threaded") == 0) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, bench_idle, NULL) != 0) return 1;
  }
  prepare();
  run(operations);
  printf("{\"nanoseconds\":[");
  for (long block = 0; block < blocks; block++) {
    const double start = bench_now();
    seen += run(operations);
    printf("%s%.3f", block > 0 ? "," : "", (bench_now() - start) / operations);
  }
  printf("],\"seen\":%lld}\n", (long long)seen);
  return 0;
}
