#pragma once

#include <node_api.h>
#include <sys/uio.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "frame.h"
#include "sockaddr.h"

namespace sockcall {

// What a native call answers instead of -errno when it made no system call. lib/core/misuse.ts words them.
enum Misuse : int32_t {
  kNotBytes = INT32_MIN,
  kOutOfRange,
  kDetached,
  kNotSockaddr,
};

struct Bytes {
  void* data;
  size_t size;
};

// The arguments of one call: numbers in the frame, bytes as JavaScript values.
class Arguments {
 public:
  Arguments(napi_env env, Frame& frame, const napi_value* values) : env_(env), frame_(frame), values_(values) {}

  int Int(size_t index) const { return frame_.ints[index]; }
  double Wide(size_t index) const { return frame_.wides[index]; }

  // What a call gives beside its answer goes back where its argument came from.
  void PutInt(size_t index, int value) const { frame_.ints[index] = value; }
  void PutWide(size_t index, double value) const { frame_.wides[index] = value; }

  // The slice of a view or ArrayBuffer that the frame's offset and length tell, or a Misuse; 0 if all is well.
  // The pointer holds until control goes back to JavaScript, so this comes after everything else.
  int32_t Slice(size_t index, Bytes* slice) const {
    if (const int32_t misuse = Whole(index, slice)) return misuse;
    const auto offset = static_cast<size_t>(frame_.offset);
    if (frame_.offset < 0 || offset > slice->size) return kOutOfRange;
    const size_t rest = slice->size - offset;
    const size_t length = frame_.length < 0 ? rest : static_cast<size_t>(frame_.length);
    if (length > rest) return kOutOfRange;
    if (offset > 0) slice->data = static_cast<char*>(slice->data) + offset;
    slice->size = length;
    return 0;
  }

  // All bytes of a view or ArrayBuffer. The hot path are ArrayBuffers, then typed arrays of bytes, and ends here.
  int32_t Whole(size_t index, Bytes* bytes) const {
    auto type = static_cast<napi_typedarray_type>(-1);
    bytes->data = nullptr;
    bytes->size = 0;
    napi_status status = napi_get_arraybuffer_info(env_, values_[index], &bytes->data, &bytes->size);
    if (status == napi_ok && bytes->size > 0) return 0;
    status = napi_get_typedarray_info(env_, values_[index], &type, &bytes->size, &bytes->data, nullptr, nullptr);
    if (status == napi_ok && type == napi_uint8_array && bytes->size > 0) return 0;
    return WholeOfAnyKind(index, bytes);
  }

  // All bytes of one of an array's elements. The array has to be one that runs no code of the user's when it is read.
  int32_t Element(size_t index, size_t place, Bytes* bytes) const {
    napi_value element = nullptr;
    if (napi_get_element(env_, values_[index], static_cast<uint32_t>(place), &element) != napi_ok) return kNotBytes;
    return Arguments(env_, frame_, &element).Whole(0, bytes);
  }

  // An encoded address to read from.
  int32_t SockaddrAt(size_t index, Sockaddr* address) const;

  // Writes an address back, unless the caller gave none to write to.
  int32_t PutSockaddr(size_t index, const Sockaddr& address) const;
  bool HasValue(size_t index) const;

  // The bytes of each element of an array, which is a plain one that no user has: nothing of the user's runs here.
  // For a misuse the frame's second integer tells which element it is.
  int32_t Vectors(size_t index, std::vector<iovec>* vectors) const;

  napi_env env() const { return env_; }
  napi_value Value(size_t index) const { return values_[index]; }

 private:
  int32_t WholeOfAnyKind(size_t index, Bytes* bytes) const;

  napi_env env_;
  Frame& frame_;
  const napi_value* values_;
};

}  // namespace sockcall
