#include "reactor.h"

namespace sockcall {

void RegisterReactor(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
