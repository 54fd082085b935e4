#pragma once

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <cstddef>
#include <cstdint>

#include "../thread.h"

namespace sockcall::measure {

struct Step;

// Makes the call, through the choke point: the bytes that it moved, 0 or more for a call that moves none, or -errno.
using MakeStep = int64_t (*)(Thread& thread, Step& step);

// Which way the call of a step moves the message.
enum class Way { kNone, kOut, kIn };

// One call with all its arguments, and the structures that it points to: made ready before anything is timed. It points
// into itself, so it must not be moved.
struct Step {
  MakeStep make;
  int fd;
  int flags;
  void* data;
  size_t size;
  Way way;
  iovec vector;
#ifdef __linux__
  // The header inside of it is also that of sendmsg() and recvmsg().
  mmsghdr batch;
  msghdr& header() { return batch.msg_hdr; }
#else
  msghdr message;
  msghdr& header() { return message; }
#endif
  pollfd polled;
  int value;
  socklen_t length;
  sockaddr_storage address;
};

// A call that a step can make.
struct StepKind {
  const char* name;
  MakeStep make;
  Way way;
};

// The calls of this platform. Their order is what programs are written in; TypeScript reads it from the names.
extern const StepKind kStepKinds[];
extern const size_t kStepKindCount;

// Makes a step ready. `data` is sent from or received into.
void Prepare(Step* step, const StepKind& kind, int fd, int flags, void* data, size_t size);

}  // namespace sockcall::measure
