#pragma once

#include <cstddef>

namespace sockcall {

// Starts a thread that nobody waits for, in which no signal is handled. 0, or an error number. A stack of 0 bytes is one
// of the platform's usual size.
int StartDetached(void* (*run)(void*), void* argument, size_t stack);

}  // namespace sockcall
