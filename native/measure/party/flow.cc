#include <algorithm>

#include "../../calls/calls.h"
#include "../clock.h"
#include "../measure.h"
#include "parties.h"

namespace sockcall::measure {

namespace {

// With a window, a token says that so many messages have been received.
int32_t Acknowledged(const Terms& terms) { return std::max(1, terms.window / 2); }

int64_t Flow(Party& party) {
  const Terms& terms = party.terms;
  const int32_t step = Acknowledged(terms);
  int32_t acknowledged = 0;
  party.account.began = static_cast<double>(MonotonicClock::Now());
  for (int32_t sent = 0; sent < terms.messages; sent++) {
    while (terms.window > 0 && sent - acknowledged >= terms.window) {
      if (const int64_t outcome = party.ReceiveToken()) return outcome;
      acknowledged += step;
    }
    if (const int64_t outcome = party.Send()) return outcome;
  }
  party.account.ended = static_cast<double>(MonotonicClock::Now());
  // The tokens that are still to come, or a later block would find them.
  while (terms.window > 0 && acknowledged + step <= terms.messages) {
    if (const int64_t outcome = party.ReceiveToken()) return outcome;
    acknowledged += step;
  }
  return 0;
}

int64_t Drain(Party& party) {
  const Terms& terms = party.terms;
  const int32_t step = Acknowledged(terms);
  for (int32_t received = 1; received <= terms.messages; received++) {
    if (const int64_t outcome = party.Receive()) return outcome;
    if (received == 1) party.account.began = static_cast<double>(MonotonicClock::Now());
    if (terms.window == 0 || received % step != 0) continue;
    // The time is that of the last message, not of what is said of it.
    if (received == terms.messages) party.account.ended = static_cast<double>(MonotonicClock::Now());
    if (const int64_t outcome = party.SendToken()) return outcome;
  }
  if (party.account.ended == 0) party.account.ended = static_cast<double>(MonotonicClock::Now());
  return 0;
}

// partySource(terms, out, in, buffer, account): waits for the sink's token, then sends message after message.
int64_t Source(Thread& thread, const Arguments& in) {
  return Run(thread, in, [](Party& party) -> int64_t {
    if (const int64_t outcome = party.ReceiveToken()) return outcome;
    return Flow(party);
  });
}

// partySink(terms, out, in, buffer, account): says that it is there, then receives so many messages.
int64_t Sink(Thread& thread, const Arguments& in) {
  return Run(thread, in, [](Party& party) -> int64_t {
    if (const int64_t outcome = party.SendToken()) return outcome;
    return Drain(party);
  });
}

}  // namespace

void RegisterFlow(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"partySource", Method<Source, kPartyValues>}, {"partySink", Method<Sink, kPartyValues>}});
}

}  // namespace sockcall::measure
