#pragma once

#include "thread.h"

namespace sockcall::join_watch {

// Notices that somebody waits for a worker's end who cannot tell us: a main thread that has never loaded this package,
// or a worker that is terminated and takes the workers that it started down with it. Linux; elsewhere it does nothing.

void Add(Thread* thread);
void Remove(Thread* thread);

// From now on all workers are watched, even if the main thread has loaded the package.
void Insist();

}  // namespace sockcall::join_watch
