#include "reactor.h"

#include <cerrno>
#include <memory>
#include <new>

#include "calls/calls.h"
#include "reactor/poller.h"
#include "reactor/ring.h"
#include "reactor/watch.h"

namespace sockcall {

// The reactor of one environment. It is made at the first wait and ends with the environment, in a hook that the
// environment waits for: its handle has to leave the loop before its memory and its descriptor may go.
class Reactor {
 public:
  Reactor(napi_env env, Thread& thread, bool threaded)
      : env_(env),
        thread_(thread),
        watch_(threaded ? Watch::OnThread(OnReady, OnClosed, this) : Watch::OnLoop(OnReady, OnClosed, this)) {}

  // 0 or -errno. After an error nothing of it is left but the object.
  int64_t Open(napi_value callback, napi_value* memory) {
    void* data = nullptr;
    napi_value name = nullptr;
    // Nothing can be made in a worker that is being terminated.
    if (napi_create_arraybuffer(env_, sizeof(Ring), &data, memory) != napi_ok) return -ECANCELED;
    if (const int64_t error = poller_.Open(thread_)) return error;
    if (const int error = watch_->Start(env_, poller_.fd())) {
      poller_.Close();
      return error;
    }
    ring_ = new (data) Ring{};
    napi_create_reference(env_, *memory, 1, &memory_);
    napi_create_reference(env_, callback, 1, &callback_);
    napi_create_string_utf8(env_, "sockcall", NAPI_AUTO_LENGTH, &name);
    napi_async_init(env_, nullptr, name, &context_);
    napi_add_async_cleanup_hook(env_, OnCleanup, this, &hook_);
    return 0;
  }

  // Keeps the process alive as long as waits are pending, and no longer.
  void Follow() {
    const int32_t alive = ring_->pending > 0;
    if (alive == ring_->alive) return;
    ring_->alive = alive;
    watch_->SetAlive(alive != 0);
  }

  Poller& poller() { return poller_; }

 private:
  static void OnReady(void* data) { static_cast<Reactor*>(data)->HandleBatch(); }

  static void OnClosed(void* data) {
    auto* self = static_cast<Reactor*>(data);
    self->poller_.Close();
    napi_remove_async_cleanup_hook(self->hook_);
    delete self;
  }

  static void OnCleanup(napi_async_cleanup_hook_handle, void* data) {
    auto* self = static_cast<Reactor*>(data);
    napi_async_destroy(self->env_, self->context_);
    napi_delete_reference(self->env_, self->callback_);
    napi_delete_reference(self->env_, self->memory_);
    self->watch_->Stop();
  }

  void HandleBatch() {
    const int64_t count = poller_.Collect(thread_, ring_->ready);
    if (count <= 0) return;
    ring_->count = static_cast<int32_t>(count);
    ring_->turn++;
    Notify();
    ring_->turn++;
    Follow();
  }

  // Through napi_make_callback, which runs microtasks at its end: what was awaited goes on here.
  void Notify() {
    napi_handle_scope scope = nullptr;
    if (napi_open_handle_scope(env_, &scope) != napi_ok) return;
    napi_value callback = nullptr;
    napi_get_reference_value(env_, callback_, &callback);
    const napi_status status = napi_make_callback(env_, context_, callback, callback, 0, nullptr, nullptr);
    if (status == napi_pending_exception) {
      napi_value error = nullptr;
      if (napi_get_and_clear_last_exception(env_, &error) == napi_ok) napi_fatal_exception(env_, error);
    }
    napi_close_handle_scope(env_, scope);
  }

  napi_env env_;
  Thread& thread_;
  Poller poller_;
  const std::unique_ptr<Watch> watch_;
  Ring* ring_ = nullptr;
  napi_ref memory_ = nullptr;
  napi_ref callback_ = nullptr;
  napi_async_context context_ = nullptr;
  napi_async_cleanup_hook_handle hook_ = nullptr;
};

namespace {

// reactorOpen(threaded; callback): answers 0 or -errno, and gives the memory of the ring.
napi_value Open(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value callback = nullptr;
  void* data = nullptr;
  napi_get_cb_info(env, info, &count, &callback, nullptr, &data);
  auto& environment = *static_cast<Environment*>(data);
  auto* reactor = new Reactor(env, environment.thread, environment.frame->ints[0] != 0);
  napi_value memory = nullptr;
  const int64_t result = reactor->Open(callback, &memory);
  environment.frame->result = static_cast<int32_t>(result);
  if (result < 0) delete reactor;
  else environment.reactor = reactor;
  return memory;
}

// A body of the reactor's: like that of a call, but only made when there is a reactor.
template <int64_t (*body)(Reactor& reactor, Thread& thread, const Frame& frame)>
napi_value Method(napi_env env, napi_callback_info info) {
  void* data = nullptr;
  napi_get_cb_info(env, info, nullptr, nullptr, nullptr, &data);
  auto& environment = *static_cast<Environment*>(data);
  Frame& frame = *environment.frame;
  frame.result = static_cast<int32_t>(body(*environment.reactor, environment.thread, frame));
  return nullptr;
}

// reactorWatch(fd, sides, generation, known)
int64_t WatchFd(Reactor& reactor, Thread& thread, const Frame& frame) {
  return reactor.poller().Watch(thread, frame.ints[0], frame.ints[1], frame.ints[2], frame.ints[3] != 0);
}

// reactorUnwatch(fd)
int64_t UnwatchFd(Reactor& reactor, Thread& thread, const Frame& frame) {
  return reactor.poller().Unwatch(thread, frame.ints[0]);
}

// reactorFollow()
int64_t Follow(Reactor& reactor, Thread&, const Frame&) {
  reactor.Follow();
  return 0;
}

}  // namespace

void RegisterReactor(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"reactorOpen", Open},
            {"reactorWatch", Method<WatchFd>},
            {"reactorUnwatch", Method<UnwatchFd>},
            {"reactorFollow", Method<Follow>}});
}

}  // namespace sockcall
