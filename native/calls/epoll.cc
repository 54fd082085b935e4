#ifdef __linux__
#include <sys/epoll.h>
#endif

#include <algorithm>

#include "calls.h"
#include "scratch.h"
#include "system.h"

namespace sockcall {

#ifdef __linux__

namespace {

// epoll_create1(flags)
int64_t EpollCreate1(Thread& thread, const Arguments& in) {
  return Call(thread, "epoll_create1", ::epoll_create1, in.Int(0));
}

// epoll_ctl(epfd, op, fd, events, data)
int64_t EpollCtl(Thread& thread, const Arguments& in) {
  epoll_event event = {};
  event.events = static_cast<uint32_t>(in.Int(3));
  event.data.u64 = static_cast<uint32_t>(static_cast<int32_t>(in.Wide(0)));
  return Call(thread, "epoll_ctl", ::epoll_ctl, in.Int(0), in.Int(1), in.Int(2), &event);
}

// epoll_wait(epfd, events, timeout): events is an Int32Array of pairs, events and data
int64_t EpollWait(Thread& thread, const Arguments& in) {
  Bytes bytes;
  if (const int32_t misuse = in.Whole(0, &bytes)) return misuse;
  const auto count = static_cast<int>(std::min<size_t>(bytes.size / (2 * sizeof(int32_t)), INT32_MAX));
  Scratch<epoll_event, 1024> scratch(static_cast<size_t>(count));
  epoll_event* events = scratch.data();
  if (events == nullptr) return -ENOMEM;
  const int64_t result = Call(thread, "epoll_wait", system::epoll_wait, in.Int(0), events, count, in.Int(1));
  auto* pairs = static_cast<int32_t*>(bytes.data);
  for (int64_t i = 0; i < result; i++) {
    pairs[2 * i] = static_cast<int32_t>(events[i].events);
    pairs[2 * i + 1] = static_cast<int32_t>(events[i].data.u32);
  }
  return result;
}

}  // namespace

void RegisterEpoll(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"epoll_create1", Method<EpollCreate1>},
            {"epoll_ctl", Method<EpollCtl>},
            {"epoll_wait", Method<EpollWait>}});
}

#else

void RegisterEpoll(Napi::Env, Napi::Object, Environment*) {}

#endif

}  // namespace sockcall
