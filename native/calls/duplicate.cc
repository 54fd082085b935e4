#include "calls.h"

namespace sockcall {

void RegisterDuplicate(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
