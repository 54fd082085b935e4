#include <algorithm>
#include <cstring>
#include <string>

#include "sockaddr_families.h"

namespace sockcall {

namespace {

// Writes to the first argument of every encoder: the bytes of a Sockaddr of lib/address/sockaddr.ts, unless somebody
// has detached or replaced them. Answers whether it could.
template <typename Address>
bool Put(const Napi::CallbackInfo& info, Address address, size_t length) {
  const Memory bytes = BytesOf(info[0]);
  if (bytes.size != sizeof(Sockaddr)) return false;
#ifdef __APPLE__
  reinterpret_cast<sockaddr*>(&address)->sa_len = static_cast<uint8_t>(length);
#endif
  Sockaddr target;
  std::memcpy(&target.storage, &address, length);
  target.Report(static_cast<socklen_t>(length));
  std::memcpy(bytes.data, static_cast<const void*>(&target), sizeof(target));
  return true;
}

// (target, address, port) -> whether the text is an IPv4 address
Napi::Value EncodeInet(const Napi::CallbackInfo& info) {
  sockaddr_in in = {};
  in.sin_family = AF_INET;
  in.sin_port = htons(static_cast<uint16_t>(info[2].As<Napi::Number>().Uint32Value()));
  const std::string text = info[1].As<Napi::String>();
  const bool valid = inet_pton(AF_INET, text.c_str(), &in.sin_addr) == 1;
  return Napi::Boolean::New(info.Env(), valid && Put(info, in, sizeof(in)));
}

// (target, address, port, flowInfo, scopeId) -> whether the text is an IPv6 address
Napi::Value EncodeInet6(const Napi::CallbackInfo& info) {
  sockaddr_in6 in = {};
  in.sin6_family = AF_INET6;
  in.sin6_port = htons(static_cast<uint16_t>(info[2].As<Napi::Number>().Uint32Value()));
  in.sin6_flowinfo = htonl(info[3].As<Napi::Number>().Uint32Value());
  in.sin6_scope_id = info[4].As<Napi::Number>().Uint32Value();
  const std::string text = info[1].As<Napi::String>();
  const bool valid = inet_pton(AF_INET6, text.c_str(), &in.sin6_addr) == 1;
  return Napi::Boolean::New(info.Env(), valid && Put(info, in, sizeof(in)));
}

// (target, sunPath, terminated): the bytes of sun_path, with the NUL that a path has after it where it still fits
Napi::Value EncodeUnix(const Napi::CallbackInfo& info) {
  sockaddr_un un = {};
  un.sun_family = AF_UNIX;
  const Memory path = BytesOf(info[1]);
  if (path.size > sizeof(un.sun_path)) return Napi::Boolean::New(info.Env(), false);
  if (path.size > 0) std::memcpy(un.sun_path, path.data, path.size);
  const bool terminated = info[2].As<Napi::Boolean>();
  const size_t length = std::min(kPathOffset + path.size + (terminated ? 1 : 0), sizeof(un));
  return Napi::Boolean::New(info.Env(), Put(info, un, length));
}

#ifdef __linux__
// (target, pid, groups)
Napi::Value EncodeNetlink(const Napi::CallbackInfo& info) {
  sockaddr_nl nl = {};
  nl.nl_family = AF_NETLINK;
  nl.nl_pid = info[1].As<Napi::Number>().Uint32Value();
  nl.nl_groups = info[2].As<Napi::Number>().Uint32Value();
  return Napi::Boolean::New(info.Env(), Put(info, nl, sizeof(nl)));
}

// (target, protocol, ifindex, hatype, pkttype, address) -> whether there is room for the address
Napi::Value EncodePacket(const Napi::CallbackInfo& info) {
  sockaddr_storage storage = {};
  const Memory address = BytesOf(info[5]);
  if (address.size > sizeof(storage) - kLinkOffset) return Napi::Boolean::New(info.Env(), false);
  sockaddr_ll ll = {};
  ll.sll_family = AF_PACKET;
  ll.sll_protocol = htons(static_cast<uint16_t>(info[1].As<Napi::Number>().Uint32Value()));
  ll.sll_ifindex = info[2].As<Napi::Number>().Int32Value();
  ll.sll_hatype = static_cast<uint16_t>(info[3].As<Napi::Number>().Uint32Value());
  ll.sll_pkttype = static_cast<uint8_t>(info[4].As<Napi::Number>().Uint32Value());
  ll.sll_halen = static_cast<uint8_t>(address.size);
  std::memcpy(&storage, &ll, sizeof(ll));
  // The kernel takes no less than the structure, and more for an address that is longer than its room.
  if (address.size > 0) std::memcpy(reinterpret_cast<char*>(&storage) + kLinkOffset, address.data, address.size);
  return Napi::Boolean::New(info.Env(), Put(info, storage, std::max(sizeof(ll), kLinkOffset + address.size)));
}
#endif

#ifdef SOCKCALL_VSOCK
// (target, cid, port, flags) -> whether this platform's structure has the flags
Napi::Value EncodeVsock(const Napi::CallbackInfo& info) {
  sockaddr_vm vm = {};
  vm.svm_family = AF_VSOCK;
  vm.svm_cid = info[1].As<Napi::Number>().Uint32Value();
  vm.svm_port = info[2].As<Napi::Number>().Uint32Value();
  const uint32_t flags = info[3].As<Napi::Number>().Uint32Value();
#ifdef VMADDR_FLAG_TO_HOST
  vm.svm_flags = static_cast<uint8_t>(flags);
#else
  if (flags != 0) return Napi::Boolean::New(info.Env(), false);
#endif
  return Napi::Boolean::New(info.Env(), Put(info, vm, sizeof(vm)));
}
#endif

// (target, family, data): any other family, by its number and the bytes that come after it
Napi::Value EncodeOther(const Napi::CallbackInfo& info) {
  sockaddr_storage storage = {};
  storage.ss_family = static_cast<sa_family_t>(info[1].As<Napi::Number>().Uint32Value());
  const Memory data = BytesOf(info[2]);
  if (data.size > sizeof(storage) - kDataOffset) return Napi::Boolean::New(info.Env(), false);
  if (data.size > 0) std::memcpy(reinterpret_cast<char*>(&storage) + kDataOffset, data.data, data.size);
  return Napi::Boolean::New(info.Env(), Put(info, storage, kDataOffset + data.size));
}

}  // namespace

void RegisterEncoders(Napi::Env env, Napi::Object exports) {
  exports.Set("encodeInet", Napi::Function::New(env, EncodeInet));
  exports.Set("encodeInet6", Napi::Function::New(env, EncodeInet6));
  exports.Set("encodeUnix", Napi::Function::New(env, EncodeUnix));
#ifdef __linux__
  exports.Set("encodeNetlink", Napi::Function::New(env, EncodeNetlink));
  exports.Set("encodePacket", Napi::Function::New(env, EncodePacket));
#endif
#ifdef SOCKCALL_VSOCK
  exports.Set("encodeVsock", Napi::Function::New(env, EncodeVsock));
#endif
  exports.Set("encodeOther", Napi::Function::New(env, EncodeOther));
}

}  // namespace sockcall
