#include "signals.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <mutex>

#ifdef __linux__
#include <sys/syscall.h>
#endif

#include "registry.h"
#include "stay_loaded.h"

namespace sockcall::signals {

namespace {

// The state that the handler reads. It is written once, before the handler is installed.
struct Installed {
  int number = 0;
  struct sigaction earlier = {};
};

std::mutex mutex;
Installed installed;
std::atomic<bool> ready{false};

int DefaultNumber() {
#ifdef __linux__
  // A real-time signal: nothing in Node has a name for it, and it carries a value.
  return SIGRTMAX - 2;
#else
  // Its default is to be ignored.
  return SIGURG;
#endif
}

int chosen = 0;

bool IsEligible(int number) {
#ifdef __linux__
  if (number >= SIGRTMIN && number <= SIGRTMAX) return true;
#endif
  return number == SIGURG || number == SIGUSR2;
}

// Whether the handler was called for a signal that was sent here. Linux's have a value that only this addon has.
bool IsOurs(const siginfo_t* info, const Thread* own) {
#ifdef __linux__
  (void)own;
  return info->si_code == SI_QUEUE && info->si_value.sival_ptr == &installed && info->si_pid == getpid();
#else
  (void)info;
  for (const Thread* thread = own; thread != nullptr; thread = thread->sibling) {
    if (!thread->HasTakenAll()) return true;
  }
  return false;
#endif
}

// What would have happened without this handler.
void PassOn(int number, siginfo_t* info, void* context) {
  const struct sigaction& earlier = installed.earlier;
  if ((earlier.sa_flags & SA_SIGINFO) != 0) {
    earlier.sa_sigaction(number, info, context);
  } else if (earlier.sa_handler == SIG_DFL) {
    if (number == SIGURG) return;
    struct sigaction action = {};
    action.sa_handler = SIG_DFL;
    sigaction(number, &action, nullptr);
    // Blocked while this handler runs: it ends the process when the handler returns.
    raise(number);
  } else if (earlier.sa_handler != SIG_IGN) {
    earlier.sa_handler(number);
  }
}

// Only what may be done in a handler: it reads, stores, and calls what was installed before.
void Handle(int number, siginfo_t* info, void* context) {
  const int error = errno;
  Thread* const own = Registry::Get().Own();
  if (IsOurs(info, own)) {
    for (Thread* thread = own; thread != nullptr; thread = thread->sibling) {
      thread->signals_taken.store(thread->signals_sent.load());
    }
  } else {
    PassOn(number, info, context);
  }
  errno = error;
}

void Install() {
  const std::lock_guard<std::mutex> lock(mutex);
  if (ready.load()) return;
  StayLoaded();
  installed.number = chosen == 0 ? DefaultNumber() : chosen;
  sigaction(installed.number, nullptr, &installed.earlier);
  struct sigaction action = {};
  action.sa_sigaction = Handle;
  // No SA_RESTART: the call has to answer. The rest is the earlier handler's.
  action.sa_flags = SA_SIGINFO | (installed.earlier.sa_flags & (SA_ONSTACK | SA_NODEFER));
  action.sa_mask = installed.earlier.sa_mask;
  sigaction(installed.number, &action, nullptr);
  ready.store(true);
}

bool SendTo(const Thread* thread) {
#ifdef __linux__
  siginfo_t info = {};
  info.si_signo = installed.number;
  info.si_code = SI_QUEUE;
  info.si_pid = getpid();
  info.si_uid = getuid();
  info.si_value.sival_ptr = &installed;
  return ::syscall(SYS_rt_tgsigqueueinfo, getpid(), thread->kernel_id, installed.number, &info) == 0;
#else
  return pthread_kill(thread->handle, installed.number) == 0;
#endif
}

}  // namespace

int Number() {
  const std::lock_guard<std::mutex> lock(mutex);
  if (ready.load()) return installed.number;
  return chosen == 0 ? DefaultNumber() : chosen;
}

int Choose(int number) {
  if (!IsEligible(number)) return EINVAL;
  if (number == Number()) return 0;
  const std::lock_guard<std::mutex> lock(mutex);
  if (ready.load()) return EBUSY;
  chosen = number;
  return 0;
}

void Send(Thread* thread) {
  if (!ready.load()) Install();
  if (!thread->HasTakenAll()) return;
  const uint32_t sent = thread->signals_sent.load();
  thread->signals_sent.store(sent + 1);
  // None was sent if the kernel has no room to queue it; another will be.
  if (!SendTo(thread)) thread->signals_sent.store(sent);
}

}  // namespace sockcall::signals
