#pragma once

namespace sockcall {

// Node closes an addon with the last environment that has loaded it. From now on its code stays where it is: a signal's
// handler may be called, or a thread that nobody waits for may still run.
void StayLoaded();

}  // namespace sockcall
