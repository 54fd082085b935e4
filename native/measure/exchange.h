#pragma once

#include <algorithm>

#include "../call.h"
#include "../system.h"
#include "block.h"
#include "clock.h"

namespace sockcall::measure {

// The untimed calls of the other end of a pair.
class Counterpart {
 public:
  Counterpart(Thread& thread, Block& block) : thread_(thread), block_(block) {}

  // Sends a message to the timed end, or from there: how much of it was taken, or -errno.
  int64_t Send() { return Send(block_.counterpart_send); }
  int64_t SendTimed() { return Send(block_.timed_send); }

  // Receives a message of which so much was taken: how much of it came, or -errno.
  int64_t Receive(int64_t count) { return Drain(block_.counterpart_recv, count); }

  // Takes away what the timed end has left of a stream, so that the next exchange starts from an empty queue. What a
  // receiver leaves of a message is gone.
  int64_t TakeRest(int64_t count) { return block_.settings.messages != 0 ? 0 : Drain(block_.timed_recv, count); }

  // Whether poll() told, within the patience of the block, that a call can be made again that answered EAGAIN. A signal
  // neither ends that time nor begins it anew.
  __attribute__((cold, noinline)) bool Await(int fd, short events) {
    constexpr int64_t kMillisecond = 1'000'000;
    int64_t left = block_.settings.patience;
    if (left <= 0) return false;
    const int64_t until = MonotonicClock::Now() + left * kMillisecond;
    for (;;) {
      pollfd polled = {fd, events, 0};
      const int64_t ready = Call(thread_, "poll", system::poll, &polled, nfds_t{1}, static_cast<int>(left));
      if (ready != -EINTR || thread_.ending.load(std::memory_order_relaxed)) return ready > 0;
      left = std::max(INT64_C(0), (until - MonotonicClock::Now() + kMillisecond - 1) / kMillisecond);
    }
  }

 private:
  __attribute__((hot)) int64_t Send(Step& step) {
    int64_t sent = 0;
    do {
      sent = MakeCall(thread_, step);
    } while (sent == -EAGAIN && Await(step.fd, POLLOUT));
    return sent;
  }

  // Aligned so that it and what comes after it lie in one page, however much lies before them.
  __attribute__((hot, aligned(1024))) int64_t Drain(Step& step, int64_t count) {
    int64_t drained = 0;
    while (drained < count) {
      const auto left = static_cast<size_t>(count - drained);
      if (step.size != left) Aim(&step, step.data, left);
      const int64_t got = MakeCall(thread_, step);
      if (got == -EAGAIN && Await(step.fd, POLLIN)) continue;
      if (got < 0) return got;
      drained += got;
      if (got == 0 || block_.settings.messages != 0) break;
    }
    return drained;
  }

  Thread& thread_;
  Block& block_;
};

}  // namespace sockcall::measure
