#pragma once

#include <cerrno>
#include <cstdint>
#include <ctime>

#include "../../call.h"
#include "../clock.h"

namespace sockcall::measure {

// A timer may be as late as its slack, 50 µs by default, and the wake-up takes its time; so the last bit is spent by
// looking at the clock again and again.
constexpr int64_t kSpin = 150'000;

// Waits until CLOCK_MONOTONIC is there; -EINTR if the thread is to end. It makes no call if the time has come already.
inline int64_t AwaitTime(Thread& thread, int64_t due) {
  for (int64_t now = MonotonicClock::Now(); now < due; now = MonotonicClock::Now()) {
    if (due - now <= kSpin) continue;
    const int64_t until = due - kSpin;
#ifdef __linux__
    timespec wake = {until / 1'000'000'000, until % 1'000'000'000};
    Call(thread, "clock_nanosleep", ::clock_nanosleep, CLOCK_MONOTONIC, TIMER_ABSTIME, &wake, nullptr);
#else
    timespec span = {(until - now) / 1'000'000'000, (until - now) % 1'000'000'000};
    Call(thread, "nanosleep", ::nanosleep, &span, nullptr);
#endif
    if (thread.ending.load(std::memory_order_relaxed)) return -EINTR;
  }
  return 0;
}

}  // namespace sockcall::measure
