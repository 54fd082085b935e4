#pragma once

#include "args.h"
#include "call.h"
#include "environment.h"

namespace sockcall {

// A call's body: takes its arguments apart, makes the call, and answers a value, -errno or a Misuse.
using Body = int64_t (*)(Thread& thread, const Arguments& in);

// What JavaScript calls. The answer goes into the frame, because a returned number costs more.
// `values_taken` is how many JavaScript values the call takes beside its numbers; hardly any takes more than one.
template <Body body, size_t values_taken = 1>
napi_value Method(napi_env env, napi_callback_info info) {
  size_t count = values_taken;
  napi_value values[values_taken];
  void* data = nullptr;
  napi_get_cb_info(env, info, &count, values, nullptr, &data);
  auto& environment = *static_cast<Environment*>(data);
  Frame& frame = *environment.frame;
  frame.result = static_cast<int32_t>(body(environment.thread, Arguments(env, frame, values)));
  return nullptr;
}

struct Entry {
  const char* name;
  napi_callback method;
};

// Puts a family's calls on the exports.
template <size_t size>
void Register(Napi::Env env, Napi::Object exports, Environment* environment, const Entry (&entries)[size]) {
  for (const Entry& entry : entries) {
    napi_value function = nullptr;
    napi_create_function(env, entry.name, NAPI_AUTO_LENGTH, entry.method, environment, &function);
    napi_set_named_property(env, exports, entry.name, function);
  }
}

void RegisterBatch(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterConnection(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterDatagram(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterDuplicate(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterEpoll(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterIoctl(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterLifecycle(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterMessage(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterName(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterNetwork(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterOption(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterPipe(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterPoll(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterPresentation(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterResolve(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterService(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterSplice(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterTransfer(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterVector(Napi::Env env, Napi::Object exports, Environment* environment);
void RegisterWatch(Napi::Env env, Napi::Object exports, Environment* environment);

}  // namespace sockcall
