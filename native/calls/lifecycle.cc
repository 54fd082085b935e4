#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

#include "../pool_work.h"
#include "calls.h"

namespace sockcall {

namespace {

// socket(domain, type, protocol)
int64_t Socket(Thread& thread, const Arguments& in) {
  return Call(thread, "socket", ::socket, in.Int(0), in.Int(1), in.Int(2));
}

// socketpair(domain, type, protocol, sv): sv is an Int32Array of two
int64_t Socketpair(Thread& thread, const Arguments& in) {
  Bytes sv;
  if (const int32_t misuse = in.Whole(0, &sv)) return misuse;
  int fds[2];
  if (sv.size < sizeof(fds)) return kOutOfRange;
  const int64_t result = Call(thread, "socketpair", ::socketpair, in.Int(0), in.Int(1), in.Int(2), fds);
  if (result == 0) std::memcpy(sv.data, fds, sizeof(fds));
  return result;
}

// shutdown(fd, how)
int64_t Shutdown(Thread& thread, const Arguments& in) {
  return Call(thread, "shutdown", ::shutdown, in.Int(0), in.Int(1));
}

// close(fd)
int64_t Close(Thread& thread, const Arguments& in) { return Call(thread, "close", ::close, in.Int(0)); }

// A close that may block: one that lingers.
class CloseElsewhere : public PoolWork {
 public:
  explicit CloseElsewhere(int fd) : fd_(fd) {}

 protected:
  int64_t Run(Thread& thread, int*) override { return Call(thread, "close", ::close, fd_); }
  void Give(napi_env, napi_value) override {}

 private:
  const int fd_;
};

// closeElsewhere(fd, callback)
int64_t StartClose(Thread&, const Arguments& in) {
  PoolWork::Start(in.env(), new CloseElsewhere(in.Int(0)), in.Value(0));
  return 0;
}

}  // namespace

void RegisterLifecycle(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"socket", Method<Socket>},
            {"socketpair", Method<Socketpair>},
            {"shutdown", Method<Shutdown>},
            {"close", Method<Close>},
            {"closeElsewhere", Method<StartClose>}});
}

}  // namespace sockcall
