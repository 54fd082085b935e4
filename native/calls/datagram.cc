#include <sys/socket.h>

#include <cstddef>
#include <cstring>

#include "calls.h"
#include "system.h"

namespace sockcall {

namespace {

// Whether the second value is an address, which TypeScript knows sooner.
bool Addressed(const Arguments& in) { return in.Int(2) != 0; }

// sendto(fd, buffer, flags, address?, offset, length)
int64_t Sendto(Thread& thread, const Arguments& in) {
  Sockaddr address;
  const bool addressed = Addressed(in);
  if (addressed) {
    if (const int32_t misuse = in.SockaddrAt(1, &address)) return misuse;
  }
  Bytes bytes;
  if (const int32_t misuse = in.Slice(0, &bytes)) return misuse;
  return Call(thread, "sendto", system::sendto, in.Int(0), bytes.data, bytes.size, in.Int(1),
              addressed ? address.address() : nullptr, addressed ? address.length : 0);
}

// recvfrom(fd, buffer, flags, address?, offset, length)
int64_t Recvfrom(Thread& thread, const Arguments& in) {
  Bytes peer{};
  if (Addressed(in)) {
    if (in.Whole(1, &peer) != 0 || peer.size != sizeof(Sockaddr)) return kNotSockaddr;
  }
  Bytes bytes;
  if (const int32_t misuse = in.Slice(0, &bytes)) return misuse;
  if (peer.data == nullptr) {
    return Call(thread, "recvfrom", system::recvfrom, in.Int(0), bytes.data, bytes.size, in.Int(1), nullptr, nullptr);
  }
  // The kernel writes into the caller's Sockaddr itself, at most as much as it has room for.
  char* const place = static_cast<char*>(peer.data);
  void* const storage = place + offsetof(Sockaddr, storage);
  socklen_t length = sizeof(Sockaddr::storage);
  const int64_t count = Call(thread, "recvfrom", system::recvfrom, in.Int(0), bytes.data, bytes.size, in.Int(1),
                             static_cast<sockaddr*>(storage), &length);
  if (count >= 0) {
    const uint32_t clamped = length < sizeof(Sockaddr::storage) ? length : sizeof(Sockaddr::storage);
    const uint32_t reported = length;
    std::memcpy(place + offsetof(Sockaddr, length), &clamped, sizeof(clamped));
    std::memcpy(place + offsetof(Sockaddr, reported), &reported, sizeof(reported));
  }
  return count;
}

}  // namespace

void RegisterDatagram(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment, {{"sendto", Method<Sendto, 2>}, {"recvfrom", Method<Recvfrom, 2>}});
}

}  // namespace sockcall
