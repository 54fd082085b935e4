#include <netdb.h>
#include <sys/socket.h>

#include <cstring>

#include "../list.h"
#include "../lookup.h"
#include "../text.h"
#include "calls.h"

namespace sockcall {

namespace {

Sockaddr Copy(const sockaddr* address, socklen_t length) {
  Sockaddr copy;
  copy.Report(address == nullptr ? 0 : length);
  if (copy.length > 0) std::memcpy(&copy.storage, address, copy.length);
  return copy;
}

// getaddrinfo(flags, family, socktype, protocol; node?, service?, list, hinted?): answers an EAI_ code, and puts errno
// in the place of the flags. Of each address the list gets family, socktype, protocol, a Sockaddr, the canonical name.
int64_t Getaddrinfo(Thread& thread, const Arguments& in) {
  const char* node = nullptr;
  const char* service = nullptr;
  if (const int32_t misuse = TextAt(in, 0, &node)) return misuse;
  if (const int32_t misuse = TextAt(in, 1, &service)) return misuse;
  addrinfo hints = {};
  hints.ai_flags = in.Int(0);
  hints.ai_family = in.Int(1);
  hints.ai_socktype = in.Int(2);
  hints.ai_protocol = in.Int(3);
  const addrinfo* given = in.HasValue(3) ? &hints : nullptr;
  addrinfo* first = nullptr;
  int error = 0;
  const int code = CallLibrary(thread, "getaddrinfo", &error, GetaddrinfoInterruptibly, node, service, given, &first);
  in.PutInt(0, error);
  if (code != 0) return code;
  List list(in, 2);
  for (const addrinfo* found = first; found != nullptr; found = found->ai_next) {
    list.Add(found->ai_family);
    list.Add(found->ai_socktype);
    list.Add(found->ai_protocol);
    list.AddSockaddr(Copy(found->ai_addr, found->ai_addrlen));
    list.AddText(found->ai_canonname);
  }
  freeaddrinfo(first);
  return 0;
}

// getnameinfo(flags; address, list): answers an EAI_ code, and puts errno in the place of the flags. The list gets the
// host and the service.
int64_t Getnameinfo(Thread& thread, const Arguments& in) {
  Sockaddr address;
  if (const int32_t misuse = in.SockaddrAt(0, &address)) return misuse;
  Name name;
  int error = 0;
  const int code = CallLibrary(thread, "getnameinfo", &error, GetnameinfoInterruptibly, address.address(),
                               address.length, &name, in.Int(0));
  in.PutInt(0, error);
  if (code != 0) return code;
  List list(in, 1);
  list.AddText(name.host);
  list.AddText(name.service);
  return 0;
}

}  // namespace

void RegisterResolve(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"getaddrinfo", Method<Getaddrinfo, 4>}, {"getnameinfo", Method<Getnameinfo, 2>}});
}

}  // namespace sockcall
