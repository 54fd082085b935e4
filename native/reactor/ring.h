#pragma once

#include <cstdint>

#include "poller.h"

namespace sockcall {

// Memory that the reactor's two sides share, as the frame is shared: never handed out, so it is kept by address.
// lib/reactor/ring.ts has the other side.
struct Ring {
  // How many waits are pending: while there are any, the process stays alive.
  int32_t pending;
  // Whether the handle keeps the loop alive now.
  int32_t alive;
  // Counts the batches; odd while one is being handled, microtasks included.
  int32_t turn;
  // How many of `ready` the batch has.
  int32_t count;
  Ready ready[Poller::kBatch];
};

}  // namespace sockcall
