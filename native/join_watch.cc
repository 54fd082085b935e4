#include "join_watch.h"

#ifdef __linux__

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>

#include "detached.h"
#include "joined.h"
#include "registry.h"
#include "warden.h"

namespace sockcall::join_watch {

namespace {

constexpr int64_t kMillisecond = 1'000'000;
constexpr int64_t kLongestPause = 64 * kMillisecond;
constexpr int64_t kPauseInATraffic = 5 * kMillisecond;
// How long after its loop was woken a worker is looked at.
constexpr int64_t kAttention = 2'000 * kMillisecond;

// Under the registry's mutex, but for what the watching thread reads: the descriptors do not change while it runs.
bool running = false;
int watched = 0;
int epoll = -1;
int bell = -1;

void CloseBoth() {
  if (epoll >= 0) close(epoll);
  if (bell >= 0) close(bell);
  epoll = bell = -1;
}

// Not listening to the workers' loops, but to the bell.
void Sleep(int64_t nanoseconds) {
  pollfd fd = {bell, POLLIN, 0};
  poll(&fd, 1, static_cast<int>(nanoseconds / kMillisecond));
}

// Never destroyed, as the registry.
std::condition_variable& Stopped() {
  static std::condition_variable* const stopped = new std::condition_variable;
  return *stopped;
}

// Lets those end that somebody waits for. The registry's mutex is held.
void Look(const Registry& registry) {
  std::vector<Thread*> blocked;
  for (Thread* thread : registry.threads()) {
    if (thread->watched && thread->Inside() && !thread->ending.load(std::memory_order_relaxed)) blocked.push_back(thread);
  }
  if (blocked.empty()) return;
  for (Thread* thread : Joined(blocked)) {
    thread->ending.store(true, std::memory_order_relaxed);
    warden::Wake();
  }
}

// Whether there is still a worker to watch. The last one gone, all is given back.
bool Continue(Registry& registry) {
  const std::lock_guard<std::mutex> lock(registry.mutex());
  if (watched > 0) {
    // It may have been rung for a worker that is gone, and another has come since.
    eventfd_t rung;
    eventfd_read(bell, &rung);
    Look(registry);
    return true;
  }
  CloseBoth();
  running = false;
  Stopped().notify_all();
  return false;
}

void* Run(void*) {
  Registry& registry = Registry::Get();
  int64_t until = 0;
  int64_t pause = kLongestPause;
  do {
    // Between two looks it sleeps without listening, so that a busy worker does not wake it all the time.
    const bool attentive = Recorder::Now() < until;
    if (attentive) Sleep(pause);
    epoll_event events[16];
    if (epoll_wait(epoll, events, 16, attentive ? 0 : -1) > 0) {
      until = Recorder::Now() + kAttention;
      pause = attentive ? std::min(pause, kPauseInATraffic) : kMillisecond;
    } else {
      pause = std::min(2 * pause, kLongestPause);
    }
  } while (Continue(registry));
  return nullptr;
}

bool Start() {
  if (running) return true;
  epoll = epoll_create1(EPOLL_CLOEXEC);
  bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  epoll_event event = {EPOLLIN | EPOLLET, {}};
  constexpr size_t kStack = 256 * 1024;
  running = epoll >= 0 && bell >= 0 && epoll_ctl(epoll, EPOLL_CTL_ADD, bell, &event) == 0 &&
            StartDetached(Run, nullptr, kStack) == 0;
  if (!running) CloseBoth();
  return running;
}

}  // namespace

// Without descriptors or memory for it, a worker is not watched.
void Add(Thread* thread) {
  const std::lock_guard<std::mutex> lock(Registry::Get().mutex());
  if (thread->loop < 0) return;
  // Counted first: the thread that Start() makes ends when there is nothing to watch.
  watched++;
  epoll_event event = {EPOLLIN | EPOLLET, {}};
  thread->watched = Start() && epoll_ctl(epoll, EPOLL_CTL_ADD, thread->loop, &event) == 0;
  if (!thread->watched) watched--;
}

void Remove(Thread* thread) {
  std::unique_lock<std::mutex> lock(Registry::Get().mutex());
  if (!thread->watched) return;
  thread->watched = false;
  watched--;
  epoll_ctl(epoll, EPOLL_CTL_DEL, thread->loop, nullptr);
  if (watched > 0) return;
  // Who sees the worker's end sees its descriptors gone as well.
  eventfd_write(bell, 1);
  Stopped().wait(lock, [] { return !running || watched > 0; });
}

}  // namespace sockcall::join_watch

#else

namespace sockcall::join_watch {

void Add(Thread*) {}
void Remove(Thread*) {}

}  // namespace sockcall::join_watch

#endif
