#include <uv.h>

#include "watch.h"

namespace sockcall {

namespace {

class LoopWatch : public Watch {
 public:
  using Watch::Watch;

  int Start(napi_env env, int fd) override {
    uv_loop_t* loop = nullptr;
    if (napi_get_uv_event_loop(env, &loop) != napi_ok || loop == nullptr) return UV_ENOSYS;
    if (const int error = uv_poll_init(loop, &poll_, fd)) return error;
    poll_.data = this;
    uv_unref(handle());
    return uv_poll_start(&poll_, UV_READABLE, [](uv_poll_t* poll, int, int) {
      auto* self = static_cast<LoopWatch*>(poll->data);
      self->ready_(self->data_);
    });
  }

  void SetAlive(bool alive) override {
    if (alive) uv_ref(handle());
    else uv_unref(handle());
  }

  void Stop() override {
    uv_poll_stop(&poll_);
    uv_close(handle(), [](uv_handle_t* handle) {
      auto* self = static_cast<LoopWatch*>(handle->data);
      self->closed_(self->data_);
    });
  }

 private:
  uv_handle_t* handle() { return reinterpret_cast<uv_handle_t*>(&poll_); }

  uv_poll_t poll_;
};

}  // namespace

std::unique_ptr<Watch> Watch::OnLoop(Callback ready, Callback closed, void* data) {
  return std::make_unique<LoopWatch>(ready, closed, data);
}

}  // namespace sockcall
