#include "args.h"

#include <cstring>

namespace sockcall {

namespace {

size_t ElementSize(napi_typedarray_type type) {
  switch (type) {
    case napi_uint8_array:
    case napi_int8_array:
    case napi_uint8_clamped_array:
      return 1;
    case napi_int16_array:
    case napi_uint16_array:
      return 2;
    case napi_int32_array:
    case napi_uint32_array:
    case napi_float32_array:
      return 4;
    case napi_float64_array:
    case napi_bigint64_array:
    case napi_biguint64_array:
      return 8;
    default:
      return 0;
  }
}

bool IsDetached(napi_env env, napi_value value) {
  napi_value buffer = value;
  bool is_view = false;
  if (napi_is_typedarray(env, value, &is_view) == napi_ok && is_view) {
    napi_get_typedarray_info(env, value, nullptr, nullptr, nullptr, &buffer, nullptr);
  } else if (napi_is_dataview(env, value, &is_view) == napi_ok && is_view) {
    napi_get_dataview_info(env, value, nullptr, nullptr, &buffer, nullptr);
  }
  bool detached = false;
  return napi_is_detached_arraybuffer(env, buffer, &detached) == napi_ok && detached;
}

}  // namespace

int32_t Arguments::WholeOfAnyKind(size_t index, Bytes* bytes) const {
  napi_value value = values_[index];
  auto type = static_cast<napi_typedarray_type>(-1);
  if (napi_get_typedarray_info(env_, value, &type, &bytes->size, &bytes->data, nullptr, nullptr) == napi_ok) {
    const size_t element = ElementSize(type);
    if (element == 0) return kNotBytes;
    bytes->size *= element;
  } else if (napi_get_arraybuffer_info(env_, value, &bytes->data, &bytes->size) != napi_ok &&
             napi_get_dataview_info(env_, value, &bytes->size, &bytes->data, nullptr, nullptr) != napi_ok) {
    return kNotBytes;
  }
  if (bytes->size == 0 && IsDetached(env_, value)) return kDetached;
  return 0;
}

int32_t Arguments::SockaddrAt(size_t index, Sockaddr* address) const {
  Bytes bytes;
  if (Whole(index, &bytes) != 0 || bytes.size != sizeof(Sockaddr)) return kNotSockaddr;
  std::memcpy(static_cast<void*>(address), bytes.data, sizeof(Sockaddr));
  if (address->length > sizeof(address->storage)) address->length = sizeof(address->storage);
  return 0;
}

int32_t Arguments::PutSockaddr(size_t index, const Sockaddr& address) const {
  Bytes bytes;
  if (Whole(index, &bytes) != 0 || bytes.size != sizeof(Sockaddr)) return kNotSockaddr;
  std::memcpy(bytes.data, static_cast<const void*>(&address), offsetof(Sockaddr, storage) + address.length);
  return 0;
}

int32_t Arguments::Vectors(size_t index, std::vector<iovec>* vectors) const {
  uint32_t count = 0;
  if (napi_get_array_length(env_, values_[index], &count) != napi_ok) return kNotBytes;
  vectors->reserve(count);
  for (uint32_t element = 0; element < count; element++) {
    napi_value value = nullptr;
    Bytes bytes;
    napi_get_element(env_, values_[index], element, &value);
    if (const int32_t misuse = Arguments(env_, frame_, &value).Whole(0, &bytes)) {
      PutInt(1, static_cast<int>(element));
      return misuse;
    }
    vectors->push_back({bytes.data, bytes.size});
  }
  return 0;
}

bool Arguments::HasValue(size_t index) const {
  napi_valuetype type = napi_undefined;
  return napi_typeof(env_, values_[index], &type) == napi_ok && type != napi_undefined;
}

}  // namespace sockcall
