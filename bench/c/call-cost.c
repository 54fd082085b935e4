/*
 * What a call on a socket costs, measured by a loop of its own, which has nothing of the package's: the check of what
 * `sockcall compare` measures. The design is the same: one thread, one message in flight, blocks in random order, a new
 * pair for every round.
 *
 *   call-cost socketpair|tcp send|recv size calls rounds seed [threaded] [library] [tsc]
 *
 * `send` compares send() with write(), `recv` recv() with read(). `threaded` has a second, idle thread, as Node always has
 * several: the kernel then counts its references to descriptors. `library` makes the C library's functions, which
 * in a process with threads make each call a point of cancellation; without it the system calls are made straight.
 *
 * `tsc` reads the processor's time stamp counter instead of clock_gettime(). After a call that has emptied the caches
 * clock_gettime() takes some nanoseconds longer than what is subtracted for it, and not the same after each call.
 *
 * Prints a line a round: the mean time of A, of B, of A once more, in ns, each with the clock's cost in it; and that cost.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#if defined(__x86_64__)
#include <x86intrin.h>
#endif

/*
 * Turns before each block that are not timed. The processor still predicts the branches of the block before: with 16 of
 * them a call that was made less often came out 2 to 6 ns dearer on TCP, and the more so the shorter the blocks were.
 */
#define UNTIMED 300
#define SETTLING 100
#define CLOCK_READINGS 3000

enum arm { SEND, WRITE, RECV, READ };

static int library;
static char *out, *in;
static size_t size;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

#if defined(__x86_64__)
static inline long straight(long number, long a, long b, long c, long d) {
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = 0;
  register long r9 __asm__("r9") = 0;
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}
#else
static inline long straight(long number, long a, long b, long c, long d) { return syscall(number, a, b, c, d, 0, 0); }
#endif

static inline int64_t nanoseconds(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static inline int64_t gettime_start(void) { return nanoseconds(CLOCK_MONOTONIC); }
static inline int64_t gettime_end(void) { return nanoseconds(CLOCK_MONOTONIC); }

#if defined(__x86_64__)
static inline int64_t tsc_start(void) {
  _mm_lfence();
  const int64_t ticks = (int64_t)__rdtsc();
  _mm_lfence();
  return ticks;
}

static inline int64_t tsc_end(void) {
  unsigned processor;
  const int64_t ticks = (int64_t)__rdtscp(&processor);
  _mm_lfence();
  return ticks;
}

#define CALIBRATION_NS 50000000

static double tsc_scale(void) {
  const int64_t start = nanoseconds(CLOCK_MONOTONIC_RAW);
  const int64_t start_ticks = tsc_start();
  int64_t end;
  do end = nanoseconds(CLOCK_MONOTONIC_RAW);
  while (end - start < CALIBRATION_NS);
  return (double)(end - start) / (double)(tsc_end() - start_ticks);
}
#endif

/* The other end's calls are made in the same way as the timed ones. */
static inline void take(int fd) {
  const long got = library ? recv(fd, in, size, MSG_WAITALL) : straight(SYS_recvfrom, fd, (long)in, (long)size, MSG_WAITALL);
  if (got != (long)size) fail("recv");
}

static inline void give(int fd) {
  const long sent = library ? send(fd, out, size, 0) : straight(SYS_sendto, fd, (long)out, (long)size, 0);
  if (sent != (long)size) fail("send");
}

/* A block for each clock and each way to make a call, so that nothing is decided while the time runs. */
typedef double block(int timed, int other, long calls);

#define BLOCK(clock, name, before, call, after)                                            \
  static __attribute__((noinline)) double clock##_##name(int timed, int other, long calls) { \
    int64_t total = 0;                                                                     \
    for (long i = -UNTIMED; i < calls; i++) {                                              \
      before;                                                                              \
      const int64_t start = clock##_start();                                               \
      const long answer = call;                                                            \
      const int64_t end = clock##_end();                                                   \
      if (answer != (long)size) fail(#name);                                               \
      after;                                                                               \
      if (i >= 0) total += end - start;                                                    \
    }                                                                                      \
    return (double)total / calls;                                                          \
  }

/* Two readings with nothing in between, not even the load of a value. */
#define NOTHING(clock)                                            \
  static __attribute__((noinline)) double clock##_nothing(long turns) { \
    int64_t total = 0;                                            \
    for (long i = 0; i < turns; i++) {                            \
      const int64_t start = clock##_start();                      \
      total += clock##_end() - start;                             \
    }                                                             \
    return (double)total / turns;                                 \
  }

#define SENDER(clock, name, call) BLOCK(clock, name, (void)0, call, take(other))
#define RECEIVER(clock, name, call) BLOCK(clock, name, give(other), call, (void)0)

/*
 * Straight calls are told apart by their number alone: the same instructions make them. Where instructions come to lie
 * makes some nanoseconds of difference after a call that has emptied the processor's caches.
 */
static long number;

struct blocks {
  block *straight_out, *straight_in, *library[4];
  double (*nothing)(long turns);
};

#define BLOCKS(clock)                                                                    \
  SENDER(clock, straight_out, straight(number, timed, (long)out, (long)size, 0))         \
  RECEIVER(clock, straight_in, straight(number, timed, (long)in, (long)size, 0))         \
  SENDER(clock, send, send(timed, out, size, 0))                                         \
  SENDER(clock, write, write(timed, out, size))                                          \
  RECEIVER(clock, recv, recv(timed, in, size, 0))                                        \
  RECEIVER(clock, read, read(timed, in, size))                                           \
  NOTHING(clock)                                                                         \
  static const struct blocks clock##_blocks = {clock##_straight_out,                     \
                                               clock##_straight_in,                      \
                                               {clock##_send, clock##_write, clock##_recv, clock##_read}, \
                                               clock##_nothing};

BLOCKS(gettime)
static const struct blocks *blocks = &gettime_blocks;
static double scale = 1;

#if defined(__x86_64__)
BLOCKS(tsc)
static void take_tsc(void) {
  blocks = &tsc_blocks;
  scale = tsc_scale();
}
#else
static void take_tsc(void) {
  fputs("there is no time stamp counter here\n", stderr);
  exit(2);
}
#endif

static double measure(enum arm arm, const int pair[2], long calls) {
  static const long numbers[] = {SYS_sendto, SYS_write, SYS_recvfrom, SYS_read};
  const int sends = arm == SEND || arm == WRITE;
  const int timed = pair[sends ? 0 : 1];
  const int other = pair[sends ? 1 : 0];
  number = numbers[arm];
  block *const run = library ? blocks->library[arm] : sends ? blocks->straight_out : blocks->straight_in;
  return run(timed, other, calls) * scale;
}

static double clock_cost(void) { return blocks->nothing(CLOCK_READINGS) * scale; }

static void open_tcp(int pair[2]) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof(address);
  const int on = 1;
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, length) != 0 || listen(listener, 1) != 0 ||
      getsockname(listener, (struct sockaddr *)&address, &length) != 0)
    fail("listen");
  pair[0] = socket(AF_INET, SOCK_STREAM, 0);
  if (pair[0] < 0 || connect(pair[0], (struct sockaddr *)&address, length) != 0) fail("connect");
  pair[1] = accept(listener, NULL, NULL);
  if (pair[1] < 0) fail("accept");
  close(listener);
  for (int i = 0; i < 2; i++) setsockopt(pair[i], IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

static void *idle(void *unused) {
  for (;;) pause();
  return unused;
}

int main(int argc, char **argv) {
  if (argc < 7) {
    fprintf(stderr, "usage: %s socketpair|tcp send|recv size calls rounds seed [threaded] [library] [tsc]\n", argv[0]);
    return 2;
  }
  const int tcp = strcmp(argv[1], "tcp") == 0;
  const enum arm baseline = strcmp(argv[2], "send") == 0 ? SEND : RECV;
  size = (size_t)atol(argv[3]);
  const long calls = atol(argv[4]);
  const long rounds = atol(argv[5]);
  srandom((unsigned)atol(argv[6]));
  if (size < 1 || calls < 1 || rounds < 1) return 2;
  for (int i = 7; i < argc; i++) {
    pthread_t thread;
    if (strcmp(argv[i], "library") == 0) library = 1;
    else if (strcmp(argv[i], "tsc") == 0) take_tsc();
    else if (pthread_create(&thread, NULL, idle, NULL) != 0) fail("pthread_create");
  }
  out = malloc(2 * size);
  if (out == NULL) fail("malloc");
  in = out + size;
  memset(out, 0x5a, 2 * size);

  for (long round = 0; round < rounds; round++) {
    int pair[2];
    if (tcp) open_tcp(pair);
    else if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) fail("socketpair");
    measure(baseline, pair, SETTLING);
    double found[3];
    int order[3] = {0, 1, 2};
    for (int last = 2; last > 0; last--) {
      const int other = (int)(random() % (last + 1));
      const int kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    for (int i = 0; i < 3; i++) found[order[i]] = measure(order[i] == 1 ? baseline + 1 : baseline, pair, calls);
    printf("%.3f %.3f %.3f %.3f\n", found[0], found[1], found[2], clock_cost());
    close(pair[0]);
    close(pair[1]);
  }
  return 0;
}
