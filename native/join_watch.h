#pragma once

#include "thread.h"

namespace sockcall::join_watch {

// Notices that somebody waits for a blocked worker's end who has not told us: a main thread that has never loaded this
// package, or has lost its listeners, or a worker that ends and takes down those that it has started. Linux; elsewhere it
// does nothing.
//
// Who stops a worker wakes its event loop, then joins its thread. So a native thread sleeps until the loop of a worker is
// woken, and then looks for a while whether any thread of the process waits in the kernel for that worker's end.

void Add(Thread* thread);
void Remove(Thread* thread);

}  // namespace sockcall::join_watch
