/*
 * echo-server [threaded]: an echo server over epoll, level-triggered, one recv and one send for each event. Prints its
 * port, and ends when its last connection has. The others in bench/contenders, echo-*.ts and echo.py, do the same.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__

#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#define EVENTS 512
#define SIZE 65536

static char buffer[SIZE];
static struct epoll_event events[EVENTS];

static void fail(const char *what) {
  perror(what);
  exit(1);
}

/* A thread that does nothing, only to be there. */
static void *idle(void *unused) {
  for (;;) pause();
  return unused;
}

static void watch(int epoll, int fd) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) != 0) fail("epoll_ctl");
}

static int listening(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof(address);
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (fd < 0 || bind(fd, (struct sockaddr *)&address, length) != 0 || listen(fd, SOMAXCONN) != 0) fail("listen");
  if (getsockname(fd, (struct sockaddr *)&address, &length) != 0) fail("getsockname");
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  return fd;
}

int main(int argc, char **argv) {
  pthread_t thread;
  if (argc > 1 && strcmp(argv[1], "threaded") == 0 && pthread_create(&thread, NULL, idle, NULL) != 0) return 1;
  const int listener = listening();
  const int epoll = epoll_create1(0);
  long open = 0;
  watch(epoll, listener);
  for (;;) {
    const int count = epoll_wait(epoll, events, EVENTS, -1);
    if (count < 0) fail("epoll_wait");
    for (int i = 0; i < count; i++) {
      const int fd = events[i].data.fd;
      if (fd == listener) {
        const int accepted = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
        if (accepted < 0) fail("accept4");
        watch(epoll, accepted);
        open++;
        continue;
      }
      const ssize_t received = recv(fd, buffer, SIZE, 0);
      if (received > 0) {
        if (send(fd, buffer, received, 0) != received) fail("send");
      } else {
        if (received < 0) fail("recv");
        close(fd);
        if (--open == 0) return 0;
      }
    }
  }
}

#else

int main(void) { return 1; }

#endif
