#include <algorithm>
#include <cstring>

#include "sockaddr_families.h"

namespace sockcall {

namespace {

Napi::Uint8Array Copy(Napi::Env env, const char* data, size_t size) {
  Napi::Uint8Array copy = Napi::Uint8Array::New(env, size);
  // Nothing can be made in a worker that is being terminated.
  if (size > 0 && !copy.IsEmpty()) std::memcpy(copy.Data(), data, size);
  return copy;
}

[[maybe_unused]] bool AllZero(const char* data, size_t size) {
  return std::all_of(data, data + size, [](char byte) { return byte == 0; });
}

// The decoders: whether the bytes are an address of the family, whose fields they then set in the structure's order.

bool DecodeInet(Napi::Array fields, const char* bytes, size_t length) {
  sockaddr_in in;
  if (length < sizeof(in)) return false;
  std::memcpy(&in, bytes, sizeof(in));
  char text[INET_ADDRSTRLEN];
  inet_ntop(AF_INET, &in.sin_addr, text, sizeof(text));
  fields.Set(1u, text);
  fields.Set(2u, ntohs(in.sin_port));
  return true;
}

bool DecodeInet6(Napi::Array fields, const char* bytes, size_t length) {
  sockaddr_in6 in;
  if (length < sizeof(in)) return false;
  std::memcpy(&in, bytes, sizeof(in));
  char text[INET6_ADDRSTRLEN];
  inet_ntop(AF_INET6, &in.sin6_addr, text, sizeof(text));
  fields.Set(1u, text);
  fields.Set(2u, ntohs(in.sin6_port));
  fields.Set(3u, ntohl(in.sin6_flowinfo));
  fields.Set(4u, in.sin6_scope_id);
  return true;
}

// In these, bytes that have no name must be zero: an address that says more than its fields stays bytes.

#ifdef __linux__
bool DecodeNetlink(Napi::Array fields, const char* bytes, size_t length) {
  sockaddr_nl nl;
  if (length != sizeof(nl)) return false;
  std::memcpy(&nl, bytes, sizeof(nl));
  if (nl.nl_pad != 0) return false;
  fields.Set(1u, nl.nl_pid);
  fields.Set(2u, nl.nl_groups);
  return true;
}

// The kernel reports as much as the link's address has bytes, be it less or more than the structure has room for.
bool DecodePacket(Napi::Array fields, const char* bytes, size_t length) {
  if (length < kLinkOffset) return false;
  sockaddr_ll ll = {};
  std::memcpy(&ll, bytes, std::min(length, sizeof(ll)));
  const size_t end = kLinkOffset + ll.sll_halen;
  if (length < end || !AllZero(bytes + end, length - end)) return false;
  fields.Set(1u, ntohs(ll.sll_protocol));
  fields.Set(2u, ll.sll_ifindex);
  fields.Set(3u, ll.sll_hatype);
  fields.Set(4u, ll.sll_pkttype);
  fields.Set(5u, Copy(fields.Env(), bytes + kLinkOffset, ll.sll_halen));
  return true;
}
#endif

#ifdef SOCKCALL_VSOCK
bool DecodeVsock(Napi::Array fields, const char* bytes, size_t length) {
  sockaddr_vm vm;
  if (length != sizeof(vm)) return false;
  std::memcpy(&vm, bytes, sizeof(vm));
  uint32_t flags = 0;
#ifdef VMADDR_FLAG_TO_HOST
  flags = vm.svm_flags;
#endif
#ifdef __linux__
  if (!AllZero(reinterpret_cast<const char*>(vm.svm_zero), sizeof(vm.svm_zero))) return false;
#endif
  if (vm.svm_reserved1 != 0) return false;
  fields.Set(1u, vm.svm_cid);
  fields.Set(2u, vm.svm_port);
  fields.Set(3u, flags);
  return true;
}
#endif

bool DecodeFields(int family, Napi::Array fields, const char* bytes, size_t length) {
  switch (family) {
    case AF_INET:
      return DecodeInet(fields, bytes, length);
    case AF_INET6:
      return DecodeInet6(fields, bytes, length);
#ifdef __linux__
    case AF_NETLINK:
      return DecodeNetlink(fields, bytes, length);
    case AF_PACKET:
      return DecodePacket(fields, bytes, length);
#endif
#ifdef SOCKCALL_VSOCK
    case AF_VSOCK:
      return DecodeVsock(fields, bytes, length);
#endif
    default:
      return false;
  }
}

}  // namespace

static_assert(kPathOffset == kDataOffset, "a unix address is decoded as the bytes after its family");

Napi::Value DecodeSockaddr(const Napi::CallbackInfo& info) {
  Napi::Env env = info.Env();
  Napi::Array fields = Napi::Array::New(env);
  const Memory memory = BytesOf(info[0]);
  if (memory.size != sizeof(Sockaddr)) return fields;
  Sockaddr source;
  std::memcpy(static_cast<void*>(&source), memory.data, sizeof(source));
  // Clamped, because the bytes are within JavaScript's reach.
  const size_t length = std::min<size_t>(source.length, sizeof(source.storage));
  if (length < kDataOffset) return fields;
  const int family = source.storage.ss_family;
  const char* bytes = reinterpret_cast<const char*>(&source.storage);
  fields.Set(0u, family);
  if (!DecodeFields(family, fields, bytes, length)) fields.Set(1u, Copy(env, bytes + kDataOffset, length - kDataOffset));
  return fields;
}

}  // namespace sockcall
