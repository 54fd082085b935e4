#include "calls.h"

namespace sockcall {

void RegisterNetwork(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
