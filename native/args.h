#pragma once

#include <node_api.h>

#include <cstddef>
#include <cstdint>

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
  static constexpr size_t kMaxValues = 2;

  Arguments(napi_env env, const Frame& frame, const napi_value* values) : env_(env), frame_(frame), values_(values) {}

  int Int(size_t index) const { return frame_.ints[index]; }

  // The slice of a view or ArrayBuffer that the frame's offset and length tell, or a Misuse; 0 if all is well.
  // The pointer holds until control goes back to JavaScript, so this comes after everything else.
  int32_t Slice(size_t index, Bytes* slice) const;

  // All bytes of a view or ArrayBuffer.
  int32_t Whole(size_t index, Bytes* bytes) const;

  // An encoded address to read from.
  int32_t SockaddrAt(size_t index, Sockaddr* address) const;

  // Writes an address back, unless the caller gave none to write to.
  int32_t PutSockaddr(size_t index, const Sockaddr& address) const;
  bool HasValue(size_t index) const;

 private:
  napi_env env_;
  const Frame& frame_;
  const napi_value* values_;
};

}  // namespace sockcall
