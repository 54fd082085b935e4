#include "registry.h"

#include <unistd.h>

#include <algorithm>

#ifdef __linux__
#include <sys/syscall.h>
#endif

#include "warden.h"

namespace sockcall {

namespace {

int64_t KernelId() {
#ifdef __linux__
  return ::syscall(SYS_gettid);
#else
  return 0;
#endif
}

}  // namespace

Registry::Registry() { pthread_key_create(&own_, nullptr); }

Registry& Registry::Get() {
  static Registry* const registry = new Registry;
  return *registry;
}

void Registry::Enter(Thread* thread) {
  Take(thread);
  const std::lock_guard<std::mutex> lock(mutex_);
  thread->serial = ++serials_;
  threads_.push_back(thread);
}

void Registry::EnterFor(uint64_t employer, Thread* thread) {
  Take(thread);
  const std::lock_guard<std::mutex> lock(mutex_);
  const Thread* environment = Find(employer);
  thread->serial = ++serials_;
  thread->employer = employer;
  if (environment != nullptr) thread->id = environment->id;
  if (process_ends_ || environment == nullptr || environment->ending.load()) thread->ending.store(true);
  threads_.push_back(thread);
}

// What only the thread itself can tell of itself.
void Registry::Take(Thread* thread) {
  thread->handle = pthread_self();
  thread->kernel_id = KernelId();
  thread->sibling = Own();
  pthread_setspecific(own_, thread);
}

void Registry::Leave(Thread* thread) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    threads_.erase(std::remove(threads_.begin(), threads_.end(), thread), threads_.end());
    for (Thread* other : threads_) {
      if (other->employer != thread->serial) continue;
      other->ending.store(true);
      warden::Wake();
    }
  }
  // A signal that is still under way finds the thread no longer, once it is out of the chain.
  Thread* own = Own();
  if (own == thread) {
    pthread_setspecific(own_, thread->sibling);
    return;
  }
  while (own != nullptr && own->sibling != thread) own = own->sibling;
  if (own != nullptr) own->sibling = thread->sibling;
}

Thread* Registry::Find(uint64_t serial) const {
  for (Thread* thread : threads_) {
    if (thread->serial == serial) return thread;
  }
  return nullptr;
}

}  // namespace sockcall
