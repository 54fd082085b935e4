#pragma once

#include <napi.h>
#include <sys/socket.h>

#include <cstdint>

namespace sockcall {

// An address as the kernel takes and gives it, in memory that belongs to a Sockaddr of lib/address/sockaddr.ts.
struct Sockaddr {
  // How many bytes of storage are the address; never more than there are.
  uint32_t length = 0;
  // What the kernel said the length was, which may be more than fits.
  uint32_t reported = 0;
  sockaddr_storage storage = {};

  sockaddr* address() { return reinterpret_cast<sockaddr*>(&storage); }

  // Takes over the length that the kernel reported.
  void Report(socklen_t value) {
    reported = value;
    length = value < sizeof(storage) ? value : sizeof(storage);
  }
};

// Puts the functions that encode and decode addresses on the exports.
void RegisterSockaddr(Napi::Env env, Napi::Object exports);

}  // namespace sockcall
