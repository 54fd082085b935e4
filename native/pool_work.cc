#include "pool_work.h"

#include <memory>

#include "environment.h"
#include "registry.h"

namespace sockcall {

void PoolWork::Start(napi_env env, PoolWork* work, napi_value callback) {
  work->employer_ = Napi::Env(env).GetInstanceData<Environment>()->thread.serial;
  napi_value name = nullptr;
  napi_create_string_utf8(env, "sockcall", NAPI_AUTO_LENGTH, &name);
  napi_create_reference(env, callback, 1, &work->callback_);
  napi_create_async_work(env, nullptr, name, Execute, Complete, work, &work->work_);
  napi_queue_async_work(env, work->work_);
}

void PoolWork::Execute(napi_env, void* data) {
  auto* self = static_cast<PoolWork*>(data);
  Thread thread;
  Registry::Get().EnterFor(self->employer_, &thread);
  self->answer_ = self->Run(thread, &self->error_);
  Registry::Get().Leave(&thread);
}

void PoolWork::Complete(napi_env env, napi_status status, void* data) {
  const std::unique_ptr<PoolWork> self(static_cast<PoolWork*>(data));
  if (status == napi_ok) self->Answer(env);
  napi_delete_reference(env, self->callback_);
  napi_delete_async_work(env, self->work_);
}

// If the environment is ending, the first of these fails, and so do the others.
void PoolWork::Answer(napi_env env) {
  napi_value callback = nullptr;
  napi_value arguments[3] = {};
  napi_value receiver = nullptr;
  if (napi_get_reference_value(env, callback_, &callback) != napi_ok || callback == nullptr) return;
  if (napi_get_undefined(env, &receiver) != napi_ok) return;
  if (napi_create_int64(env, answer_, &arguments[0]) != napi_ok) return;
  if (napi_create_int32(env, error_, &arguments[1]) != napi_ok) return;
  if (napi_create_array(env, &arguments[2]) != napi_ok) return;
  Give(env, arguments[2]);
  napi_call_function(env, receiver, callback, 3, arguments, nullptr);
}

}  // namespace sockcall
