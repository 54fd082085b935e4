#include "measure.h"
#include "step.h"

namespace sockcall::measure {

namespace {

// The calls that steps can make, in the order of their numbers.
Napi::Array StepNames(Napi::Env env) {
  Napi::Array names = Napi::Array::New(env, kStepKindCount);
  for (size_t i = 0; i < kStepKindCount; i++) names.Set(static_cast<uint32_t>(i), kStepKinds[i].name);
  return names;
}

}  // namespace

void RegisterMeasure(Napi::Env env, Napi::Object exports, Environment* environment) {
  exports.Set("measureStepNames", StepNames(env));
  RegisterAffinity(env, exports, environment);
  RegisterClock(env, exports, environment);
  RegisterCounter(env, exports, environment);
  RegisterFlow(env, exports, environment);
  RegisterLoops(env, exports, environment);
  RegisterRoundTrip(env, exports, environment);
}

}  // namespace sockcall::measure
