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
  // A thread that works for an environment for a while. It is to end with it, even if that was said before.
  void EnterFor(uint64_t employer, Thread* thread);
  // Who works for the thread is to end.
  void Leave(Thread* thread);

  std::mutex& mutex() { return mutex_; }

  // The rest needs the mutex.
  const std::vector<Thread*>& threads() const { return threads_; }
  Thread* Find(uint64_t serial) const;
  // Nothing that enters from now on is to block.
  void EndProcess() { process_ends_ = true; }

  // The environments of the calling thread, as a chain of siblings. Safe in a signal's handler.
  Thread* Own() const { return static_cast<Thread*>(pthread_getspecific(own_)); }

 private:
  Registry();
  void Take(Thread* thread);

  std::mutex mutex_;
  std::vector<Thread*> threads_;
  uint64_t serials_ = 0;
  bool process_ends_ = false;
  pthread_key_t own_;
};

}  // namespace sockcall
