/*
 * echo-load port connections operations blocks pid: puts load on the echo server with that process id. On every connection 64 bytes go out, and
 * when they have come back the next 64 do. A block is timed from answer to answer; an operation is one request with its
 * answer. Prints what the baselines of bench.h print; what was seen are the bytes that came back as they were sent. Also
 * prints the processor time that the server has taken for an operation.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__

#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#define EVENTS 512
#define SIZE 64

static char request[SIZE];
static struct epoll_event events[EVENTS];
static int *sockets;
/* How many bytes of the answer each connection has. */
static int *arrived;
static int epoll;
static int64_t seen;
static int last;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

/* The nanoseconds that the threads of a process have been running. */
static double processor_time(int pid) {
  struct timespec time;
  clockid_t clock;
  if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0) fail("the server's clock");
  return time.tv_sec * 1e9 + time.tv_nsec;
}

static void ask(int fd) {
  if (send(fd, request, SIZE, 0) != SIZE) fail("send");
}

static void connect_all(int port, int connections) {
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  for (int i = 0; i < connections; i++) {
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
    sockets[i] = socket(AF_INET, SOCK_STREAM, 0);
    if (sockets[i] < 0 || connect(sockets[i], (struct sockaddr *)&address, sizeof(address)) != 0) fail("connect");
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, sockets[i], &event) != 0) fail("epoll_ctl");
  }
}

/* Takes so many answers at least, and asks again for each unless they are the last. Gives how many they were. */
static long take(long operations) {
  char answer[SIZE];
  long taken = 0;
  while (taken < operations) {
    const int count = epoll_wait(epoll, events, EVENTS, -1);
    if (count < 0) fail("epoll_wait");
    for (int i = 0; i < count; i++) {
      const uint32_t at = events[i].data.u32;
      const ssize_t got = recv(sockets[at], answer, SIZE - arrived[at], 0);
      if (got <= 0) fail("recv");
      if (memcmp(answer, request + arrived[at], got) == 0) seen += got;
      arrived[at] += got;
      if (arrived[at] < SIZE) continue;
      arrived[at] = 0;
      taken++;
      if (!last) ask(sockets[at]);
    }
  }
  return taken;
}

int main(int argc, char **argv) {
  const int port = argc > 1 ? atoi(argv[1]) : 0;
  const int connections = argc > 2 ? atoi(argv[2]) : 0;
  const long operations = argc > 3 ? atol(argv[3]) : 0;
  const long blocks = argc > 4 ? atol(argv[4]) : 0;
  const int pid = argc > 5 ? atoi(argv[5]) : 0;
  int64_t taken = 0;
  if (port < 1 || connections < 1 || operations < 1 || blocks < 1 || pid < 1) {
    fprintf(stderr, "usage: %s port connections operations blocks pid\n", argv[0]);
    return 2;
  }
  sockets = calloc(connections, sizeof(*sockets));
  arrived = calloc(connections, sizeof(*arrived));
  epoll = epoll_create1(0);
  if (sockets == NULL || arrived == NULL || epoll < 0) fail("preparing");
  for (int i = 0; i < SIZE; i++) request[i] = (char)('a' + i % 26);
  connect_all(port, connections);
  for (int i = 0; i < connections; i++) ask(sockets[i]);
  take(4 * operations + 4 * connections);
  seen = 0;
  const double before = processor_time(pid);
  printf("{\"nanoseconds\":[");
  for (long block = 0; block < blocks; block++) {
    const double start = now();
    const long count = take(operations);
    printf("%s%.3f", block > 0 ? "," : "", (now() - start) / count);
    taken += count;
  }
  printf("],\"seen\":%lld,\"operations\":%lld", (long long)seen, (long long)taken);
  printf(",\"processor\":%.3f}\n", (processor_time(pid) - before) / taken);
  /* What is still on its way is read, so that the connections end without a reset. */
  last = 1;
  take(connections);
  return 0;
}

#else

int main(void) { return 1; }

#endif
