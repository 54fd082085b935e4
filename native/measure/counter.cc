#include "../calls/calls.h"
#include "measure.h"

#ifdef __linux__
#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstring>
#endif

namespace sockcall::measure {

#ifdef __linux__

namespace {

int64_t OpenEvent(perf_event_attr* event, int group) {
  return syscall(SYS_perf_event_open, event, 0, -1, group, static_cast<unsigned long>(PERF_FLAG_FD_CLOEXEC));
}

// openCounter(type, config, group, exclude kernel): a counter of what this thread does, not counting yet; the first one of
// a group is its leader, whose group is -1. Answers its descriptor, or -errno.
int64_t OpenCounter(Thread& thread, const Arguments& in) {
  perf_event_attr event = {};
  event.size = sizeof(event);
  event.type = static_cast<uint32_t>(in.Int(0));
  event.config = static_cast<uint64_t>(in.Int(1));
  event.disabled = in.Int(2) < 0;
  // A group whose turn it is not would count nothing, and nobody would see it.
  event.pinned = in.Int(2) < 0;
  event.exclude_kernel = in.Int(3) != 0;
  event.exclude_hv = 1;
  event.read_format = PERF_FORMAT_GROUP;
  return Call(thread, "perf_event_open", OpenEvent, &event, in.Int(2));
}

// readCounters(leader, values): the number of counters, then the count of each, into a BigUint64Array. Answers the bytes
// that were read, or -errno.
int64_t ReadCounters(Thread& thread, const Arguments& in) {
  Bytes bytes;
  if (const int32_t misuse = in.Whole(0, &bytes)) return misuse;
  return Call(thread, "read", ::read, in.Int(0), bytes.data, bytes.size);
}

}  // namespace

void RegisterCounter(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"openCounter", Method<OpenCounter>}, {"readCounters", Method<ReadCounters>}});
}

#else

void RegisterCounter(Napi::Env, Napi::Object, Environment*) {}

#endif

}  // namespace sockcall::measure
