#pragma once

#include <netdb.h>

#include <cerrno>
#include <cstdint>

#include "recorder.h"
#include "system.h"
#include "thread.h"

namespace sockcall {

// The choke point: every system call of this addon is made here, and nowhere else.
//
// It marks the thread as inside the call, makes the call, saves errno in the next statement, unmarks,
// and writes a record if somebody records. No call is made in a thread that is to end. What the kernel answered comes back as the value or as -errno.
template <typename Result, typename... Parameters, typename... Arguments>
inline int64_t Call(Thread& thread, const char* name, Result (*function)(Parameters...), Arguments... arguments) {
  const int64_t start = thread.recorder.on() ? Recorder::Now() : 0;
  const uint64_t crossing = thread.Enter();
  if (thread.Refuses(name)) {
    thread.Leave(crossing);
    return -EINTR;
  }
  const Result value = function(static_cast<Parameters>(arguments)...);
  const int error = errno;
  thread.Leave(crossing);
  const int64_t result = value == static_cast<Result>(-1) ? -error : static_cast<int64_t>(value);
  if (thread.recorder.on()) thread.recorder.Write(name, start, result, {Recorder::Word(arguments)...});
  return result;
}

// Reads no clock.
struct Untimed {
  void Start() {}
  void End() {}
};

#ifdef SOCKCALL_STRAIGHT

// A call by its number, which does not wait to be told its arguments.
struct NumberedCall {
  static constexpr size_t kMostArguments = 6;

  // Negative for no call at all: everything is done but that.
  long number;
  long arguments[kMostArguments];
  const char* name;
};

// The same for such a call: whichever it is, the instructions are the same. A stopwatch is read in the statements next
// to the call, so that what surrounds it here has no part in its time. It begins a page: else whatever is changed elsewhere
// would move it, and by where it lies a call comes out some nanoseconds dearer or cheaper.
template <typename Stopwatch = Untimed>
__attribute__((hot, aligned(4096))) inline int64_t CallByNumber(Thread& thread, const NumberedCall& call,
                                                               Stopwatch&& stopwatch = {}) {
  const int64_t start = thread.recorder.on() ? Recorder::Now() : 0;
  const uint64_t crossing = thread.Enter();
  if (thread.Refuses(call.name)) {
    thread.Leave(crossing);
    return -EINTR;
  }
  const long(&is)[NumberedCall::kMostArguments] = call.arguments;
  int64_t result = 0;
  if (__builtin_expect(call.number < 0, 0)) {
    stopwatch.Start();
    stopwatch.End();
  } else {
    long number = call.number, a = is[0], b = is[1], c = is[2], d = is[3], e = is[4], f = is[5];
    __asm__ volatile("" : "+r"(number), "+r"(a), "+r"(b), "+r"(c), "+r"(d), "+r"(e), "+r"(f));
    stopwatch.Start();
    result = system::Answer(number, a, b, c, d, e, f);
    stopwatch.End();
  }
  thread.Leave(crossing);
  if (thread.recorder.on()) {
    thread.recorder.Write(call.name, start, result, {is[0], is[1], is[2], is[3], is[4], is[5]});
  }
  return result;
}

#endif

// The same for the C library's functions that answer an EAI_ code, which comes back as it is. One of these codes
// only says that errno has the reason, so that is given as well.
template <typename... Parameters, typename... Arguments>
inline int CallLibrary(Thread& thread, const char* name, int* error, int (*function)(Parameters...),
                       Arguments... arguments) {
  static_assert(sizeof...(Arguments) <= Record::kMaxArguments, "a record has no room for more");
  const int64_t start = thread.recorder.on() ? Recorder::Now() : 0;
  const uint64_t crossing = thread.Enter();
  if (thread.Refuses(name)) {
    thread.Leave(crossing);
    *error = EINTR;
    return EAI_SYSTEM;
  }
  const int code = function(static_cast<Parameters>(arguments)...);
  *error = errno;
  thread.Leave(crossing);
  if (thread.recorder.on()) thread.recorder.Write(name, start, code, {Recorder::Word(arguments)...});
  return code;
}

}  // namespace sockcall
