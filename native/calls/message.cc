#include "msghdr.h"

#include <sys/socket.h>

#include "calls.h"

namespace sockcall {

namespace {

constexpr size_t kParts = 3;

// sendmsg(fd, message, flags)
int64_t Sendmsg(Thread& thread, const Arguments& in) {
  MessageHeader message;
  if (const int32_t misuse = message.Take(in)) return misuse;
  return Call(thread, "sendmsg", ::sendmsg, in.Int(0), message.header(), in.Int(1));
}

// recvmsg(fd, message, flags)
int64_t Recvmsg(Thread& thread, const Arguments& in) {
  MessageHeader message;
  if (const int32_t misuse = message.Take(in)) return misuse;
  message.MakeRoom();
  const int64_t result = Call(thread, "recvmsg", ::recvmsg, in.Int(0), message.header(), in.Int(1));
  message.Give(in, result);
  return result;
}

}  // namespace

void RegisterMessage(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"sendmsg", Method<Sendmsg, kParts>}, {"recvmsg", Method<Recvmsg, kParts>}});
}

}  // namespace sockcall
