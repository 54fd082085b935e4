#include "msghdr.h"

#include <algorithm>
#include <limits>

namespace sockcall {

namespace {

// The values that a Message is passed as.
enum Value : size_t { kBuffersValue, kAddressValue, kControlValue };

}  // namespace

int32_t MessageHeader::TakeBuffers(const Arguments& in) {
  const auto count = static_cast<size_t>(in.Int(kBuffers));
  const size_t taken = std::min(count, kMostBuffers);
  for (size_t place = 0; place < taken; place++) {
    Bytes bytes;
    // A single buffer is passed as itself, which costs less than an array of one.
    const int32_t misuse = count == 1 ? in.Whole(kBuffersValue, &bytes) : in.Element(kBuffersValue, place, &bytes);
    if (misuse) {
      in.PutInt(kPart, static_cast<int>(place));
      return misuse;
    }
    buffers_[place] = {bytes.data, bytes.size};
  }
  header_.msg_iov = taken == 0 ? nullptr : buffers_;
  header_.msg_iovlen = static_cast<decltype(header_.msg_iovlen)>(taken);
  return 0;
}

int32_t MessageHeader::Take(const Arguments& in) {
  if (in.HasValue(kAddressValue)) {
    in.PutInt(kPart, kAddress);
    if (const int32_t misuse = in.SockaddrAt(kAddressValue, &address_)) return misuse;
    header_.msg_name = &address_.storage;
    header_.msg_namelen = address_.length;
  }
  if (in.HasValue(kControlValue)) {
    Bytes control;
    in.PutInt(kPart, kControl);
    if (const int32_t misuse = in.Whole(kControlValue, &control)) return misuse;
    using Length = decltype(header_.msg_controllen);
    control_room_ = std::min<size_t>(control.size, std::numeric_limits<Length>::max());
    header_.msg_control = control.data;
    header_.msg_controllen = static_cast<Length>(control_room_);
  }
  return TakeBuffers(in);
}

void MessageHeader::Give(const Arguments& in, int64_t result) {
  const bool received = result >= 0;
  in.PutInt(kFlags, received ? header_.msg_flags : 0);
  in.PutInt(kPart, received ? static_cast<int>(std::min<size_t>(header_.msg_controllen, control_room_)) : 0);
  if (!received || header_.msg_name == nullptr) return;
  address_.Report(header_.msg_namelen);
  in.PutSockaddr(kAddressValue, address_);
}

}  // namespace sockcall
