#include "loop_watch.h"

namespace sockcall {

int LoopWatch::Start(napi_env env, int fd) {
  uv_loop_t* loop = nullptr;
  if (napi_get_uv_event_loop(env, &loop) != napi_ok || loop == nullptr) return UV_ENOSYS;
  if (const int error = uv_poll_init(loop, &handle_, fd)) return error;
  handle_.data = this;
  uv_unref(reinterpret_cast<uv_handle_t*>(&handle_));
  return uv_poll_start(&handle_, UV_READABLE, [](uv_poll_t* handle, int, int) {
    auto* self = static_cast<LoopWatch*>(handle->data);
    self->ready_(self->data_);
  });
}

void LoopWatch::SetAlive(bool alive) {
  auto* handle = reinterpret_cast<uv_handle_t*>(&handle_);
  if (alive) uv_ref(handle);
  else uv_unref(handle);
}

void LoopWatch::Stop() {
  uv_poll_stop(&handle_);
  uv_close(reinterpret_cast<uv_handle_t*>(&handle_), [](uv_handle_t* handle) {
    auto* self = static_cast<LoopWatch*>(handle->data);
    self->closed_(self->data_);
  });
}

}  // namespace sockcall
