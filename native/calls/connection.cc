#include <sys/socket.h>

#include "calls.h"

namespace sockcall {

namespace {

// bind(fd, address)
int64_t Bind(Thread& thread, const Arguments& in) {
  Sockaddr address;
  if (const int32_t misuse = in.SockaddrAt(0, &address)) return misuse;
  return Call(thread, "bind", ::bind, in.Int(0), address.address(), address.length);
}

// listen(fd, backlog)
int64_t Listen(Thread& thread, const Arguments& in) {
  return Call(thread, "listen", ::listen, in.Int(0), in.Int(1));
}

// connect(fd, address)
int64_t Connect(Thread& thread, const Arguments& in) {
  Sockaddr address;
  if (const int32_t misuse = in.SockaddrAt(0, &address)) return misuse;
  return Call(thread, "connect", ::connect, in.Int(0), address.address(), address.length);
}

// Makes a call that may give an address, for a caller who may not want it.
template <typename MakeCall>
int64_t WithPeer(const Arguments& in, MakeCall make_call) {
  if (!in.HasValue(0)) return make_call(nullptr, nullptr);
  Sockaddr peer;
  // Checked before the call: an accepted descriptor must not be lost for want of a place to write its address.
  if (const int32_t misuse = in.SockaddrAt(0, &peer)) return misuse;
  socklen_t length = sizeof(peer.storage);
  const int64_t fd = make_call(peer.address(), &length);
  if (fd >= 0) {
    peer.Report(length);
    in.PutSockaddr(0, peer);
  }
  return fd;
}

// accept(fd, address?)
int64_t Accept(Thread& thread, const Arguments& in) {
  return WithPeer(in, [&](sockaddr* address, socklen_t* length) {
    return Call(thread, "accept", ::accept, in.Int(0), address, length);
  });
}

#ifdef __linux__
// accept4(fd, flags, address?)
int64_t Accept4(Thread& thread, const Arguments& in) {
  return WithPeer(in, [&](sockaddr* address, socklen_t* length) {
    return Call(thread, "accept4", ::accept4, in.Int(0), address, length, in.Int(1));
  });
}
#endif

}  // namespace

void RegisterConnection(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"bind", Method<Bind>},
            {"listen", Method<Listen>},
            {"connect", Method<Connect>},
#ifdef __linux__
            {"accept4", Method<Accept4>},
#endif
            {"accept", Method<Accept>}});
}

}  // namespace sockcall
