#include "calls.h"

namespace sockcall {

void RegisterResolve(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
