#pragma once

#include <vector>

#include "thread.h"

namespace sockcall {

// Which of these threads some other thread waits for in pthread_join(), as the kernel tells: Linux's /proc has the system
// call that each thread sleeps in. The C library joins by a futex inside of the thread's own structure.
std::vector<Thread*> Joined(const std::vector<Thread*>& threads);

}  // namespace sockcall
