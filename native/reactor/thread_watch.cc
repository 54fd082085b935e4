#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <mutex>

#include "call.h"
#include "watch.h"

namespace sockcall {

namespace {

class ThreadWatch : public Watch {
 public:
  using Watch::Watch;

  int Start(napi_env env, int fd) override {
    env_ = env;
    if (const int64_t error = Call(calls_, "pipe", ::pipe, stop_)) return static_cast<int>(error);
    fd_ = fd;
    for (const int end : stop_) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    napi_value name = nullptr;
    napi_create_string_utf8(env, "sockcall", NAPI_AUTO_LENGTH, &name);
    if (napi_create_threadsafe_function(env, nullptr, nullptr, name, 0, 1, nullptr, nullptr, this, Tell, &function_) !=
        napi_ok) {
      ClosePipe();
      return -ENOMEM;
    }
    napi_unref_threadsafe_function(env, function_);
    const int error = pthread_create(&thread_, nullptr, Run, this);
    if (error == 0) {
      // Hooks are run in the reverse order: this one before that by which Node frees the function.
      napi_add_env_cleanup_hook(env, End, this);
      return 0;
    }
    napi_release_threadsafe_function(function_, napi_tsfn_abort);
    ClosePipe();
    return -error;
  }

  void SetAlive(bool alive) override {
    if (alive) napi_ref_threadsafe_function(env_, function_);
    else napi_unref_threadsafe_function(env_, function_);
  }

  void Stop() override {
    if (!ended_) {
      napi_remove_env_cleanup_hook(env_, End, this);
      End(this);
    }
    ClosePipe();
    closed_(data_);
  }

 private:
  // Afterwards nobody calls the function any more.
  static void End(void* data) {
    auto* self = static_cast<ThreadWatch*>(data);
    self->ended_ = true;
    {
      const std::lock_guard<std::mutex> lock(self->mutex_);
      self->stopping_ = true;
    }
    self->handled_.notify_one();
    const char byte = 0;
    while (Call(self->calls_, "write", ::write, self->stop_[1], &byte, 1) == -EINTR) continue;
    pthread_join(self->thread_, nullptr);
    napi_release_threadsafe_function(self->function_, napi_tsfn_abort);
  }

  static void* Run(void* self) {
    static_cast<ThreadWatch*>(self)->Wait();
    return nullptr;
  }

  // The thread: it tells, and waits again when what it told of has been handled.
  void Wait() {
    Thread thread;
    pollfd fds[] = {{fd_, POLLIN, 0}, {stop_[0], POLLIN, 0}};
    for (;;) {
      if (Call(thread, "poll", ::poll, fds, 2, -1) < 0) continue;
      std::unique_lock<std::mutex> lock(mutex_);
      if (stopping_) return;
      telling_ = true;
      if (napi_call_threadsafe_function(function_, nullptr, napi_tsfn_nonblocking) != napi_ok) return;
      handled_.wait(lock, [this] { return stopping_ || !telling_; });
      if (stopping_) return;
    }
  }

  // The environment is null if it ends, and then Stop comes.
  static void Tell(napi_env env, napi_value, void* context, void*) {
    if (env == nullptr) return;
    auto* self = static_cast<ThreadWatch*>(context);
    self->ready_(self->data_);
    {
      const std::lock_guard<std::mutex> lock(self->mutex_);
      self->telling_ = false;
    }
    self->handled_.notify_one();
  }

  void ClosePipe() {
    for (const int end : stop_) Call(calls_, "close", ::close, end);
  }

  // Of the environment's thread, but for what it calls here; that of the environment may be gone at the end.
  Thread calls_;
  napi_env env_ = nullptr;
  int fd_ = -1;
  napi_threadsafe_function function_ = nullptr;
  int stop_[2] = {-1, -1};
  std::mutex mutex_;
  std::condition_variable handled_;
  bool telling_ = false;
  bool stopping_ = false;
  bool ended_ = false;
  pthread_t thread_ = {};
};

}  // namespace

std::unique_ptr<Watch> Watch::OnThread(Callback ready, Callback closed, void* data) {
  return std::make_unique<ThreadWatch>(ready, closed, data);
}

}  // namespace sockcall
