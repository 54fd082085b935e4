#include "interrupt.h"

namespace sockcall {

void RegisterInterrupt(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
