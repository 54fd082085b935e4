#include "control.h"

#include <sys/socket.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

// Where a control message's header, its data and the next message are: the CMSG_ macros' arithmetic, and nothing else.
// The macros that follow pointers are not used, since a caller's buffer may be unaligned and its lengths may lie.

namespace sockcall {

namespace {

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

size_t SizeOf(Napi::Value value) { return static_cast<size_t>(value.As<Napi::Number>().Int64Value()); }

// What a message takes of the buffer: CMSG_SPACE, which is an unsigned int on some platforms, in size_t.
size_t Space(size_t size) {
  const size_t alignment = CMSG_SPACE(1) - CMSG_SPACE(0);
  return CMSG_SPACE(0) + (size + alignment - 1) / alignment * alignment;
}

// (size of the data) -> how much of a buffer such a message takes
Napi::Value ControlSpace(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(Space(SizeOf(info[0]))));
}

// (target, at, level, type, data): writes a message; answers whether there was room
Napi::Value PutControl(const Napi::CallbackInfo& info) {
  const Memory target = BytesOf(info[0]);
  const size_t at = SizeOf(info[1]);
  const Memory data = BytesOf(info[4]);
  const bool fits = at <= target.size && Space(data.size) <= target.size - at;
  if (fits) {
    cmsghdr header = {};
    header.cmsg_len = static_cast<decltype(header.cmsg_len)>(CMSG_LEN(0) + data.size);
    header.cmsg_level = info[2].As<Napi::Number>().Int32Value();
    header.cmsg_type = info[3].As<Napi::Number>().Int32Value();
    std::memcpy(target.data + at, &header, sizeof(header));
    if (data.size > 0) std::memcpy(target.data + at + CMSG_LEN(0), data.data, data.size);
  }
  return Napi::Boolean::New(info.Env(), fits);
}

// (source, length) -> [level, type, where its data is, how many bytes of it there are] of each message, one after another
Napi::Value WalkControl(const Napi::CallbackInfo& info) {
  Napi::Env env = info.Env();
  Napi::Array found = Napi::Array::New(env);
  const Memory source = BytesOf(info[0]);
  const size_t end = std::min(SizeOf(info[1]), source.size);
  uint32_t count = 0;
  for (size_t at = 0; end - at >= CMSG_LEN(0);) {
    cmsghdr header;
    std::memcpy(&header, source.data + at, sizeof(header));
    // Shorter than its own header: where the next one would be is not known.
    if (header.cmsg_len < CMSG_LEN(0)) break;
    const size_t room = end - at - CMSG_LEN(0);
    const size_t size = std::min<size_t>(header.cmsg_len - CMSG_LEN(0), room);
    found.Set(count++, header.cmsg_level);
    found.Set(count++, header.cmsg_type);
    found.Set(count++, static_cast<double>(at + CMSG_LEN(0)));
    found.Set(count++, static_cast<double>(size));
    at += std::min(Space(size), end - at);
  }
  return found;
}

}  // namespace

void RegisterControl(Napi::Env env, Napi::Object exports) {
  exports.Set("controlSpace", Napi::Function::New(env, ControlSpace));
  exports.Set("putControl", Napi::Function::New(env, PutControl));
  exports.Set("walkControl", Napi::Function::New(env, WalkControl));
}

}  // namespace sockcall
