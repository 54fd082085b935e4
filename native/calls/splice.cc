#include "calls.h"

namespace sockcall {

void RegisterSplice(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
