/*
 * A batch of 64 datagrams is sent and received over UDP on loopback; an operation is one datagram. With BENCH_ADDRESSED
 * the sockets are not connected: each message has its destination, and tells who sent it. With BENCH_SEGMENTED the
 * kernel cuts the datagrams out of one message.
 */
#define _GNU_SOURCE
#include "bench.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/udp.h>

#define BENCH_BATCH 64

static struct mmsghdr bench_send[BENCH_BATCH];
static struct mmsghdr bench_receive[BENCH_BATCH];
static struct iovec bench_parts[2 * BENCH_BATCH];
static struct sockaddr_in bench_names[2 * BENCH_BATCH];
static char bench_bytes[2 * BENCH_BATCH][BENCH_SIZE];

static void fill(struct mmsghdr *messages, int first) {
  for (int i = 0; i < BENCH_BATCH; i++) {
    struct iovec *part = &bench_parts[first + i];
    part->iov_base = bench_bytes[first + i];
    part->iov_len = BENCH_SIZE;
    messages[i].msg_hdr.msg_iov = part;
    messages[i].msg_hdr.msg_iovlen = 1;
#ifdef BENCH_ADDRESSED
    messages[i].msg_hdr.msg_name = &bench_names[first + i];
    messages[i].msg_hdr.msg_namelen = sizeof(struct sockaddr_in);
#endif
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
#ifdef BENCH_ADDRESSED
  for (int i = 0; i < BENCH_BATCH; i++) bench_names[i] = names[1];
#else
  for (int i = 0; i < 2; i++) {
    if (connect(bench_pair[i], (struct sockaddr *)&names[1 - i], sizeof(names[i])) != 0) exit(1);
  }
#endif
#ifdef BENCH_SEGMENTED
  const int size = BENCH_SIZE;
  if (setsockopt(bench_pair[0], IPPROTO_UDP, UDP_SEGMENT, &size, sizeof(size)) != 0) exit(1);
#endif
  fill(bench_send, 0);
  fill(bench_receive, BENCH_BATCH);
}

static int64_t run(long operations) {
  int64_t seen = 0;
  for (long done = 0; done < operations; done += BENCH_BATCH) {
    const int count = operations - done < BENCH_BATCH ? operations - done : BENCH_BATCH;
#ifdef BENCH_SEGMENTED
    bench_parts[0].iov_base = bench_bytes;
    bench_parts[0].iov_len = count * BENCH_SIZE;
    if (sendmmsg(bench_pair[0], bench_send, 1, 0) != 1) exit(1);
#else
    if (sendmmsg(bench_pair[0], bench_send, count, 0) != count) exit(1);
#endif
    if (recvmmsg(bench_pair[1], bench_receive, count, 0, NULL) != count) exit(1);
    for (int i = 0; i < count; i++) seen += bench_receive[i].msg_len;
  }
  return seen;
}
