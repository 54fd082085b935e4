#include "calls.h"

namespace sockcall {

void RegisterPoll(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
