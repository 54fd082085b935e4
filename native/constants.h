#pragma once

#include <napi.h>

namespace sockcall {

// The value of every row of the table, in its order; NaN where this platform's headers lack the name.
Napi::Float64Array Constants(Napi::Env env);

}  // namespace sockcall
