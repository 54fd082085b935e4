#pragma once

#include <napi.h>

#include "../environment.h"

namespace sockcall::measure {

// Put what measures on the exports.
void RegisterMeasure(Napi::Env env, Napi::Object exports, Environment* environment);

// The parts of it.
void RegisterAffinity(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterClock(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterCounter(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterFlow(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterLoops(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterRoundTrip(Napi::Env env, Napi::Object exports, Environment* environment);

}  // namespace sockcall::measure
