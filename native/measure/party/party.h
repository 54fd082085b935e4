#pragma once

#include <cstdint>

#include "../../args.h"
#include "../arm.h"

namespace sockcall::measure {

// What two parties agree on for a block, each for its own end, as ints of the caller's. lib/compare/calls/party/native.ts
// has the same order.
struct Terms {
  int32_t data;      // The descriptor of the pair's end. It has SO_RCVTIMEO and SO_SNDTIMEO of a slice, if it blocks.
  int32_t control;   // The descriptor that tells of the other party: readable or hung up when it is time to leave.
  int32_t size;      // Of a message, in bytes.
  int32_t messages;  // How many count, after
  int32_t untimed;   // so many that do not.
  int32_t bounds;    // 1 if the sockets keep the bounds of messages.
  int32_t clock;     // A ClockNumber, of round trips.
  int32_t window;    // How many messages may be under way without having been acknowledged; 0 for any number.
  int32_t slices;    // How many slices without anything are too many.
  int32_t stall;     // The message before whose answer to stop once, counted from 0 with the untimed ones; -1 for none.
  int32_t stall_us;  // How long that is, in microseconds.
};

// What a party found, in the caller's Float64Array. lib/compare/calls/party/native.ts has the same order.
struct Account {
  double values;          // Values that were measured,
  double total;           // and all of them together, in nanoseconds.
  double sent;            // Whole messages, untimed ones included.
  double received;
  double bytes_sent;      // These and all up to `interrupted` are of what counts, as soon as that has begun.
  double bytes_received;
  double short_sends;     // Calls that moved fewer bytes than they were given; the rest was moved by further ones.
  double short_receives;
  double eagain;          // Calls that were to wait, and were made again when poll() said so.
  double interrupted;     // Calls that a signal interrupted, and that were made again.
  double began;           // CLOCK_MONOTONIC in nanoseconds, at the first message and after the last.
  double ended;
  double failed_way;      // 0 if no call failed; 1 for one that sends, 2 for one that receives, 3 for another.
  double failed_step;     // The place of the failed one in its program.
};

// How a block ended, if not by a call that failed (-errno) or as it should (0).
enum Outcome : int64_t {
  kEndOfStream = 1,  // The other party has ended the stream.
  kSilence = 2,      // Nothing came, or nothing was taken, for too long.
  kCalledOff = 3,    // The control descriptor has something to say, or is hung up.
};

// One of two parties that exchange messages: it sends by one arm and receives by another.
//
// No wait of its is without end, since the other one may be gone without a trace: that of a datagram socket leaves
// none. Waits end after a slice, and then it looks at the control descriptor.
class Party {
 public:
  explicit Party(Thread& thread) : thread_(thread) {}

  // (terms, program to send by, program to receive by, buffer, account): answers a Misuse, or 0.
  int32_t Take(const Arguments& in);
  // Writes the account back.
  void Give(const Arguments& in) const;

  // The untimed messages are over: what was found of their calls is forgotten.
  void BeginCounting();

  // Sends a whole message, or receives one: 0, -errno or an Outcome.
  int64_t Send();
  int64_t Receive();

  // A byte beside the messages, by which parties keep in step.
  int64_t SendToken();
  int64_t ReceiveToken();

  // The memory for single values, or null if it was not given or does not hold so many.
  static double* Values(const Arguments& in, size_t place, size_t count);

  // Stops for so long, as often as a signal comes between.
  void Stall() const;

  Terms terms = {};
  Account account = {};

 private:
  // What to do about a call that answered -errno: 0 to make it again, or how the block ends.
  int64_t Bear(int64_t answer, short events);
  // The same when nothing came of it: whether it was called off, or has lasted for too long. Signals may come more often
  // than slices end, so time is what counts; it is read here alone, where no message is kept waiting by that.
  int64_t Endure(bool waited);
  int64_t Fail(int way, int step, int64_t answer);

  Thread& thread_;
  Arm out_;
  Arm in_;
  char token_ = 0;
  // CLOCK_MONOTONIC in nanoseconds, from when on nothing is known to have come; 0 after each message.
  int64_t silent_since_ = 0;
  // How long a wait lasts by which nothing comes, in nanoseconds.
  int64_t wait_ = 0;
};

}  // namespace sockcall::measure
