#include <sys/socket.h>

#include "calls.h"

namespace sockcall {

namespace {

using NameCall = int (*)(int, sockaddr*, socklen_t*);

int64_t NameOf(Thread& thread, const Arguments& in, const char* name, NameCall function) {
  Sockaddr address;
  if (const int32_t misuse = in.SockaddrAt(0, &address)) return misuse;
  socklen_t length = sizeof(address.storage);
  const int64_t result = Call(thread, name, function, in.Int(0), address.address(), &length);
  if (result == 0) {
    address.Report(length);
    in.PutSockaddr(0, address);
  }
  return result;
}

// getsockname(fd, address)
int64_t Getsockname(Thread& thread, const Arguments& in) {
  return NameOf(thread, in, "getsockname", static_cast<NameCall>(::getsockname));
}

// getpeername(fd, address)
int64_t Getpeername(Thread& thread, const Arguments& in) {
  return NameOf(thread, in, "getpeername", static_cast<NameCall>(::getpeername));
}

}  // namespace

void RegisterName(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"getsockname", Method<Getsockname>}, {"getpeername", Method<Getpeername>}});
}

}  // namespace sockcall
