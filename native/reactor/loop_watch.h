#pragma once

#include <napi.h>
#include <uv.h>

namespace sockcall {

// Tells on the environment's own loop that a descriptor, which is a poller's, can be read.
class LoopWatch {
 public:
  using Callback = void (*)(void* data);

  LoopWatch(Callback ready, Callback closed, void* data) : ready_(ready), closed_(closed), data_(data) {}

  // 0 or -errno. It does not keep the process alive at first.
  int Start(napi_env env, int fd);
  void SetAlive(bool alive);
  // `closed` is called when the loop has nothing to do with it any more; only then may the descriptor be closed.
  void Stop();

 private:
  Callback ready_;
  Callback closed_;
  void* data_;
  uv_poll_t handle_;
};

}  // namespace sockcall
