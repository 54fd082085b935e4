#include "measure.h"

#include <cstring>

#include "calls/calls.h"
#include "system.h"

namespace sockcall {

namespace {

// What a block found, in the caller's Float64Array. lib/compare/block/native.ts has the same order.
struct Counters {
  double calls;
  double nanoseconds;
  double short_calls;
  double failed_calls;
  double failed_counterparts;
};

// A connected pair with one message in flight: what is timed happens at one end, what completes it at the other.
struct Pair {
  int timed;
  int counterpart;
  size_t size;
  char* out;
  char* in;
};

// One message sent and received. Answers are values or -errno.
struct Exchange {
  int64_t answer;
  int64_t nanoseconds;
  // What the call answered that completes the exchange, and what it had to answer.
  int64_t counterpart;
  int64_t expected;
};

// The calls that can be timed. Each costs the same bookkeeping of the choke point.
struct Send {
  static int64_t Make(Thread& thread, const Pair& pair) {
    return Call(thread, "send", system::send, pair.timed, pair.out, pair.size, 0);
  }
};

struct Write {
  static int64_t Make(Thread& thread, const Pair& pair) {
    return Call(thread, "write", system::write, pair.timed, pair.out, pair.size);
  }
};

struct Recv {
  static int64_t Make(Thread& thread, const Pair& pair) {
    return Call(thread, "recv", system::recv, pair.timed, pair.in, pair.size, 0);
  }
};

struct Read {
  static int64_t Make(Thread& thread, const Pair& pair) {
    return Call(thread, "read", system::read, pair.timed, pair.in, pair.size);
  }
};

int64_t Drain(Thread& thread, int fd, const Pair& pair, int64_t count) {
  return count <= 0 ? 0 : Call(thread, "recv", system::recv, fd, pair.in, count, MSG_WAITALL);
}

// The timed call sends; the counterpart receives what was taken.
template <typename Timed>
Exchange SendExchange(Thread& thread, const Pair& pair) {
  const int64_t start = Recorder::Now();
  const int64_t answer = Timed::Make(thread, pair);
  const int64_t end = Recorder::Now();
  const int64_t expected = answer > 0 ? answer : 0;
  return {answer, end - start, Drain(thread, pair.counterpart, pair, expected), expected};
}

// The counterpart sends, then the timed call receives. What a short one leaves is taken away, untimed, so that the
// next exchange starts from an empty queue.
template <typename Timed>
Exchange ReceiveExchange(Thread& thread, const Pair& pair) {
  const auto size = static_cast<int64_t>(pair.size);
  const int64_t sent = Call(thread, "send", system::send, pair.counterpart, pair.out, pair.size, 0);
  if (sent < 0) return {0, 0, sent, size};
  const int64_t start = Recorder::Now();
  const int64_t answer = Timed::Make(thread, pair);
  const int64_t end = Recorder::Now();
  if (answer > 0) Drain(thread, pair.timed, pair, sent - answer);
  return {answer, end - start, sent, size};
}

using MakeExchange = Exchange (*)(Thread& thread, const Pair& pair);

// Adds an exchange to the counters; -errno if one of its calls failed.
int64_t Count(const Exchange& exchange, size_t size, Counters* counters) {
  counters->calls++;
  counters->nanoseconds += static_cast<double>(exchange.nanoseconds);
  if (exchange.answer < 0) {
    counters->failed_calls++;
    return exchange.answer;
  }
  if (exchange.counterpart < 0) {
    counters->failed_counterparts++;
    return exchange.counterpart;
  }
  const bool whole = exchange.answer == static_cast<int64_t>(size) && exchange.counterpart == exchange.expected;
  if (!whole) counters->short_calls++;
  return 0;
}

// measure(timed fd, counterpart fd, calls, untimed, buffer, counters, length): a block of exchanges of messages
// of that length, of which the first few only warm the caches that JavaScript left cold. Half of the buffer is to send
// from, half to receive into. It answers 0, or the -errno that ended the block.
template <MakeExchange make_exchange>
int64_t Measure(Thread& thread, const Arguments& in) {
  Bytes out;
  Bytes buffer;
  Bytes result;
  if (const int32_t misuse = in.Slice(0, &out)) return misuse;
  if (const int32_t misuse = in.Whole(0, &buffer)) return misuse;
  if (const int32_t misuse = in.Whole(1, &result)) return misuse;
  if (out.size < 1 || buffer.size != 2 * out.size || result.size != sizeof(Counters)) return kOutOfRange;
  auto* bytes = static_cast<char*>(buffer.data);
  const Pair pair{in.Int(0), in.Int(1), out.size, bytes, bytes + out.size};

  Counters counters = {};
  int64_t error = 0;
  for (int index = 0; index < in.Int(3) && error == 0; index++) {
    error = Count(make_exchange(thread, pair), pair.size, &counters);
  }
  counters.calls = counters.nanoseconds = 0;
  for (int index = 0; index < in.Int(2) && error == 0; index++) {
    error = Count(make_exchange(thread, pair), pair.size, &counters);
  }
  std::memcpy(result.data, &counters, sizeof(counters));
  return error;
}

// measureClock(readings, counters): pairs of readings with nothing between them, in the loop's own way.
int64_t MeasureClock(Thread&, const Arguments& in) {
  Bytes result;
  if (const int32_t misuse = in.Whole(0, &result)) return misuse;
  if (result.size != sizeof(Counters)) return kOutOfRange;
  Counters counters = {};
  for (int index = 0; index < in.Int(0); index++) {
    const int64_t start = Recorder::Now();
    const int64_t end = Recorder::Now();
    counters.calls++;
    counters.nanoseconds += static_cast<double>(end - start);
  }
  std::memcpy(result.data, &counters, sizeof(counters));
  return 0;
}

}  // namespace

void RegisterMeasure(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"measureSend", Method<Measure<SendExchange<Send>>, 2>},
            {"measureWrite", Method<Measure<SendExchange<Write>>, 2>},
            {"measureRecv", Method<Measure<ReceiveExchange<Recv>>, 2>},
            {"measureRead", Method<Measure<ReceiveExchange<Read>>, 2>},
            {"measureClock", Method<MeasureClock>}});
}

}  // namespace sockcall
