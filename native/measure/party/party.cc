#include "party.h"

#include <fcntl.h>

#include <cerrno>
#include <cstring>
#include <ctime>

#include "../../call.h"
#include "../../system.h"
#include "../clock.h"

namespace sockcall::measure {

namespace {

enum Place : size_t { kTerms, kOut, kIn, kBuffer, kAccount };
enum Failed : int { kSending = 1, kReceiving = 2, kOther = 3 };

// How long a wait lasts before it is looked whether the other party is still there. lib/compare/calls/party/slice.ts
// has the same for descriptors that block.
constexpr int kSliceMs = 100;
constexpr int64_t kMillisecond = 1'000'000;

// fcntl() takes any number of arguments, which is no type to call a function by.
int GetFlags(int fd) { return ::fcntl(fd, F_GETFL); }

}  // namespace

int32_t Party::Take(const Arguments& in) {
  Bytes given;
  Bytes out_program;
  Bytes in_program;
  Bytes buffer;
  Bytes result;
  if (const int32_t misuse = in.Whole(kTerms, &given)) return misuse;
  if (const int32_t misuse = in.Whole(kOut, &out_program)) return misuse;
  if (const int32_t misuse = in.Whole(kIn, &in_program)) return misuse;
  if (const int32_t misuse = in.Whole(kBuffer, &buffer)) return misuse;
  if (const int32_t misuse = in.Whole(kAccount, &result)) return misuse;
  if (given.size != sizeof(terms) || result.size != sizeof(account)) return kOutOfRange;
  std::memcpy(&terms, given.data, sizeof(terms));
  const auto size = static_cast<size_t>(terms.size);
  if (terms.size < 1 || buffer.size != 2 * size) return kOutOfRange;
  if (terms.messages < 0 || terms.untimed < 0 || terms.window < 0) return kOutOfRange;
  auto* bytes = static_cast<char*>(buffer.data);
  if (const int32_t misuse = out_.Take(out_program, terms.data, bytes, bytes + size, size)) return misuse;
  if (const int32_t misuse = in_.Take(in_program, terms.data, bytes, bytes + size, size)) return misuse;
  return out_.way() == Way::kOut && in_.way() == Way::kIn ? 0 : kOutOfRange;
}

void Party::Give(const Arguments& in) const {
  Bytes result;
  if (in.Whole(kAccount, &result) == 0) std::memcpy(result.data, &account, sizeof(account));
}

double* Party::Values(const Arguments& in, size_t place, size_t count) {
  Bytes bytes;
  if (!in.HasValue(place) || in.Whole(place, &bytes) != 0) return nullptr;
  const bool fits = bytes.size / sizeof(double) >= count;
  const bool aligned = reinterpret_cast<uintptr_t>(bytes.data) % alignof(double) == 0;
  return fits && aligned ? static_cast<double*>(bytes.data) : nullptr;
}

void Party::BeginCounting() {
  // Who looks for lost messages needs all that were sent and received: the other party may not have come as far.
  account.bytes_sent = account.bytes_received = 0;
  account.short_sends = account.short_receives = 0;
  account.eagain = account.interrupted = 0;
}

int64_t Party::Send() {
  const auto size = static_cast<int64_t>(terms.size);
  for (int64_t done = 0;;) {
    const int64_t answer = done == 0 ? out_.Make(thread_) : out_.MakeRest(thread_, done);
    if (answer < 0) {
      if (const int64_t outcome = Bear(answer, POLLOUT)) return Fail(kSending, out_.failed_step(), outcome);
      continue;
    }
    silent_since_ = 0;
    account.bytes_sent += static_cast<double>(answer);
    done += answer;
    if (done < size) account.short_sends++;
    // What a datagram socket did not take is lost.
    if (done < size && terms.bounds == 0) continue;
    account.sent++;
    return 0;
  }
}

int64_t Party::Receive() {
  const auto size = static_cast<int64_t>(terms.size);
  for (int64_t done = 0;;) {
    const int64_t answer = done == 0 ? in_.Make(thread_) : in_.MakeRest(thread_, done);
    if (answer < 0) {
      if (const int64_t outcome = Bear(answer, POLLIN)) return Fail(kReceiving, in_.failed_step(), outcome);
      continue;
    }
    silent_since_ = 0;
    if (answer == 0) return kEndOfStream;
    account.bytes_received += static_cast<double>(answer);
    done += answer;
    if (done < size) account.short_receives++;
    if (done < size && terms.bounds == 0) continue;
    account.received++;
    return 0;
  }
}

int64_t Party::SendToken() {
  for (;;) {
    const int64_t answer = Call(thread_, "send", system::send, terms.data, &token_, size_t{1}, 0);
    if (answer >= 0) {
      silent_since_ = 0;
      return 0;
    }
    if (const int64_t outcome = Bear(answer, POLLOUT)) return Fail(kOther, 0, outcome);
  }
}

int64_t Party::ReceiveToken() {
  for (;;) {
    const int64_t answer = Call(thread_, "recv", system::recv, terms.data, &token_, size_t{1}, 0);
    if (answer >= 0) {
      silent_since_ = 0;
      return answer == 0 ? int64_t{kEndOfStream} : 0;
    }
    if (const int64_t outcome = Bear(answer, POLLIN)) return Fail(kOther, 0, outcome);
  }
}

int64_t Party::Bear(int64_t answer, short events) {
  bool waited = false;
  if (answer == -EAGAIN) {
    account.eagain++;
    pollfd data = {terms.data, events, 0};
    answer = Call(thread_, "poll", system::poll, &data, nfds_t{1}, kSliceMs);
    if (answer > 0) return 0;
    waited = answer == 0;
  }
  if (answer == -EINTR && !thread_.ending.load(std::memory_order_relaxed)) account.interrupted++;
  else if (answer < 0) return answer;
  return Endure(waited);
}

int64_t Party::Endure(bool waited) {
  pollfd control = {terms.control, POLLIN, 0};
  if (Call(thread_, "poll", system::poll, &control, nfds_t{1}, 0) > 0) return kCalledOff;
  const int64_t now = MonotonicClock::Now();
  if (silent_since_ == 0) {
    // The call itself has waited for a slice before poll() did, if it blocks.
    const int64_t flags = Call(thread_, "fcntl", GetFlags, terms.data);
    wait_ = (flags >= 0 && (flags & O_NONBLOCK) == 0 ? 2 : 1) * kSliceMs * kMillisecond;
    silent_since_ = now - (waited ? wait_ : 0);
  }
  // SO_RCVTIMEO counts in ticks, of which the first one is not a whole one.
  return now - silent_since_ > terms.slices * wait_ + wait_ / 2 ? int64_t{kSilence} : 0;
}

int64_t Party::Fail(int way, int step, int64_t answer) {
  account.failed_way = way;
  account.failed_step = step;
  return answer;
}

void Party::Stall() const {
  timespec left = {terms.stall_us / 1'000'000, terms.stall_us % 1'000'000 * 1000L};
  while (Call(thread_, "nanosleep", ::nanosleep, &left, &left) == -EINTR) {
    if (thread_.ending.load(std::memory_order_relaxed)) return;
  }
}

}  // namespace sockcall::measure
