#include "calls.h"

namespace sockcall {

void RegisterPipe(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
