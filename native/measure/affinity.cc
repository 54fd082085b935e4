#include "affinity.h"

#include "../calls/calls.h"
#include "measure.h"

#ifdef __linux__
#include <sched.h>

#include <cstring>
#include <vector>
#endif

namespace sockcall::measure {

#ifdef __linux__

namespace {

// The kernel refuses a set that is smaller than its own, and no kernel has more.
constexpr size_t kMostProcessors = 8192;

using Set = std::vector<cpu_set_t>;

Set EmptySet() { return Set(kMostProcessors / CPU_SETSIZE, cpu_set_t{}); }

size_t SizeOf(const Set& set) { return set.size() * sizeof(cpu_set_t); }

// setAffinity(processors): an Int32Array of them
int64_t SetAffinityOf(Thread& thread, const Arguments& in) {
  Bytes bytes;
  if (const int32_t misuse = in.Whole(0, &bytes)) return misuse;
  std::vector<int32_t> processors(bytes.size / sizeof(int32_t));
  if (!processors.empty()) std::memcpy(processors.data(), bytes.data, processors.size() * sizeof(int32_t));
  for (const int32_t processor : processors) {
    if (processor < 0 || static_cast<size_t>(processor) >= kMostProcessors) return kOutOfRange;
  }
  return SetAffinity(thread, processors.data(), processors.size());
}

// getAffinity(processors): how many there are, and as many of them as the Int32Array has room for; or -errno
int64_t GetAffinity(Thread& thread, const Arguments& in) {
  Bytes bytes;
  if (const int32_t misuse = in.Whole(0, &bytes)) return misuse;
  Set set = EmptySet();
  const int64_t result = Call(thread, "sched_getaffinity", ::sched_getaffinity, 0, SizeOf(set), set.data());
  if (result < 0) return result;
  int32_t count = 0;
  for (int32_t processor = 0; processor < static_cast<int32_t>(kMostProcessors); processor++) {
    if (!CPU_ISSET_S(processor, SizeOf(set), set.data())) continue;
    const size_t at = static_cast<size_t>(count++) * sizeof(processor);
    if (at + sizeof(processor) <= bytes.size) std::memcpy(static_cast<char*>(bytes.data) + at, &processor, sizeof(processor));
  }
  return count;
}

}  // namespace

int64_t SetAffinity(Thread& thread, const int32_t* processors, size_t count) {
  Set set = EmptySet();
  for (size_t i = 0; i < count; i++) CPU_SET_S(processors[i], SizeOf(set), set.data());
  return Call(thread, "sched_setaffinity", ::sched_setaffinity, 0, SizeOf(set), set.data());
}

void RegisterAffinity(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"setAffinity", Method<SetAffinityOf>}, {"getAffinity", Method<GetAffinity>}});
}

#else

void RegisterAffinity(Napi::Env, Napi::Object, Environment*) {}

#endif

}  // namespace sockcall::measure
