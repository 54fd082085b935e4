#include <fcntl.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/eventfd.h>
#endif

#include <cstring>

#include "calls.h"

namespace sockcall {

#ifdef __linux__

namespace {

// pipe2(flags, pipefd): pipefd is an Int32Array of two
int64_t Pipe2(Thread& thread, const Arguments& in) {
  Bytes pipefd;
  if (const int32_t misuse = in.Whole(0, &pipefd)) return misuse;
  int fds[2];
  if (pipefd.size < sizeof(fds)) return kOutOfRange;
  const int64_t result = Call(thread, "pipe2", ::pipe2, fds, in.Int(0));
  if (result == 0) std::memcpy(pipefd.data, fds, sizeof(fds));
  return result;
}

// eventfd(initial, flags)
int64_t Eventfd(Thread& thread, const Arguments& in) {
  return Call(thread, "eventfd", ::eventfd, static_cast<unsigned int>(in.Int(0)), in.Int(1));
}

}  // namespace

void RegisterPipe(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment, {{"pipe2", Method<Pipe2>}, {"eventfd", Method<Eventfd>}});
}

#else

void RegisterPipe(Napi::Env, Napi::Object, Environment*) {}

#endif

}  // namespace sockcall
