#include "calls.h"

namespace sockcall {

void RegisterDatagram(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
