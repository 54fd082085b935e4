#pragma once

#include <pthread.h>

#include <atomic>
#include <cstdint>
#include <cstring>

#include "recorder.h"

namespace sockcall {

// What is known of the thread that an environment runs on. Others may look at it while they hold the registry's mutex.
//
// What each call needs comes first, and together.
struct Thread {
  Recorder recorder;
  // How often the thread has entered a call or come out of one: odd while it is inside. Only the thread itself writes.
  std::atomic<uint64_t> crossings{0};
  // The thread is to end: whatever it calls answers EINTR and is not made, but for close().
  std::atomic<bool> ending{false};
  // The signals that were sent to it, and how many of them it has taken. At most one is under way.
  std::atomic<uint32_t> signals_sent{0};
  std::atomic<uint32_t> signals_taken{0};

  // Of the registry: set before the thread is entered there, and not changed again.
  int64_t id = -1;
  uint64_t serial = 0;
  pthread_t handle = {};
  int64_t kernel_id = 0;
  // The descriptor of its event loop, or -1.
  int loop = -1;
  bool watched = false;
  // The serial of the environment that a thread of the pool works for; 0 for an environment's own thread.
  uint64_t employer = 0;
  // Another environment of the same thread, if the addon was loaded in it more than once.
  Thread* sibling = nullptr;

  // To be given to Leave().
  uint64_t Enter() {
    const uint64_t crossing = Crossings() + 1;
    crossings.store(crossing, std::memory_order_relaxed);
    return crossing;
  }
  void Leave(uint64_t crossing) { crossings.store(crossing + 1, std::memory_order_relaxed); }

  // Whether the call must not be made. Asked inside, so that whoever marks the thread too late finds it there.
  bool Refuses(const char* name) const {
    return __builtin_expect(ending.load(std::memory_order_relaxed), 0) && !IsClose(name);
  }
  // A descriptor may always be closed, or it would leak.
  __attribute__((noinline, cold)) static bool IsClose(const char* name) { return std::strcmp(name, "close") == 0; }

  bool Inside() const { return Crossings() % 2 == 1; }
  uint64_t Crossings() const { return crossings.load(std::memory_order_relaxed); }
  bool HasTakenAll() const { return signals_sent.load() == signals_taken.load(); }
};

}  // namespace sockcall
