#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <initializer_list>
#include <type_traits>
#include <vector>

namespace sockcall {

// One system call as it was made. Pointers are kept as numbers, never followed.
struct Record {
  static constexpr size_t kMaxArguments = 6;

  const char* name;
  int64_t start;
  int64_t end;
  int64_t result;
  size_t count;
  std::array<int64_t, kMaxArguments> arguments;
};

// The trace hook of the choke point. Off, it costs one test; its memory is reserved when it is switched on.
class Recorder {
 public:
  bool on() const { return on_; }

  void Start(size_t capacity) {
    records_.clear();
    records_.reserve(capacity);
    capacity_ = capacity;
    dropped_ = 0;
    on_ = true;
  }

  void Stop() { on_ = false; }

  // Not inlined into every call: the less of the processor's caches a call takes, the less it costs.
  __attribute__((noinline, cold)) void Write(const char* name, int64_t start, int64_t result, std::initializer_list<int64_t> arguments) {
    if (records_.size() == capacity_) {
      dropped_++;
      return;
    }
    Record record{name, start, Now(), result, arguments.size(), {}};
    size_t index = 0;
    for (const int64_t argument : arguments) record.arguments[index++] = argument;
    records_.push_back(record);
  }

  const std::vector<Record>& records() const { return records_; }
  size_t dropped() const { return dropped_; }

  // Nanoseconds of CLOCK_MONOTONIC, as process.hrtime has them.
  static int64_t Now() {
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
  }

  template <typename T>
  static int64_t Word(T value) {
    if constexpr (std::is_null_pointer_v<T>) return 0;
    else if constexpr (std::is_pointer_v<T>) return static_cast<int64_t>(reinterpret_cast<intptr_t>(value));
    else return static_cast<int64_t>(value);
  }

 private:
  bool on_ = false;
  size_t capacity_ = 0;
  size_t dropped_ = 0;
  std::vector<Record> records_;
};

}  // namespace sockcall
