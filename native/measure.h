#pragma once

#include <napi.h>

#include "environment.h"

namespace sockcall {

// Puts the functions that time blocks of calls on the exports.
void RegisterMeasure(Napi::Env env, Napi::Object exports, Environment* environment);

}  // namespace sockcall
