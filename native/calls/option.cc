#include <fcntl.h>
#include <sys/socket.h>

#include <algorithm>

#include "calls.h"

namespace sockcall {

namespace {

// getsockopt(fd, level, name, value): answers the length of the value, which the kernel may report as more than it wrote
int64_t Getsockopt(Thread& thread, const Arguments& in) {
  Bytes value;
  if (const int32_t misuse = in.Whole(0, &value)) return misuse;
  const auto room = static_cast<socklen_t>(std::min<size_t>(value.size, INT32_MAX));
  socklen_t length = room;
  const int64_t result =
      Call(thread, "getsockopt", ::getsockopt, in.Int(0), in.Int(1), in.Int(2), value.data, &length);
  return result < 0 ? result : std::min(length, room);
}

// setsockopt(fd, level, name, value)
int64_t Setsockopt(Thread& thread, const Arguments& in) {
  Bytes value;
  if (const int32_t misuse = in.Whole(0, &value)) return misuse;
  if (value.size > INT32_MAX) return kOutOfRange;
  return Call(thread, "setsockopt", ::setsockopt, in.Int(0), in.Int(1), in.Int(2), value.data, value.size);
}

int FcntlInt(int fd, int command, int argument) { return ::fcntl(fd, command, argument); }

// fcntl(fd, command, argument), for the commands whose argument is an integer
int64_t Fcntl(Thread& thread, const Arguments& in) {
  return Call(thread, "fcntl", FcntlInt, in.Int(0), in.Int(1), in.Int(2));
}

}  // namespace

void RegisterOption(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"getsockopt", Method<Getsockopt>}, {"setsockopt", Method<Setsockopt>}, {"fcntl", Method<Fcntl>}});
}

}  // namespace sockcall
