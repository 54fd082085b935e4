#include <poll.h>
#include <sys/select.h>

#include "calls.h"
#include "scratch.h"

namespace sockcall {

namespace {

// poll(fds, timeout): fds is an Int32Array of triplets, descriptor, events, and revents for the answer
int64_t Poll(Thread& thread, const Arguments& in) {
  Bytes bytes;
  if (const int32_t misuse = in.Whole(0, &bytes)) return misuse;
  auto* triplets = static_cast<int32_t*>(bytes.data);
  const size_t count = bytes.size / (3 * sizeof(int32_t));
  Scratch<pollfd, 64> scratch(count);
  pollfd* fds = scratch.data();
  if (fds == nullptr) return -ENOMEM;
  for (size_t i = 0; i < count; i++) {
    const int32_t events = triplets[3 * i + 1];
    if (events < 0 || events > UINT16_MAX) return kOutOfRange;
    fds[i] = {triplets[3 * i], static_cast<short>(events), 0};
  }
  const int64_t result = Call(thread, "poll", ::poll, fds, count, in.Int(0));
  if (result < 0) return result;
  for (size_t i = 0; i < count; i++) triplets[3 * i + 2] = static_cast<uint16_t>(fds[i].revents);
  return result;
}

// A set of select() as TypeScript has it: the bit of a descriptor is in the byte descriptor / 8.
class BitSet {
 public:
  // A Misuse, or 0; also for a set that is not given.
  int32_t Take(const Arguments& in, size_t index) {
    if (!in.HasValue(index)) return 0;
    if (const int32_t misuse = in.Whole(index, &bytes_)) return misuse;
    if (bytes_.size != FD_SETSIZE / 8) return kOutOfRange;
    given_ = true;
    FD_ZERO(&set_);
    for (int fd = 0; fd < FD_SETSIZE; fd++) {
      if ((bits()[fd / 8] >> fd % 8 & 1) == 0) continue;
      FD_SET(fd, &set_);
      end_ = fd + 1;
    }
    return 0;
  }

  void Give() {
    if (!given_) return;
    for (int fd = 0; fd < end_; fd++) {
      if (!FD_ISSET(fd, &set_)) bits()[fd / 8] &= ~(1 << fd % 8);
    }
  }

  fd_set* set() { return given_ ? &set_ : nullptr; }
  // One more than the highest descriptor.
  int end() const { return end_; }

 private:
  uint8_t* bits() { return static_cast<uint8_t*>(bytes_.data); }

  Bytes bytes_ = {};
  bool given_ = false;
  fd_set set_;
  int end_ = 0;
};

// select(readfds?, writefds?, exceptfds?, timed, seconds, microseconds): the time left goes back where the timeout was
int64_t Select(Thread& thread, const Arguments& in) {
  BitSet sets[3];
  int nfds = 0;
  for (size_t i = 0; i < 3; i++) {
    if (const int32_t misuse = sets[i].Take(in, i)) return misuse;
    if (sets[i].end() > nfds) nfds = sets[i].end();
  }
  timeval timeout = {};
  timeout.tv_sec = static_cast<decltype(timeout.tv_sec)>(in.Wide(0));
  timeout.tv_usec = static_cast<decltype(timeout.tv_usec)>(in.Wide(1));
  const int64_t result = Call(thread, "select", ::select, nfds, sets[0].set(), sets[1].set(), sets[2].set(),
                              in.Int(0) != 0 ? &timeout : nullptr);
  in.PutWide(0, static_cast<double>(timeout.tv_sec));
  in.PutWide(1, static_cast<double>(timeout.tv_usec));
  if (result < 0) return result;
  for (BitSet& set : sets) set.Give();
  return result;
}

}  // namespace

void RegisterPoll(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment, {{"poll", Method<Poll>}, {"select", Method<Select, 3>}});
}

}  // namespace sockcall
