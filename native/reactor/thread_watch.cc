#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>

#include "watch.h"

namespace sockcall {

namespace {

class ThreadWatch : public Watch {
 public:
  using Watch::Watch;

  int Start(napi_env env, int fd) override {
    env_ = env;
    if (::pipe(stop_) != 0) return -errno;
    for (const int end : stop_) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    napi_value name = nullptr;
    napi_create_string_utf8(env, "sockcall", NAPI_AUTO_LENGTH, &name);
    if (napi_create_threadsafe_function(env, nullptr, nullptr, name, 0, 1, nullptr, nullptr, this, Tell, &function_) !=
        napi_ok) {
      ClosePipe();
      return -ENOMEM;
    }
    napi_unref_threadsafe_function(env, function_);
    try {
      thread_ = std::thread([this, fd] { Wait(fd); });
    } catch (const std::system_error&) {
      napi_release_threadsafe_function(function_, napi_tsfn_abort);
      ClosePipe();
      return -EAGAIN;
    }
    return 0;
  }

  void SetAlive(bool alive) override {
    if (alive) napi_ref_threadsafe_function(env_, function_);
    else napi_unref_threadsafe_function(env_, function_);
  }

  void Stop() override {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      stopping_ = true;
    }
    handled_.notify_one();
    const char byte = 0;
    while (::write(stop_[1], &byte, 1) < 0 && errno == EINTR) continue;
    thread_.join();
    napi_release_threadsafe_function(function_, napi_tsfn_abort);
    ClosePipe();
    closed_(data_);
  }

 private:
  // The thread: it tells, and waits again when what it told of has been handled.
  void Wait(int fd) {
    pollfd fds[] = {{fd, POLLIN, 0}, {stop_[0], POLLIN, 0}};
    for (;;) {
      if (::poll(fds, 2, -1) < 0) continue;
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
    for (const int end : stop_) ::close(end);
  }

  napi_env env_ = nullptr;
  napi_threadsafe_function function_ = nullptr;
  int stop_[2] = {-1, -1};
  std::mutex mutex_;
  std::condition_variable handled_;
  bool telling_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<Watch> Watch::OnThread(Callback ready, Callback closed, void* data) {
  return std::make_unique<ThreadWatch>(ready, closed, data);
}

}  // namespace sockcall
