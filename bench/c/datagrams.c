/* A batch of 64 datagrams is sent and received over UDP on loopback; an operation is one datagram. */
#define _GNU_SOURCE
#include "bench.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#define BENCH_BATCH 64

static struct mmsghdr bench_send[BENCH_BATCH];
static struct mmsghdr bench_receive[BENCH_BATCH];
static struct iovec bench_parts[2 * BENCH_BATCH];
static char bench_bytes[2 * BENCH_BATCH][BENCH_SIZE];

static void fill(struct mmsghdr *messages, int first) {
  for (int i = 0; i < BENCH_BATCH; i++) {
    struct iovec *part = &bench_parts[first + i];
    part->iov_base = bench_bytes[first + i];
    part->iov_len = BENCH_SIZE;
    messages[i].msg_hdr.msg_iov = part;
    messages[i].msg_hdr.msg_iovlen = 1;
  }
}

static void prepare(void) {
  struct sockaddr_in names[2] = {{.sin_family = AF_INET}, {.sin_family = AF_INET}};
  for (int i = 0; i < 2; i++) {
    socklen_t length = sizeof(names[i]);
    names[i].sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bench_pair[i] = socket(AF_INET, SOCK_DGRAM, 0);
    if (bind(bench_pair[i], (struct sockaddr *)&names[i], length) != 0) exit(1);
    if (getsockname(bench_pair[i], (struct sockaddr *)&names[i], &length) != 0) exit(1);
  }
  for (int i = 0; i < 2; i++) {
    if (connect(bench_pair[i], (struct sockaddr *)&names[1 - i], sizeof(names[i])) != 0) exit(1);
  }
  fill(bench_send, 0);
  fill(bench_receive, BENCH_BATCH);
}

static int64_t run(long operations) {
  int64_t seen = 0;
  for (long done = 0; done < operations; done += BENCH_BATCH) {
    const int count = operations - done < BENCH_BATCH ? operations - done : BENCH_BATCH;
    if (sendmmsg(bench_pair[0], bench_send, count, 0) != count) exit(1);
    if (recvmmsg(bench_pair[1], bench_receive, count, 0, NULL) != count) exit(1);
    for (int i = 0; i < count; i++) seen += bench_receive[i].msg_len;
  }
  return seen;
}
