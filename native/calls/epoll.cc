#include "calls.h"

namespace sockcall {

void RegisterEpoll(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
