#include <napi.h>

#include "calls/calls.h"
#include "constants.h"
#include "control.h"
#include "environment.h"
#include "interrupt.h"
#include "measure/measure.h"
#include "reactor.h"
#include "records.h"
#include "sockaddr.h"

namespace sockcall {

namespace {

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  Environment* environment = CreateEnvironment(env, exports);
  exports.Set("constants", Constants(env));
  RegisterSockaddr(env, exports);
  RegisterControl(env, exports);
  RegisterRecords(env, exports);
  RegisterBatch(env, exports, environment);
  RegisterConnection(env, exports, environment);
  RegisterDatagram(env, exports, environment);
  RegisterDuplicate(env, exports, environment);
  RegisterEpoll(env, exports, environment);
  RegisterIoctl(env, exports, environment);
  RegisterLifecycle(env, exports, environment);
  RegisterMessage(env, exports, environment);
  RegisterName(env, exports, environment);
  RegisterNetwork(env, exports, environment);
  RegisterOption(env, exports, environment);
  RegisterPipe(env, exports, environment);
  RegisterPoll(env, exports, environment);
  RegisterPresentation(env, exports, environment);
  RegisterResolve(env, exports, environment);
  RegisterService(env, exports, environment);
  RegisterSplice(env, exports, environment);
  RegisterTransfer(env, exports, environment);
  RegisterVector(env, exports, environment);
  RegisterWatch(env, exports, environment);
  measure::RegisterMeasure(env, exports, environment);
  RegisterReactor(env, exports, environment);
  RegisterInterrupt(env, exports, environment);
  return exports;
}

}  // namespace

}  // namespace sockcall

static Napi::Object InitSockcall(Napi::Env env, Napi::Object exports) { return sockcall::Init(env, exports); }

NODE_API_MODULE(sockcall, InitSockcall)
