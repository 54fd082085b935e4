#include <sys/uio.h>

#include <vector>

#include "calls.h"

namespace sockcall {

namespace {

template <typename Function>
int64_t Transfer(Thread& thread, const char* name, Function function, const Arguments& in) {
  std::vector<iovec> vectors;
  if (const int32_t misuse = in.Vectors(0, &vectors)) return misuse;
  return Call(thread, name, function, in.Int(0), vectors.data(), vectors.size());
}

// readv(fd, buffers)
int64_t Readv(Thread& thread, const Arguments& in) { return Transfer(thread, "readv", ::readv, in); }

// writev(fd, buffers)
int64_t Writev(Thread& thread, const Arguments& in) { return Transfer(thread, "writev", ::writev, in); }

}  // namespace

void RegisterVector(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment, {{"readv", Method<Readv>}, {"writev", Method<Writev>}});
}

}  // namespace sockcall
