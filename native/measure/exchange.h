#pragma once

#include "../call.h"
#include "../system.h"
#include "block.h"

namespace sockcall::measure {

// The untimed calls of the other end of a pair.
class Counterpart {
 public:
  explicit Counterpart(const Block& block) : block_(block) {}

  // Sends a message to the timed end, or from there: how much of it was taken, or -errno.
  int64_t Send(Thread& thread) const { return Send(thread, block_.settings.counterpart); }
  int64_t SendTimed(Thread& thread) const { return Send(thread, block_.settings.timed); }

  // Receives a message of which so much was taken: how much of it came, or -errno.
  int64_t Receive(Thread& thread, int64_t count) const { return Drain(thread, block_.settings.counterpart, count); }

  // Takes away what the timed end has left of a stream, so that the next exchange starts from an empty queue. What a
  // receiver leaves of a message is gone.
  int64_t TakeRest(Thread& thread, int64_t count) const {
    return block_.settings.messages != 0 ? 0 : Drain(thread, block_.settings.timed, count);
  }

  // Whether poll() told, within the patience of the block, that a call can be made again that answered EAGAIN.
  bool Await(Thread& thread, int fd, short events) const {
    if (block_.settings.patience <= 0) return false;
    pollfd polled = {fd, events, 0};
    return Call(thread, "poll", system::poll, &polled, nfds_t{1}, block_.settings.patience) > 0;
  }

 private:
  int64_t Send(Thread& thread, int fd) const {
    int64_t sent = 0;
    do {
      sent = Call(thread, "send", system::send, fd, block_.out, block_.size, 0);
    } while (sent == -EAGAIN && Await(thread, fd, POLLOUT));
    return sent;
  }

  int64_t Drain(Thread& thread, int fd, int64_t count) const {
    int64_t drained = 0;
    while (drained < count) {
      // A message is there as soon as it was sent; if it was lost on the way, none would ever come.
      const int flags = block_.settings.messages != 0 ? MSG_DONTWAIT : MSG_WAITALL;
      const int64_t got = Call(thread, "recv", system::recv, fd, block_.in, static_cast<size_t>(count - drained), flags);
      if (got == -EAGAIN && Await(thread, fd, POLLIN)) continue;
      if (got < 0) return got;
      drained += got;
      if (got == 0 || block_.settings.messages != 0) break;
    }
    return drained;
  }

  const Block& block_;
};

}  // namespace sockcall::measure
