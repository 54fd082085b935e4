#include "calls.h"

namespace sockcall {

void RegisterPresentation(Napi::Env, Napi::Object, Environment*) {}

}  // namespace sockcall
