#include "warden.h"

#include "detached.h"
#include "pause.h"
#include "registry.h"
#include "signals.h"

namespace sockcall::warden {

namespace {

// Under the registry's mutex.
bool running = false;

// Sends a signal to each ending thread that is inside a call; whether there are any that end. The registry's mutex is held.
bool Interrupt(const Registry& registry) {
  bool any = false;
  for (Thread* thread : registry.threads()) {
    if (!thread->ending.load(std::memory_order_relaxed)) continue;
    any = true;
    if (thread->Inside()) signals::Send(thread);
  }
  return any;
}

void* Run(void*) {
  Registry& registry = Registry::Get();
  Pause pause;
  for (;;) {
    {
      const std::lock_guard<std::mutex> lock(registry.mutex());
      if (!Interrupt(registry)) {
        running = false;
        return nullptr;
      }
    }
    pause.Sleep();
  }
}

}  // namespace

void Wake() {
  if (running) return;
  constexpr size_t kStack = 256 * 1024;
  // Without a thread, at least one attempt is made here.
  if (StartDetached(Run, nullptr, kStack) == 0) running = true;
  else Interrupt(Registry::Get());
}

}  // namespace sockcall::warden
