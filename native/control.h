#pragma once

#include <napi.h>

namespace sockcall {

// Puts the functions that lay control messages out and find them again on the exports.
void RegisterControl(Napi::Env env, Napi::Object exports);

}  // namespace sockcall
