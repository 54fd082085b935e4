#include <fcntl.h>
#include <sys/socket.h>

#ifdef __linux__
#include <linux/filter.h>
#endif

#include <algorithm>

#include "calls.h"

namespace sockcall {

namespace {

#ifdef SO_GET_FILTER
// The one option whose length counts instructions, not bytes: the kernel would write past a buffer of as many bytes.
int64_t GetFilter(Thread& thread, const Arguments& in, const Bytes& value) {
  const auto room = static_cast<socklen_t>(std::min<size_t>(value.size / sizeof(sock_filter), INT32_MAX));
  socklen_t count = room;
  const int64_t result = Call(thread, "getsockopt", ::getsockopt, in.Int(0), in.Int(1), in.Int(2), value.data, &count);
  return result < 0 ? result : static_cast<int64_t>(std::min(count, room)) * sizeof(sock_filter);
}
#endif

// getsockopt(fd, level, name, value): answers the length of the value, which the kernel may report as more than it wrote
int64_t Getsockopt(Thread& thread, const Arguments& in) {
  Bytes value;
  if (const int32_t misuse = in.Whole(0, &value)) return misuse;
#ifdef SO_GET_FILTER
  if (in.Int(1) == SOL_SOCKET && in.Int(2) == SO_GET_FILTER) return GetFilter(thread, in, value);
#endif
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

#ifdef __linux__
// setsockopt(fd, level, name, program): for a BPF program, which the kernel takes by a pointer to its instructions
int64_t SetsockoptProgram(Thread& thread, const Arguments& in) {
  Bytes value;
  if (const int32_t misuse = in.Whole(0, &value)) return misuse;
  if (value.size / sizeof(sock_filter) > UINT16_MAX) return kOutOfRange;
  const sock_fprog program = {static_cast<uint16_t>(value.size / sizeof(sock_filter)),
                              static_cast<sock_filter*>(value.data)};
  return Call(thread, "setsockopt", ::setsockopt, in.Int(0), in.Int(1), in.Int(2), &program, sizeof(program));
}
#endif

int FcntlInt(int fd, int command, int argument) { return ::fcntl(fd, command, argument); }

// fcntl(fd, command, argument), for the commands whose argument is an integer
int64_t Fcntl(Thread& thread, const Arguments& in) {
  return Call(thread, "fcntl", FcntlInt, in.Int(0), in.Int(1), in.Int(2));
}

}  // namespace

void RegisterOption(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"getsockopt", Method<Getsockopt>}, {"setsockopt", Method<Setsockopt>}, {"fcntl", Method<Fcntl>}});
#ifdef __linux__
  Register(env, exports, environment, {{"setsockoptProgram", Method<SetsockoptProgram>}});
#endif
}

}  // namespace sockcall
