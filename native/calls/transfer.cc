#include "calls.h"
#include "system.h"

namespace sockcall {

namespace {

// send(fd, buffer, flags, offset, length)
int64_t Send(Thread& thread, const Arguments& in) {
  Bytes bytes;
  if (const int32_t misuse = in.Slice(0, &bytes)) return misuse;
  return Call(thread, "send", system::send, in.Int(0), bytes.data, bytes.size, in.Int(1));
}

// recv(fd, buffer, flags, offset, length)
int64_t Recv(Thread& thread, const Arguments& in) {
  Bytes bytes;
  if (const int32_t misuse = in.Slice(0, &bytes)) return misuse;
  return Call(thread, "recv", system::recv, in.Int(0), bytes.data, bytes.size, in.Int(1));
}

// read(fd, buffer, offset, length)
int64_t Read(Thread& thread, const Arguments& in) {
  Bytes bytes;
  if (const int32_t misuse = in.Slice(0, &bytes)) return misuse;
  return Call(thread, "read", system::read, in.Int(0), bytes.data, bytes.size);
}

// write(fd, buffer, offset, length)
int64_t Write(Thread& thread, const Arguments& in) {
  Bytes bytes;
  if (const int32_t misuse = in.Slice(0, &bytes)) return misuse;
  return Call(thread, "write", system::write, in.Int(0), bytes.data, bytes.size);
}

}  // namespace

void RegisterTransfer(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"send", Method<Send>}, {"recv", Method<Recv>}, {"read", Method<Read>}, {"write", Method<Write>}});
}

}  // namespace sockcall
