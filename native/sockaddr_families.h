#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>

#ifdef __linux__
// What the next ones include, so that they find it.
#include <linux/types.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#endif
#if __has_include(<linux/vm_sockets.h>)
#include <linux/vm_sockets.h>
#define SOCKCALL_VSOCK 1
#elif __has_include(<sys/vsock.h>)
#include <sys/vsock.h>
#define SOCKCALL_VSOCK 1
#endif

#include <cstddef>
#include <cstdint>

#include "sockaddr.h"

// What encoding and decoding addresses have in common: the structures of the families, and bytes of JavaScript.
namespace sockcall {

inline constexpr size_t kPathOffset = offsetof(sockaddr_un, sun_path);
inline constexpr size_t kDataOffset = offsetof(sockaddr, sa_data);
#ifdef __linux__
inline constexpr size_t kLinkOffset = offsetof(sockaddr_ll, sll_addr);
#endif

struct Memory {
  uint8_t* data = nullptr;
  size_t size = 0;
};

// The bytes of a Uint8Array; none if the value is anything else.
inline Memory BytesOf(Napi::Value value) {
  Memory bytes;
  void* data = nullptr;
  auto type = static_cast<napi_typedarray_type>(-1);
  const napi_status status =
      napi_get_typedarray_info(value.Env(), value, &type, &bytes.size, &data, nullptr, nullptr);
  if (status != napi_ok || type != napi_uint8_array) return {};
  bytes.data = static_cast<uint8_t*>(data);
  return bytes;
}

// (target, …) -> whether it could be encoded
void RegisterEncoders(Napi::Env env, Napi::Object exports);

// (source) -> [family, ...its fields in the structure's order], or [family, the bytes after it], or [] if there is no
// address
Napi::Value DecodeSockaddr(const Napi::CallbackInfo& info);

}  // namespace sockcall
