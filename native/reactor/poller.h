#pragma once

#include <cstddef>
#include <cstdint>

#include "thread.h"

namespace sockcall {

// The sides of a descriptor that one may wait for. lib/reactor/side.ts has the same numbers.
enum Side : int32_t {
  kRead = 1,
  kWrite = 2,
};

// A descriptor that is ready, as JavaScript reads it out of an Int32Array. An error or a hang-up is for both sides.
struct Ready {
  int32_t fd;
  int32_t generation;
  int32_t sides;
};

static_assert(sizeof(Ready) == 3 * sizeof(int32_t), "lib/reactor/ring.ts knows the places");

// The kernel's list of descriptors to look after: epoll, or kqueue where there is none. Edges are told, not levels.
class Poller {
 public:
  static constexpr int kBatch = 256;

  // 0 or -errno.
  int64_t Open(Thread& thread);
  void Close();
  int fd() const { return fd_; }

  // Looks after these sides of a descriptor from now on, and no other side; what is ready already is told. `known` says
  // whether it is thought to be looked after by now, which may be wrong. The kernel gives the generation back with each
  // event. 0, or 1 if it was not looked after, or -errno.
  int64_t Watch(Thread& thread, int fd, int32_t sides, int32_t generation, bool known);
  int64_t Unwatch(Thread& thread, int fd);

  // What is ready now, without waiting; at most kBatch. How many, or -errno.
  int64_t Collect(Thread& thread, Ready* ready);

 private:
  int fd_ = -1;
};

}  // namespace sockcall
