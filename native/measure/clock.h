#pragma once

#include <cstdint>
#include <ctime>

#if defined(__x86_64__)
#include <x86intrin.h>
#define SOCKCALL_TSC 1
#endif

namespace sockcall::measure {

// The clocks that a loop can have. lib/compare/calls/clock/ has the same numbers.
enum ClockNumber : int32_t { kClockGettime = 0, kTsc = 1 };

// Nanoseconds of CLOCK_MONOTONIC.
struct MonotonicClock {
  static int64_t Now() {
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
  }
  static int64_t Start() { return Now(); }
  static int64_t End() { return Now(); }
};

#ifdef SOCKCALL_TSC
// Ticks of the processor's time stamp counter. The fences keep what is timed inside: nothing of before is still being
// done at the start, nothing of after has begun at the end.
struct TscClock {
  static int64_t Start() {
    _mm_lfence();
    const auto ticks = static_cast<int64_t>(__rdtsc());
    _mm_lfence();
    return ticks;
  }
  static int64_t End() {
    unsigned int processor;
    const auto ticks = static_cast<int64_t>(__rdtscp(&processor));
    _mm_lfence();
    return ticks;
  }
};
#endif

// The ticks of a clock that one call takes.
template <typename Clock>
struct Stopwatch {
  int64_t start = 0;
  // Of a call that was refused there are none.
  int64_t ticks = 0;

  void Start() { start = Clock::Start(); }
  void End() { ticks = Clock::End() - start; }
};

}  // namespace sockcall::measure
