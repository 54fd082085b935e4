#include "calls.h"

namespace sockcall {

void RegisterVector(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
