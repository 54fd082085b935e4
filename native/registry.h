#pragma once

#include <mutex>
#include <vector>

#include "thread.h"

namespace sockcall {

// All threads of the process in which the addon is loaded. Who holds the mutex can be sure that none of them ends.
class Registry {
 public:
  // Made when it is first needed and never destroyed: threads may outlive the process's exit handlers.
  static Registry& Get();

  void Enter(Thread* thread);
  void Leave(Thread* thread);

  std::mutex& mutex() { return mutex_; }

  // The rest needs the mutex.
  const std::vector<Thread*>& threads() const { return threads_; }
  Thread* Find(uint64_t serial) const;

  // The environments of the calling thread, as a chain of siblings. Safe in a signal's handler.
  Thread* Own() const { return static_cast<Thread*>(pthread_getspecific(own_)); }

 private:
  Registry();

  std::mutex mutex_;
  std::vector<Thread*> threads_;
  uint64_t serials_ = 0;
  pthread_key_t own_;
};

}  // namespace sockcall
