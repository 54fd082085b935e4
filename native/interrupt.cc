#include "interrupt.h"

#include <uv.h>

#include <unistd.h>

#include "join_watch.h"
#include "pause.h"
#include "registry.h"
#include "signals.h"
#include "warden.h"

namespace sockcall {

namespace {

// What a call that cannot be interrupted is given up after.
constexpr int64_t kPatience = 1'000'000'000;

// A call that a thread was seen in.
struct Sight {
  uint64_t serial;
  uint64_t crossings;
};

// The registry's mutex is held.
bool See(const Registry& registry, int64_t id, Sight* sight) {
  for (const Thread* thread : registry.threads()) {
    const uint64_t crossings = thread->Crossings();
    if (thread->id != id || thread->employer != 0 || crossings % 2 == 0) continue;
    *sight = {thread->serial, crossings};
    return true;
  }
  return false;
}

enum class Progress { kInside, kLeaving, kDone };

// Sends another signal if the thread is still in the call. The registry's mutex is held.
//
// It has left for good when it has taken the last signal, too, which would else hit a later call.
Progress Press(const Registry& registry, const Sight& sight) {
  Thread* thread = registry.Find(sight.serial);
  if (thread == nullptr) return Progress::kDone;
  if (thread->Crossings() != sight.crossings) return thread->HasTakenAll() ? Progress::kDone : Progress::kLeaving;
  signals::Send(thread);
  return Progress::kInside;
}

// (threadId) -> whether a call was interrupted
Napi::Value Interrupt(const Napi::CallbackInfo& info) {
  const int64_t id = info[0].As<Napi::Number>().Int64Value();
  Registry& registry = Registry::Get();
  Sight sight;
  {
    const std::lock_guard<std::mutex> lock(registry.mutex());
    if (!See(registry, id, &sight)) return Napi::Boolean::New(info.Env(), false);
  }
  const int64_t deadline = Recorder::Now() + kPatience;
  Progress progress = Progress::kInside;
  for (Pause pause;; pause.Sleep()) {
    {
      const std::lock_guard<std::mutex> lock(registry.mutex());
      progress = Press(registry, sight);
    }
    if (progress == Progress::kDone || Recorder::Now() > deadline) break;
  }
  return Napi::Boolean::New(info.Env(), progress != Progress::kInside);
}

// Marks threads as ending. The registry's mutex is held.
template <typename Condition>
void End(const Registry& registry, Condition condition) {
  for (Thread* thread : registry.threads()) {
    if (condition(thread)) thread->ending.store(true, std::memory_order_relaxed);
  }
  warden::Wake();
}

// (threadId)
Napi::Value EndThread(const Napi::CallbackInfo& info) {
  const int64_t id = info[0].As<Napi::Number>().Int64Value();
  Registry& registry = Registry::Get();
  const std::lock_guard<std::mutex> lock(registry.mutex());
  End(registry, [id](const Thread* thread) { return thread->id == id; });
  return info.Env().Undefined();
}

// All but the calling one, for the process ends with it.
Napi::Value EndOtherThreads(const Napi::CallbackInfo& info) {
  Registry& registry = Registry::Get();
  const std::lock_guard<std::mutex> lock(registry.mutex());
  registry.EndProcess();
  End(registry, [](const Thread* thread) { return !pthread_equal(thread->handle, pthread_self()); });
  return info.Env().Undefined();
}

// (number?) -> the signal's number, or -errno
Napi::Value InterruptSignal(const Napi::CallbackInfo& info) {
  if (info[0].IsNumber()) {
    const int error = signals::Choose(info[0].As<Napi::Number>().Int32Value());
    if (error != 0) return Napi::Number::New(info.Env(), -error);
  }
  return Napi::Number::New(info.Env(), signals::Number());
}

void Leave(void* thread) {
  join_watch::Remove(static_cast<Thread*>(thread));
  Registry::Get().Leave(static_cast<Thread*>(thread));
}

int LoopOf(Napi::Env env) {
  uv_loop_t* loop = nullptr;
  if (napi_get_uv_event_loop(env, &loop) != napi_ok || loop == nullptr) return -1;
  return uv_backend_fd(loop);
}

// (threadId, whether the event loop may be looked at) -> whether it is the first environment of its thread
Napi::Value EnterThread(const Napi::CallbackInfo& info) {
  Thread& thread = info.Env().GetInstanceData<Environment>()->thread;
  Registry& registry = Registry::Get();
  if (thread.serial != 0) return Napi::Boolean::New(info.Env(), false);
  const bool first = registry.Own() == nullptr;
  thread.id = info[0].As<Napi::Number>().Int64Value();
  // ToBoolean would fail where the worker is being terminated, and the empty value it then gives ends the process.
  thread.loop = info[1].As<Napi::Boolean>() ? LoopOf(info.Env()) : -1;
  registry.Enter(&thread);
  napi_add_env_cleanup_hook(info.Env(), Leave, &thread);
  join_watch::Add(&thread);
  return Napi::Boolean::New(info.Env(), first);
}

// Whether this is the process's first thread; undefined where that cannot be asked.
Napi::Value OnFirstThread(Napi::Env env) {
#if defined(__linux__)
  return Napi::Boolean::New(env, ::gettid() == ::getpid());
#elif defined(__APPLE__)
  return Napi::Boolean::New(env, pthread_main_np() == 1);
#else
  return env.Undefined();
#endif
}

}  // namespace

void RegisterInterrupt(Napi::Env env, Napi::Object exports, Environment*) {
  exports.Set("onFirstThread", OnFirstThread(env));
  exports.Set("enterThread", Napi::Function::New(env, EnterThread));
  exports.Set("interrupt", Napi::Function::New(env, Interrupt));
  exports.Set("endThread", Napi::Function::New(env, EndThread));
  exports.Set("endOtherThreads", Napi::Function::New(env, EndOtherThreads));
  exports.Set("interruptSignal", Napi::Function::New(env, InterruptSignal));
}

}  // namespace sockcall
