#include "sockaddr.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>

namespace sockcall {

namespace {

constexpr size_t kPathOffset = offsetof(sockaddr_un, sun_path);
constexpr size_t kDataOffset = offsetof(sockaddr, sa_data);

struct Memory {
  uint8_t* data = nullptr;
  size_t size = 0;
};

// The bytes of a Uint8Array; none if the value is anything else.
Memory BytesOf(Napi::Value value) {
  Memory bytes;
  void* data = nullptr;
  auto type = static_cast<napi_typedarray_type>(-1);
  const napi_status status =
      napi_get_typedarray_info(value.Env(), value, &type, &bytes.size, &data, nullptr, nullptr);
  if (status != napi_ok || type != napi_uint8_array) return {};
  bytes.data = static_cast<uint8_t*>(data);
  return bytes;
}

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

// (target, family, data): any other family, by its number and the bytes that come after it
Napi::Value EncodeOther(const Napi::CallbackInfo& info) {
  sockaddr_storage storage = {};
  storage.ss_family = static_cast<sa_family_t>(info[1].As<Napi::Number>().Uint32Value());
  const Memory data = BytesOf(info[2]);
  if (data.size > sizeof(storage) - kDataOffset) return Napi::Boolean::New(info.Env(), false);
  if (data.size > 0) std::memcpy(reinterpret_cast<char*>(&storage) + kDataOffset, data.data, data.size);
  return Napi::Boolean::New(info.Env(), Put(info, storage, kDataOffset + data.size));
}

Napi::Uint8Array Copy(Napi::Env env, const char* data, size_t size) {
  Napi::Uint8Array copy = Napi::Uint8Array::New(env, size);
  if (size > 0) std::memcpy(copy.Data(), data, size);
  return copy;
}

// (source) -> [family, ...its fields in the structure's order], or [] if there is no address
Napi::Value Decode(const Napi::CallbackInfo& info) {
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
  if (family == AF_INET && length >= sizeof(sockaddr_in)) {
    sockaddr_in in;
    std::memcpy(&in, bytes, sizeof(in));
    char text[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &in.sin_addr, text, sizeof(text));
    fields.Set(1u, text);
    fields.Set(2u, ntohs(in.sin_port));
  } else if (family == AF_INET6 && length >= sizeof(sockaddr_in6)) {
    sockaddr_in6 in;
    std::memcpy(&in, bytes, sizeof(in));
    char text[INET6_ADDRSTRLEN];
    inet_ntop(AF_INET6, &in.sin6_addr, text, sizeof(text));
    fields.Set(1u, text);
    fields.Set(2u, ntohs(in.sin6_port));
    fields.Set(3u, ntohl(in.sin6_flowinfo));
    fields.Set(4u, in.sin6_scope_id);
  } else {
    fields.Set(1u, Copy(env, bytes + kDataOffset, length - kDataOffset));
  }
  return fields;
}

}  // namespace

static_assert(kPathOffset == kDataOffset, "a unix address is decoded as the bytes after its family");

void RegisterSockaddr(Napi::Env env, Napi::Object exports) {
  exports.Set("sockaddrSize", Napi::Number::New(env, sizeof(Sockaddr)));
  exports.Set("sunPathSize", Napi::Number::New(env, sizeof(sockaddr_un::sun_path)));
  exports.Set("sockaddrDataSize", Napi::Number::New(env, sizeof(sockaddr_storage) - kDataOffset));
  exports.Set("encodeInet", Napi::Function::New(env, EncodeInet));
  exports.Set("encodeInet6", Napi::Function::New(env, EncodeInet6));
  exports.Set("encodeUnix", Napi::Function::New(env, EncodeUnix));
  exports.Set("encodeOther", Napi::Function::New(env, EncodeOther));
  exports.Set("decodeSockaddr", Napi::Function::New(env, Decode));
}

}  // namespace sockcall
