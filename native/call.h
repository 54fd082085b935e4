#pragma once

#include <cerrno>
#include <cstdint>

#include "recorder.h"
#include "thread.h"

namespace sockcall {

// The choke point: every system call of this addon is made here, and nowhere else.
//
// It marks the thread as inside the call, makes the call, saves errno in the next statement, unmarks,
// and writes a record if somebody records. What the kernel answered comes back as the value or as -errno.
template <typename Result, typename... Parameters, typename... Arguments>
inline int64_t Call(Thread& thread, const char* name, Result (*function)(Parameters...), Arguments... arguments) {
  const int64_t start = thread.recorder.on() ? Recorder::Now() : 0;
  thread.inside.store(name, std::memory_order_relaxed);
  const Result value = function(static_cast<Parameters>(arguments)...);
  const int error = errno;
  thread.inside.store(nullptr, std::memory_order_relaxed);
  const int64_t result = value == static_cast<Result>(-1) ? -error : static_cast<int64_t>(value);
  if (thread.recorder.on()) thread.recorder.Write(name, start, result, {Recorder::Word(arguments)...});
  return result;
}

}  // namespace sockcall
