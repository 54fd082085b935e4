#include "calls.h"

namespace sockcall {

void RegisterIoctl(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
