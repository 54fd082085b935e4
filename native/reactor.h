#pragma once

#include <napi.h>

#include "environment.h"

namespace sockcall {

// Waits for descriptors on the loop of the environment: one epoll (or kqueue) instance, watched by one uv_poll handle.
void RegisterReactor(Napi::Env env, Napi::Object exports, Environment* environment);

}  // namespace sockcall
