#include "constants.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <sys/socket.h>
#include <sys/un.h>

#ifdef __linux__
#include <sys/inotify.h>
// What the next ones include, so that it stays outside of their namespace.
#include <asm/byteorder.h>
#include <linux/socket.h>
#include <linux/types.h>
// The kernel's header has options before the C library's has them, and structures that clash with it.
namespace kernel {
#include <linux/tcp.h>
}
#if __has_include(<linux/vm_sockets.h>)
#include <linux/vm_sockets.h>
#endif
#endif

#include <cstring>
#include <limits>

namespace sockcall {

namespace {

constexpr double kConstants[] = {
#define CONSTANT(name) static_cast<double>(name),
#define ABSENT(name) std::numeric_limits<double>::quiet_NaN(),
#include "constants.inc"
#undef ABSENT
#undef CONSTANT
};

}  // namespace

Napi::Float64Array Constants(Napi::Env env) {
  constexpr size_t kCount = sizeof(kConstants) / sizeof(kConstants[0]);
  Napi::Float64Array constants = Napi::Float64Array::New(env, kCount);
  std::memcpy(constants.Data(), kConstants, sizeof(kConstants));
  return constants;
}

}  // namespace sockcall
