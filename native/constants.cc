#include "constants.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#ifdef __linux__
#include <sys/inotify.h>
#endif

namespace sockcall {

namespace {

struct Constant {
  const char* name;
  double value;
};

constexpr Constant kConstants[] = {
#define CONSTANT(name) {#name, static_cast<double>(name)},
#include "constants.inc"
#undef CONSTANT
};

}  // namespace

Napi::Object Constants(Napi::Env env) {
  Napi::Object constants = Napi::Object::New(env);
  for (const Constant& constant : kConstants) constants.Set(constant.name, constant.value);
  return constants;
}

}  // namespace sockcall
