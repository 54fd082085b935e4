#include "calls.h"

namespace sockcall {

void RegisterService(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
