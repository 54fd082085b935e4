#include "calls.h"

namespace sockcall {

void RegisterBatch(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
