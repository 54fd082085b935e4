#include "../calls/calls.h"
#include "block.h"
#include "exchange.h"
#include "measure.h"
#include "meter.h"

namespace sockcall::measure {

namespace {

template <typename Meter>
Timed Time(Thread& thread, Block& block, Meter& meter) {
  const Timed timed = block.arm.MakeTimed(thread, meter);
  return {block.arm.Moved(timed.answer), timed.ticks};
}

// Counts a failure of the timed steps.
int64_t Fail(Block& block, int64_t answer) {
  block.tally.failed_calls++;
  block.tally.failed_step = block.arm.failed_step();
  return answer;
}

int64_t Fail(Block& block, FailedCounterpart which, int64_t answer) {
  block.tally.failed_counterparts++;
  block.tally.failed_step = which;
  return answer;
}

// Makes the timed steps until they do not answer EAGAIN, which is counted each time; or only once, if the block has no
// patience.
template <typename Meter>
Timed TimeReady(Thread& thread, Block& block, Meter& meter, Counterpart& counterpart, short events) {
  for (;;) {
    const Timed timed = Time(thread, block, meter);
    if (timed.answer != -EAGAIN || !block.arm.mover_failed()) return timed;
    if (!counterpart.Await(block.settings.timed, events)) return timed;
    block.tally.eagain++;
  }
}

// The timed steps send a message; the other end receives what was taken of it.
template <typename Meter>
int64_t ExchangeOut(Thread& thread, Block& block, Meter& meter) {
  Counterpart counterpart(thread, block);
  const Timed timed = TimeReady(thread, block, meter, counterpart, POLLOUT);
  if (timed.answer < 0) return Fail(block, timed.answer);
  block.Add(timed.ticks);
  const int64_t received = counterpart.Receive(timed.answer);
  if (received < 0) return Fail(block, kCounterpartRecv, received);
  if (timed.answer != static_cast<int64_t>(block.size) || received != timed.answer) block.tally.short_calls++;
  return 0;
}

// The other end sends a message, then the timed steps receive it.
template <typename Meter>
int64_t ExchangeIn(Thread& thread, Block& block, Meter& meter) {
  Counterpart counterpart(thread, block);
  const int64_t sent = counterpart.Send();
  if (sent < 0) return Fail(block, kCounterpartSend, sent);
  const Timed timed = TimeReady(thread, block, meter, counterpart, POLLIN);
  if (timed.answer < 0) return Fail(block, timed.answer);
  block.Add(timed.ticks);
  if (timed.answer != static_cast<int64_t>(block.size) || sent != timed.answer) block.tally.short_calls++;
  // The end of the stream leaves nothing.
  if (timed.answer == 0) return 0;
  const int64_t rest = counterpart.TakeRest(sent - timed.answer);
  return rest < 0 ? Fail(block, kCounterpartRecv, rest) : 0;
}

// One exchange: the message goes the way that the steps move it. What is hot lies together, in few pages.
template <typename Meter>
__attribute__((hot)) int64_t Exchange(Thread& thread, Block& block, Meter& meter) {
  return block.arm.way() == Way::kIn ? ExchangeIn(thread, block, meter) : ExchangeOut(thread, block, meter);
}

// The steps where EAGAIN is what they are to answer.
template <typename Meter>
int64_t Refused(Thread& thread, Block& block, Meter& meter) {
  const Timed timed = Time(thread, block, meter);
  if (timed.answer >= 0) block.tally.unexpected++;
  else if (timed.answer != -EAGAIN || !block.arm.mover_failed()) return Fail(block, timed.answer);
  else block.Add(timed.ticks);
  return 0;
}

// The steps alone.
template <typename Meter>
int64_t Alone(Thread& thread, Block& block, Meter& meter) {
  const Timed timed = Time(thread, block, meter);
  if (timed.answer < 0) return Fail(block, timed.answer);
  block.Add(timed.ticks);
  return 0;
}

// The steps alone, and then an exchange that is not timed: what they find in the caches is what a message leaves there.
template <typename Meter>
int64_t Between(Thread& thread, Block& block, Meter& meter) {
  if (const int64_t error = Alone(thread, block, meter)) return error;
  Counterpart counterpart(thread, block);
  const int64_t sent = counterpart.SendTimed();
  if (sent < 0) return Fail(block, kCounterpartSend, sent);
  const int64_t received = counterpart.Receive(sent);
  return received < 0 ? Fail(block, kCounterpartRecv, received) : 0;
}

// A loop with any meter, all of it of one kind of turn. The first turns only warm what JavaScript left cold.
template <typename Turn>
__attribute__((hot)) int64_t Run(Thread& thread, const Arguments& in, Turn turn) {
  Block block;
  if (const int32_t misuse = block.Take(in)) return misuse;
  const int64_t answer = WithMeter(thread, block.settings, [&](auto meter) {
    int64_t error = 0;
    for (int32_t left = block.settings.untimed; left > 0 && error == 0; left--) error = turn(thread, block, meter);
    block.Restart();
    meter.Reset();
    for (int32_t left = block.settings.calls; left > 0 && error == 0; left--) error = turn(thread, block, meter);
    return error;
  });
  block.Give(in);
  return answer;
}

constexpr size_t kValues = 5;

// measureCall(settings, program, buffer, tally, samples?): exchanges of one message each, of which the steps are timed.
// This and the others answer 0, or the -errno that ended the block.
int64_t MeasureCall(Thread& thread, const Arguments& in) {
  return Run(thread, in, [](auto& thread_, auto& block, auto& meter) { return Exchange(thread_, block, meter); });
}

// measureEagain(…): the steps on a descriptor that does not block and is not ready.
int64_t MeasureEagain(Thread& thread, const Arguments& in) {
  return Run(thread, in, [](auto& thread_, auto& block, auto& meter) { return Refused(thread_, block, meter); });
}

// measureAlone(…): the steps, and nothing else.
int64_t MeasureAlone(Thread& thread, const Arguments& in) {
  return Run(thread, in, [](auto& thread_, auto& block, auto& meter) { return Alone(thread_, block, meter); });
}

// measureBetween(…): the steps, between exchanges that are not timed.
int64_t MeasureBetween(Thread& thread, const Arguments& in) {
  return Run(thread, in, [](auto& thread_, auto& block, auto& meter) { return Between(thread_, block, meter); });
}

}  // namespace

void RegisterLoops(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"measureCall", Method<MeasureCall, kValues>},
            {"measureEagain", Method<MeasureEagain, kValues>},
            {"measureAlone", Method<MeasureAlone, kValues>},
            {"measureBetween", Method<MeasureBetween, kValues>}});
}

}  // namespace sockcall::measure
