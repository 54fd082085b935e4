#pragma once

#include "thread.h"

namespace sockcall::signals {

// The signal that makes a blocked call answer EINTR.
int Number();

// Another one for it, as long as none has been sent: 0, or EINVAL if it cannot be had, or EBUSY if it is too late.
int Choose(int number);

// Sends it to a thread, unless the last one is still under way. The registry's mutex has to be held.
void Send(Thread* thread);

}  // namespace sockcall::signals
