#include "clock.h"

#include <cstring>

#include "../calls/calls.h"
#include "measure.h"

namespace sockcall::measure {

namespace {

#ifdef SOCKCALL_TSC

// One reading of both clocks: the ticks before and after, and the nanoseconds of CLOCK_MONOTONIC_RAW in between.
struct Reading {
  int64_t before;
  int64_t nanoseconds;
  int64_t after;
};

Reading Read() {
  timespec now;
  const int64_t before = TscClock::Start();
  clock_gettime(CLOCK_MONOTONIC_RAW, &now);
  const int64_t after = TscClock::End();
  return {before, now.tv_sec * INT64_C(1000000000) + now.tv_nsec, after};
}

// readTsc(readings): fills a BigInt64Array of three a reading.
int64_t ReadTsc(Thread&, const Arguments& in) {
  Bytes bytes;
  if (const int32_t misuse = in.Whole(0, &bytes)) return misuse;
  for (size_t at = 0; at + sizeof(Reading) <= bytes.size; at += sizeof(Reading)) {
    const Reading reading = Read();
    std::memcpy(static_cast<char*>(bytes.data) + at, &reading, sizeof(reading));
  }
  return 0;
}

#endif

}  // namespace

void RegisterClock([[maybe_unused]] Napi::Env env, [[maybe_unused]] Napi::Object exports,
                   [[maybe_unused]] Environment* environment) {
#ifdef SOCKCALL_TSC
  Register(env, exports, environment, {{"readTsc", Method<ReadTsc>}});
#endif
}

}  // namespace sockcall::measure
