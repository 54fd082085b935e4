#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>

#include "../text.h"
#include "calls.h"

namespace sockcall {

namespace {

// How many bytes an address of the family has; none where C reads and writes none.
size_t SizeOf(int family) {
  if (family == AF_INET) return sizeof(in_addr);
  return family == AF_INET6 ? sizeof(in6_addr) : 0;
}

// A null pointer says that errno has the reason; here -1 says it, as for system calls.
int Print(int family, const void* address, char* text, socklen_t size) {
  return ::inet_ntop(family, address, text, size) == nullptr ? -1 : 0;
}

// inet_pton(family; text, address): answers 1 for an address, 0 if the text is none, or -errno
int64_t InetPton(Thread& thread, const Arguments& in) {
  const char* text = nullptr;
  Bytes target;
  if (const int32_t misuse = TextAt(in, 0, &text)) return misuse;
  if (const int32_t misuse = in.Whole(1, &target)) return misuse;
  const size_t size = SizeOf(in.Int(0));
  if (target.size < size) return kOutOfRange;
  in6_addr address = {};
  void* const place = &address;
  const int64_t result = Call(thread, "inet_pton", ::inet_pton, in.Int(0), text == nullptr ? "" : text, place);
  if (result == 1 && size > 0) std::memcpy(target.data, place, size);
  return result;
}

// inet_ntop(family; address, text): answers the text's length, without its NUL
int64_t InetNtop(Thread& thread, const Arguments& in) {
  Bytes source;
  Bytes target;
  if (const int32_t misuse = in.Whole(0, &source)) return misuse;
  if (const int32_t misuse = in.Whole(1, &target)) return misuse;
  const size_t size = SizeOf(in.Int(0));
  if (source.size < size) return kOutOfRange;
  in6_addr address = {};
  if (size > 0) std::memcpy(&address, source.data, size);
  auto* text = static_cast<char*>(target.data);
  const auto room = static_cast<socklen_t>(std::min<size_t>(target.size, INET6_ADDRSTRLEN));
  const int64_t result = Call(thread, "inet_ntop", Print, in.Int(0), &address, text, room);
  return result == 0 ? static_cast<int64_t>(strnlen(text, room)) : result;
}

}  // namespace

void RegisterPresentation(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment, {{"inet_pton", Method<InetPton, 2>}, {"inet_ntop", Method<InetNtop, 2>}});
}

}  // namespace sockcall
