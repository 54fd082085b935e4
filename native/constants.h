#pragma once

#include <napi.h>

namespace sockcall {

// Every constant of the table that this platform's headers have, by name.
Napi::Object Constants(Napi::Env env);

}  // namespace sockcall
