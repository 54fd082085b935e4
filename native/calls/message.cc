#include "calls.h"

namespace sockcall {

void RegisterMessage(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
