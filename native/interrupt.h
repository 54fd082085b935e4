#pragma once

#include <napi.h>

#include "environment.h"

namespace sockcall {

// Stops threads that are blocked in a call: the registry of threads, and the signal that makes their call answer EINTR.
void RegisterInterrupt(Napi::Env env, Napi::Object exports, Environment* environment);

}  // namespace sockcall
