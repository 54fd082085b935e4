#pragma once

#include <napi.h>

#include "environment.h"

namespace sockcall {

// Puts the functions that start and stop this thread's recorder on the exports.
void RegisterRecords(Napi::Env env, Napi::Object exports);

}  // namespace sockcall
