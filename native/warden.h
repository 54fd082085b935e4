#pragma once

namespace sockcall::warden {

// A native thread that interrupts every call of the threads that are marked as ending, until they have ended. It is
// there only while there are such threads.

// Tells it that a thread has been marked. The registry's mutex has to be held.
void Wake();

}  // namespace sockcall::warden
