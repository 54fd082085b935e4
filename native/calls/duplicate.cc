#include <unistd.h>

#include "calls.h"

namespace sockcall {

namespace {

// dup(oldfd)
int64_t Dup(Thread& thread, const Arguments& in) { return Call(thread, "dup", ::dup, in.Int(0)); }

// dup2(oldfd, newfd)
int64_t Dup2(Thread& thread, const Arguments& in) { return Call(thread, "dup2", ::dup2, in.Int(0), in.Int(1)); }

#ifdef __linux__
// dup3(oldfd, newfd, flags)
int64_t Dup3(Thread& thread, const Arguments& in) {
  return Call(thread, "dup3", ::dup3, in.Int(0), in.Int(1), in.Int(2));
}
#endif

}  // namespace

void RegisterDuplicate(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"dup", Method<Dup>},
#ifdef __linux__
            {"dup3", Method<Dup3>},
#endif
            {"dup2", Method<Dup2>}});
}

}  // namespace sockcall
