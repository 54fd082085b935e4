#pragma once

#ifdef __linux__
#include <linux/perf_event.h>
#endif

#include "../call.h"
#include "../system.h"
#include "block.h"
#include "clock.h"

namespace sockcall::measure {

#ifdef __linux__
// A clock, and around what it is read for counters, which count that alone.
template <typename ClockType>
class Counted {
 public:
  using Clock = ClockType;

  Counted(Thread& thread, int leader) : thread_(thread), leader_(leader) {}

  void Enter() { Switch(PERF_EVENT_IOC_ENABLE); }
  void Leave() { Switch(PERF_EVENT_IOC_DISABLE); }
  void Reset() { Switch(PERF_EVENT_IOC_RESET); }

 private:
  void Switch(unsigned long request) {
    Call(thread_, "ioctl", system::ioctl, leader_, request, reinterpret_cast<void*>(uintptr_t{PERF_IOC_FLAG_GROUP}));
  }

  Thread& thread_;
  int leader_;
};
#endif

// A clock alone.
template <typename ClockType>
struct Plain {
  using Clock = ClockType;

  static void Enter() {}
  static void Leave() {}
  static void Reset() {}
};

// Runs a loop with the meter that the settings ask for.
template <typename Clock, typename Loop>
int64_t WithClock([[maybe_unused]] Thread& thread, const Settings& settings, Loop loop) {
#ifdef __linux__
  if (settings.counters >= 0) return loop(Counted<Clock>(thread, settings.counters));
#endif
  return settings.counters >= 0 ? int64_t{kOutOfRange} : loop(Plain<Clock>());
}

template <typename Loop>
int64_t WithMeter(Thread& thread, const Settings& settings, Loop loop) {
#ifdef SOCKCALL_TSC
  if (settings.clock == kTsc) return WithClock<TscClock>(thread, settings, loop);
#endif
  if (settings.clock == kClockGettime) return WithClock<MonotonicClock>(thread, settings, loop);
  return kOutOfRange;
}

}  // namespace sockcall::measure
