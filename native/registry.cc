#include "registry.h"

#include <unistd.h>

#include <algorithm>

#ifdef __linux__
#include <sys/syscall.h>
#endif

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
  thread->handle = pthread_self();
  thread->kernel_id = KernelId();
  thread->sibling = Own();
  pthread_setspecific(own_, thread);
  const std::lock_guard<std::mutex> lock(mutex_);
  thread->serial = ++serials_;
  threads_.push_back(thread);
}

void Registry::Leave(Thread* thread) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    threads_.erase(std::remove(threads_.begin(), threads_.end(), thread), threads_.end());
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
