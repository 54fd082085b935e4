#include "../../calls/calls.h"
#include "../clock.h"
#include "../measure.h"
#include "pace.h"
#include "parties.h"

namespace sockcall::measure {

namespace {

int64_t There(Party& party) {
  if (const int64_t outcome = party.Send()) return outcome;
  return party.Receive();
}

int64_t Untimed(Party& party) {
  for (int32_t left = party.terms.untimed; left > 0; left--) {
    if (const int64_t outcome = There(party)) return outcome;
  }
  party.BeginCounting();
  return 0;
}

template <typename Clock>
int64_t RoundTrips(Party& party, double scale, double* values) {
  if (const int64_t outcome = Untimed(party)) return outcome;
  for (int32_t index = 0; index < party.terms.messages; index++) {
    const int64_t start = Clock::Start();
    if (const int64_t outcome = There(party)) return outcome;
    const double value = static_cast<double>(Clock::End() - start) * scale;
    if (values != nullptr) values[index] = value;
    party.account.values++;
    party.account.total += value;
  }
  return 0;
}

// partyPingPong(terms, out, in, buffer, account, values?), nanoseconds a tick as a wide: sends a message, receives one, and
// so on; a value is the time from before the one to after the other. This and the others answer how it ended.
int64_t PingPong(Thread& thread, const Arguments& in) {
  return Run(thread, in, [&](Party& party) -> int64_t {
    double* values = Party::Values(in, kValuesPlace, static_cast<size_t>(party.terms.messages));
#ifdef SOCKCALL_TSC
    if (party.terms.clock == kTsc) return RoundTrips<TscClock>(party, in.Wide(0), values);
#endif
    return RoundTrips<MonotonicClock>(party, in.Wide(0), values);
  });
}

// partyEcho(terms, out, in, buffer, account): answers each message that comes.
int64_t Echo(Thread& thread, const Arguments& in) {
  return Run(thread, in, [](Party& party) -> int64_t {
    const int64_t all = int64_t{party.terms.untimed} + party.terms.messages;
    for (int64_t index = 0; index < all; index++) {
      if (index == party.terms.untimed) party.BeginCounting();
      if (const int64_t outcome = party.Receive()) return outcome;
      if (index == party.terms.stall) party.Stall();
      if (const int64_t outcome = party.Send()) return outcome;
    }
    return 0;
  });
}

// partyFixedRate(terms, out, in, buffer, account, values), nanoseconds between two messages as a wide: sends each message
// when it is due, or as soon after as the answer to the one before has come. There are two values for each: the time from
// when it was due to its answer, all of these first, and from when it was sent.
int64_t FixedRate(Thread& thread, const Arguments& in) {
  return Run(thread, in, [&](Party& party) -> int64_t {
    const auto count = static_cast<size_t>(party.terms.messages);
    double* corrected = Party::Values(in, kValuesPlace, 2 * count);
    if (corrected == nullptr) return kOutOfRange;
    double* uncorrected = corrected + count;
    const double interval = in.Wide(0);
    if (const int64_t outcome = Untimed(party)) return outcome;
    const int64_t begin = MonotonicClock::Now();
    for (size_t index = 0; index < count; index++) {
      const int64_t due = begin + static_cast<int64_t>(static_cast<double>(index + 1) * interval);
      if (const int64_t outcome = AwaitTime(thread, due)) return outcome;
      const int64_t start = MonotonicClock::Now();
      if (const int64_t outcome = There(party)) return outcome;
      const int64_t end = MonotonicClock::Now();
      corrected[index] = static_cast<double>(end - due);
      uncorrected[index] = static_cast<double>(end - start);
      party.account.values++;
      party.account.total += corrected[index];
    }
    return 0;
  });
}

}  // namespace

void RegisterRoundTrip(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"partyPingPong", Method<PingPong, kPartyValues>},
            {"partyEcho", Method<Echo, kPartyValues>},
            {"partyFixedRate", Method<FixedRate, kPartyValues>}});
}

}  // namespace sockcall::measure
