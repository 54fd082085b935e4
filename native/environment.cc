#include "environment.h"

#include <new>

namespace sockcall {

Environment* CreateEnvironment(Napi::Env env, Napi::Object exports) {
  auto* environment = new Environment();
  env.SetInstanceData(environment);
  Napi::ArrayBuffer memory = Napi::ArrayBuffer::New(env, sizeof(Frame));
  // A worker may be terminated right now, and then nothing can be made any more.
  if (memory.IsEmpty()) return environment;
  environment->frame = new (memory.Data()) Frame{};
  environment->frame_owner = Napi::Persistent(memory);
  exports.Set("frame", memory);
  return environment;
}

}  // namespace sockcall
