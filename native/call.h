#pragma once

#include <netdb.h>

#include <cerrno>
#include <cstdint>

#include "recorder.h"
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
