#include "poller.h"

#ifndef __linux__

#include <fcntl.h>
#include <sys/types.h>

#include <sys/event.h>
#include <sys/time.h>
#include <unistd.h>

#include "call.h"

namespace sockcall {

namespace {

// The generation travels as the pointer that the kernel gives back.
void* DataOf(int32_t generation) { return reinterpret_cast<void*>(static_cast<intptr_t>(generation)); }

int64_t Change(Thread& thread, int kq, int fd, int16_t filter, uint16_t flags, int32_t generation) {
  struct kevent change;
  EV_SET(&change, fd, filter, flags, 0, 0, DataOf(generation));
  return Call(thread, "kevent", ::kevent, kq, &change, 1, nullptr, 0, nullptr);
}

}  // namespace

int64_t Poller::Open(Thread& thread) {
  const int64_t result = Call(thread, "kqueue", ::kqueue);
  if (result < 0) return result;
  fd_ = static_cast<int>(result);
  ::fcntl(fd_, F_SETFD, FD_CLOEXEC);
  return 0;
}

void Poller::Close() {
  // The environment's thread is not there any more.
  Thread thread;
  if (fd_ >= 0) Call(thread, "close", ::close, fd_);
  fd_ = -1;
}

int64_t Poller::Watch(Thread& thread, int fd, int32_t sides, int32_t generation, bool known) {
  const struct {
    Side side;
    int16_t filter;
  } filters[] = {{kRead, EVFILT_READ}, {kWrite, EVFILT_WRITE}};
  for (const auto& [side, filter] : filters) {
    if (sides & side) {
      const int64_t result = Change(thread, fd_, fd, filter, EV_ADD | EV_CLEAR, generation);
      if (result < 0) return result;
    } else if (known) {
      // ENOENT if it was not there.
      Change(thread, fd_, fd, filter, EV_DELETE, generation);
    }
  }
  return 0;
}

int64_t Poller::Unwatch(Thread& thread, int fd) {
  const int64_t reading = Change(thread, fd_, fd, EVFILT_READ, EV_DELETE, 0);
  const int64_t writing = Change(thread, fd_, fd, EVFILT_WRITE, EV_DELETE, 0);
  return reading < 0 ? writing : 0;
}

int64_t Poller::Collect(Thread& thread, Ready* ready) {
  struct kevent events[kBatch];
  const timespec now = {0, 0};
  const int64_t count = Call(thread, "kevent", ::kevent, fd_, nullptr, 0, events, kBatch, &now);
  for (int64_t i = 0; i < count; i++) {
    const auto generation = static_cast<int32_t>(reinterpret_cast<intptr_t>(events[i].udata));
    int32_t sides = events[i].filter == EVFILT_WRITE ? kWrite : kRead | kMore;
    if (events[i].flags & (EV_EOF | EV_ERROR)) sides = kRead | kWrite | kMore;
    ready[i] = {static_cast<int32_t>(events[i].ident), generation, sides};
  }
  return count;
}

}  // namespace sockcall

#endif
