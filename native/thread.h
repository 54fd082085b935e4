#pragma once

#include <atomic>

#include "recorder.h"

namespace sockcall {

// What is known of the thread that an environment runs on.
struct Thread {
  // The call that the thread is inside of, or null: what an interrupter on another thread looks at.
  std::atomic<const char*> inside{nullptr};
  Recorder recorder;
};

}  // namespace sockcall
