#pragma once

#include <netdb.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

#include "recorder.h"
#include "thread.h"

namespace sockcall {

// While it lives the thread counts as inside a call, which is where an interrupter may meet it.
class Crossing {
 public:
  explicit Crossing(Thread& thread) : thread_(thread), count_(thread.Crossings()) { Cross(); }
  ~Crossing() { Cross(); }
  Crossing(const Crossing&) = delete;
  Crossing& operator=(const Crossing&) = delete;

  // Whether the call must not be made, because the thread is to end. Asked after the crossing has begun: whoever is told
  // afterwards is found inside. A descriptor may always be closed, or it would leak.
  bool Refused(const char* name) const {
    return __builtin_expect(thread_.ending.load(std::memory_order_relaxed), 0) && std::strcmp(name, "close") != 0;
  }

 private:
  void Cross() { thread_.crossings.store(++count_, std::memory_order_relaxed); }

  Thread& thread_;
  uint64_t count_;
};

// The choke point: every system call of this addon is made here, and nowhere else.
//
// It marks the thread as inside the call, makes the call, saves errno in the next statement, unmarks,
// and writes a record if somebody records. What the kernel answered comes back as the value or as -errno.
template <typename Result, typename... Parameters, typename... Arguments>
inline int64_t Call(Thread& thread, const char* name, Result (*function)(Parameters...), Arguments... arguments) {
  const int64_t start = thread.recorder.on() ? Recorder::Now() : 0;
  Result value;
  int error;
  {
    const Crossing crossing(thread);
    if (crossing.Refused(name)) return -EINTR;
    value = function(static_cast<Parameters>(arguments)...);
    error = errno;
  }
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
  int code;
  {
    const Crossing crossing(thread);
    *error = EINTR;
    if (crossing.Refused(name)) return EAI_SYSTEM;
    code = function(static_cast<Parameters>(arguments)...);
    *error = errno;
  }
  if (thread.recorder.on()) thread.recorder.Write(name, start, code, {Recorder::Word(arguments)...});
  return code;
}

}  // namespace sockcall
