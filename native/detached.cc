#include "detached.h"

#include <pthread.h>
#include <signal.h>

#include <mutex>

#include "stay_loaded.h"

namespace sockcall {

int StartDetached(void* (*run)(void*), void* argument, size_t stack) {
  static std::once_flag stays;
  std::call_once(stays, StayLoaded);
  pthread_attr_t attributes;
  if (const int error = pthread_attr_init(&attributes)) return error;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (stack > 0) pthread_attr_setstacksize(&attributes, stack);
  // A thread begins with the signal mask of the one that made it.
  sigset_t all;
  sigset_t own;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &own);
  pthread_t thread;
  const int error = pthread_create(&thread, &attributes, run, argument);
  pthread_sigmask(SIG_SETMASK, &own, nullptr);
  pthread_attr_destroy(&attributes);
  return error;
}

}  // namespace sockcall
