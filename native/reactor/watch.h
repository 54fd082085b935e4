#pragma once

#include <napi.h>

#include <memory>

namespace sockcall {

// Tells on the environment's own thread that a descriptor, which is a poller's, can be read.
class Watch {
 public:
  using Callback = void (*)(void* data);

  // By a handle of libuv's on the environment's loop.
  static std::unique_ptr<Watch> OnLoop(Callback ready, Callback closed, void* data);
  // By a thread that waits, where the loop is no libuv's.
  static std::unique_ptr<Watch> OnThread(Callback ready, Callback closed, void* data);

  Watch(Callback ready, Callback closed, void* data) : ready_(ready), closed_(closed), data_(data) {}
  virtual ~Watch() = default;

  // 0 or -errno. It does not keep the process alive at first.
  virtual int Start(napi_env env, int fd) = 0;
  virtual void SetAlive(bool alive) = 0;
  // `closed` is called when nothing looks at the descriptor any more; only then may it be closed.
  virtual void Stop() = 0;

 protected:
  const Callback ready_;
  const Callback closed_;
  void* const data_;
};

}  // namespace sockcall
