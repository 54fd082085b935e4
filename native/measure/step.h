#pragma once

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <cstddef>
#include <cstdint>
#include <ctime>

#include "../call.h"
#include "../system.h"

namespace sockcall::measure {

struct Step;

// Which way the call of a step moves the message.
enum class Way { kNone, kOut, kIn };

#ifdef SOCKCALL_STRAIGHT

// Where a call takes its arguments from.
enum class Shape { kNothing, kBuffer, kVector, kHeader, kBatch, kSockopt, kSockname, kFcntl, kIoctl, kPoll };

// A call that a step can make.
struct StepKind {
  const char* name;
  Way way;
  long number;
  Shape shape;
};

#else

using MakeStep = int64_t (*)(Thread& thread, Step& step);

struct StepKind {
  const char* name;
  Way way;
  MakeStep make;
  bool batched;
};

#endif

// One call with all its arguments, and the structures that it points to: made ready before anything is timed. It points
// into itself, so it must not be moved.
struct alignas(64) Step {
#ifdef SOCKCALL_STRAIGHT
  // What is needed while the time runs, in one cache line.
  NumberedCall call;
#endif
  const StepKind* kind;
  // Whether the call answers how many messages it moved, and not how many bytes.
  bool batched;
  int fd;
  int flags;
  void* data;
  size_t size;
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
  timespec no_time;
  int value;
  socklen_t length;
  sockaddr_storage address;
};

// The calls of this platform. Their order is what programs are written in; TypeScript reads it from the names.
extern const StepKind kStepKinds[];
extern const size_t kStepKindCount;

// The one of that name, which every platform has.
const StepKind& KindNamed(const char* name);

// Makes a step ready. `data` is sent from or received into.
void Prepare(Step* step, const StepKind& kind, int fd, int flags, void* data, size_t size);

// The part of it that depends on how calls are made.
void PrepareCall(Step* step);

// Makes a step that is ready send from or receive into another place.
void Aim(Step* step, void* data, size_t size);

// Makes the call, through the choke point: its answer, or -errno.
//
// Made straight, every call is made by the same machine instructions. Each by instructions of its own, wherever they come
// to lie, would cost some nanoseconds more or less than another after a call that has emptied the processor's caches:
// sendto() was 7 ns dearer than send() on TCP, which is the very same system call.
template <typename Stopwatch = Untimed>
inline int64_t MakeCall(Thread& thread, Step& step, Stopwatch&& stopwatch = {}) {
#ifdef SOCKCALL_STRAIGHT
  return CallByNumber(thread, step.call, stopwatch);
#else
  stopwatch.Start();
  const int64_t answer = step.kind->make(thread, step);
  stopwatch.End();
  return answer;
#endif
}

// The bytes that a call moved which answered this.
inline int64_t MovedBy([[maybe_unused]] const Step& step, int64_t answer) {
#ifdef __linux__
  if (answer > 0 && step.batched) return step.batch.msg_len;
#endif
  return answer;
}

}  // namespace sockcall::measure
