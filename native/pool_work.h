#pragma once

#include <napi.h>

#include "thread.h"

namespace sockcall {

// Something that blocks and cannot be waited for on a loop, so it is done on a thread of libuv's pool. It keeps all that
// it needs as its own: when it runs, JavaScript goes on. The environment waits for its end, so it is interrupted like a call of
// the environment's own thread when that is to end.
class PoolWork {
 public:
  virtual ~PoolWork() = default;

  // Takes the work over. The callback gets the answer, the errno behind it, and what Give adds to an array.
  static void Start(napi_env env, PoolWork* work, napi_value callback);

 protected:
  // On another thread. Its calls go through the choke point as those of a thread of their own.
  virtual int64_t Run(Thread& thread, int* error) = 0;
  // Back on the environment's.
  virtual void Give(napi_env env, napi_value array) = 0;

 private:
  static void Execute(napi_env env, void* data);
  static void Complete(napi_env env, napi_status status, void* data);
  void Answer(napi_env env);

  uint64_t employer_ = 0;
  napi_async_work work_ = nullptr;
  napi_ref callback_ = nullptr;
  int64_t answer_ = 0;
  int error_ = 0;
};

}  // namespace sockcall
