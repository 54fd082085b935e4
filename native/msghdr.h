#pragma once

#include <sys/socket.h>
#include <sys/uio.h>

#include <climits>
#include <cstdint>

#include "args.h"

namespace sockcall {

// The msghdr of one call, made of the parts of a Message of lib/message/message.ts: its buffers, its address and its
// bytes for control messages. It points into the user's memory, so it lives no longer than the call.
class MessageHeader {
 public:
  // What comes back where the flags and the number of buffers went in, and which part a misuse is of.
  enum Place : size_t { kFd, kFlags, kBuffers, kPart };
  enum Part : int { kControl = -1, kAddress = -2 };

  // Takes all parts, or answers a misuse and says which part it is of.
  int32_t Take(const Arguments& in);

  // Makes the address a place to write one to, instead of one to send to.
  void MakeRoom() { header_.msg_namelen = header_.msg_name == nullptr ? 0 : sizeof(address_.storage); }

  // Writes what the kernel said back to JavaScript: the sender, the flags, and how much of the control bytes is used.
  void Give(const Arguments& in, int64_t result);

  msghdr* header() { return &header_; }

 private:
  int32_t TakeBuffers(const Arguments& in);

  // One more than the kernel takes; any longer list is refused by it in the same way.
  static constexpr size_t kMostBuffers = IOV_MAX + 1;

  msghdr header_ = {};
  Sockaddr address_;
  size_t control_room_ = 0;
  iovec buffers_[kMostBuffers];
};

}  // namespace sockcall
