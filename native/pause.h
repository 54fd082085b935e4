#pragma once

#include <algorithm>
#include <ctime>

namespace sockcall {

// The time between two looks at something that mostly happens at once: 20 µs at first, and no more than a millisecond.
class Pause {
 public:
  void Sleep() {
    timespec time = {0, nanoseconds_};
    nanosleep(&time, nullptr);
    nanoseconds_ = std::min(2 * nanoseconds_, 1'000'000L);
  }

 private:
  long nanoseconds_ = 20'000;
};

}  // namespace sockcall
