#include "poller.h"

#ifdef __linux__

#include <sys/epoll.h>
#include <unistd.h>

#include "call.h"
#include "system.h"

namespace sockcall {

namespace {

uint32_t EventsOf(int32_t sides) {
  uint32_t events = EPOLLET;
  if (sides & kRead) events |= EPOLLIN | EPOLLPRI | EPOLLRDHUP;
  if (sides & kWrite) events |= EPOLLOUT;
  return events;
}

int32_t SidesOf(uint32_t events) {
  int32_t sides = 0;
  if (events & (EPOLLIN | EPOLLPRI | EPOLLRDHUP)) sides |= kRead;
  if (events & EPOLLOUT) sides |= kWrite;
  if (events & (EPOLLERR | EPOLLHUP)) sides |= kRead | kWrite;
  if (events & (EPOLLPRI | EPOLLRDHUP | EPOLLERR | EPOLLHUP)) sides |= kMore;
  return sides;
}

}  // namespace

int64_t Poller::Open(Thread& thread) {
  const int64_t result = Call(thread, "epoll_create1", ::epoll_create1, EPOLL_CLOEXEC);
  if (result < 0) return result;
  fd_ = static_cast<int>(result);
  return 0;
}

void Poller::Close() {
  // The environment's thread is not there any more.
  Thread thread;
  if (fd_ >= 0) Call(thread, "close", ::close, fd_);
  fd_ = -1;
}

int64_t Poller::Watch(Thread& thread, int fd, int32_t sides, int32_t generation, bool known) {
  epoll_event event = {};
  event.events = EventsOf(sides);
  event.data.u64 = static_cast<uint64_t>(static_cast<uint32_t>(generation)) << 32 | static_cast<uint32_t>(fd);
  if (known) {
    const int64_t result = Call(thread, "epoll_ctl", ::epoll_ctl, fd_, EPOLL_CTL_MOD, fd, &event);
    if (result != -ENOENT) return result;
  }
  const int64_t result = Call(thread, "epoll_ctl", ::epoll_ctl, fd_, EPOLL_CTL_ADD, fd, &event);
  if (result == 0) return 1;
  if (result != -EEXIST) return result;
  return Call(thread, "epoll_ctl", ::epoll_ctl, fd_, EPOLL_CTL_MOD, fd, &event);
}

int64_t Poller::Unwatch(Thread& thread, int fd) {
  // Kernels before 2.6.9 wanted an event here, too.
  epoll_event event = {};
  return Call(thread, "epoll_ctl", ::epoll_ctl, fd_, EPOLL_CTL_DEL, fd, &event);
}

int64_t Poller::Collect(Thread& thread, Ready* ready) {
  epoll_event events[kBatch];
  const int64_t count = Call(thread, "epoll_wait", system::epoll_wait, fd_, events, kBatch, 0);
  for (int64_t i = 0; i < count; i++) {
    const uint64_t data = events[i].data.u64;
    ready[i] = {static_cast<int32_t>(data), static_cast<int32_t>(data >> 32), SidesOf(events[i].events)};
  }
  return count;
}

}  // namespace sockcall

#endif
