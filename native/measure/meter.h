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
// A clock, around which counters count what happens in between, and the reading of the clock.
template <typename Clock>
class Counted {
 public:
  Counted(Thread& thread, int leader) : thread_(thread), leader_(leader) {}

  int64_t Start() {
    Switch(PERF_EVENT_IOC_ENABLE);
    return Clock::Start();
  }
  int64_t End() {
    const int64_t end = Clock::End();
    Switch(PERF_EVENT_IOC_DISABLE);
    return end;
  }
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
template <typename Clock>
struct Plain {
  static int64_t Start() { return Clock::Start(); }
  static int64_t End() { return Clock::End(); }
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
