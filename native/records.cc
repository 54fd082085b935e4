#include "records.h"

namespace sockcall {

namespace {

Recorder& RecorderOf(const Napi::CallbackInfo& info) {
  return info.Env().GetInstanceData<Environment>()->thread.recorder;
}

// (capacity)
Napi::Value StartRecording(const Napi::CallbackInfo& info) {
  RecorderOf(info).Start(info[0].As<Napi::Number>().Uint32Value());
  return info.Env().Undefined();
}

Napi::Object Convert(Napi::Env env, const Record& record) {
  Napi::Array arguments = Napi::Array::New(env, record.count);
  for (size_t index = 0; index < record.count; index++) {
    arguments.Set(static_cast<uint32_t>(index), static_cast<double>(record.arguments[index]));
  }
  Napi::Object object = Napi::Object::New(env);
  object.Set("name", record.name);
  object.Set("start", static_cast<double>(record.start));
  object.Set("end", static_cast<double>(record.end));
  object.Set("result", static_cast<double>(record.result));
  object.Set("arguments", arguments);
  return object;
}

// () -> { records, dropped }
Napi::Value StopRecording(const Napi::CallbackInfo& info) {
  Napi::Env env = info.Env();
  Recorder& recorder = RecorderOf(info);
  recorder.Stop();
  Napi::Array records = Napi::Array::New(env);
  uint32_t index = 0;
  for (const Record& record : recorder.records()) records.Set(index++, Convert(env, record));
  Napi::Object result = Napi::Object::New(env);
  result.Set("records", records);
  result.Set("dropped", static_cast<double>(recorder.dropped()));
  return result;
}

}  // namespace

void RegisterRecords(Napi::Env env, Napi::Object exports) {
  exports.Set("startRecording", Napi::Function::New(env, StartRecording));
  exports.Set("stopRecording", Napi::Function::New(env, StopRecording));
}

}  // namespace sockcall
