#pragma once

#include <cstdint>

#include "../args.h"
#include "arm.h"

namespace sockcall::measure {

// How a block is measured, as ints of the caller's. lib/compare/calls/block/native.ts has the same order.
struct Settings {
  int32_t timed;        // The descriptor of the steps.
  int32_t counterpart;  // That of the other end.
  int32_t size;         // Of a message, in bytes.
  int32_t calls;        // How many are timed, after
  int32_t untimed;      // so many that are not.
  int32_t clock;        // A ClockNumber.
  int32_t counters;     // The descriptor of a group of counters that count in the timed calls alone, or -1.
  int32_t messages;     // 1 if the sockets keep the boundaries of messages.
  int32_t patience;     // How long poll() may wait where a call answered EAGAIN, in ms; 0 to end the block there.
};

// What failed at the other end.
enum FailedCounterpart : int { kCounterpartSend = -1, kCounterpartRecv = -2 };

// What a block found, in the caller's Float64Array. lib/compare/calls/block/native.ts has the same order.
struct Tally {
  double calls;                // Values that were measured,
  double total;                // and all of them together, in the clock's unit times the scale.
  double short_calls;          // Exchanges in which fewer bytes were moved than the message has.
  double failed_calls;         // Timed calls that failed; the first one ends the block.
  double failed_counterparts;  // Failed calls of the other end, which end it, too.
  double eagain;               // Calls that answered EAGAIN where it was not asked for, and were made again after poll().
  double unexpected;           // Calls that did not answer EAGAIN where it was asked for.
  double failed_step;          // The place of the step that failed, or kCounterpartSend, kCounterpartRecv.
};

// Everything that a loop needs. The memory is the caller's, so it lasts until control goes back to JavaScript.
struct Block {
  Settings settings;
  // A half of the buffer is sent from, the other is received into.
  char* out;
  char* in;
  size_t size;
  // Nanoseconds of one tick of the clock.
  double scale;
  // Room for each single value, or null.
  double* samples;
  Tally tally;
  // What moves a message untimed: at the other end, and where the timed steps do not, at theirs.
  Step counterpart_send;
  Step counterpart_recv;
  Step timed_send;
  Step timed_recv;
  // The largest comes last: a turn is to touch few pages of memory, each of which may cost the timed call a nanosecond.
  Arm arm;

  // measure…(settings, program, buffer, tally, samples?), the scale as a wide: answers a Misuse, or 0.
  int32_t Take(const Arguments& in);
  // Writes the tally back.
  void Give(const Arguments& in) const;

  // Adds a value.
  void Add(int64_t ticks) {
    const double value = static_cast<double>(ticks) * scale;
    if (samples != nullptr) samples[static_cast<size_t>(tally.calls)] = value;
    tally.calls++;
    tally.total += value;
  }

  // Forgets what was found so far, but not a failure.
  void Restart() { tally.calls = tally.total = tally.short_calls = tally.eagain = tally.unexpected = 0; }

 private:
  void PrepareUntimed();
};

}  // namespace sockcall::measure
