#pragma once

#include "../args.h"
#include "clock.h"
#include "step.h"

namespace sockcall::measure {

// What steps answered, and the clock's ticks that they took.
struct Timed {
  int64_t answer;
  int64_t ticks;
};

// What is timed: the steps of a program, in order. It points into itself, so it must not be moved.
class Arm {
 public:
  static constexpr size_t kMostSteps = 16;

  Arm() = default;
  Arm(const Arm&) = delete;
  Arm& operator=(const Arm&) = delete;

  // Takes a program: two ints a step, the place of its call among kStepKinds, and its flags. All are made on this
  // descriptor; what is sent is at `out`, what is received goes to `in`. Answers a Misuse, or 0.
  int32_t Take(const Bytes& program, int fd, void* out, void* in, size_t size);

  // Which way the message goes: kNone if no step moves one.
  Way way() const { return mover_ == nullptr ? Way::kNone : mover_->kind->way; }

  // Makes all steps: the bytes that were moved, or the -errno of the first one that failed, which ends it.
  int64_t Make(Thread& thread) {
    return Moved(Each([&](Step& step) { return MakeCall(thread, step); }));
  }

  // The same, timed call by call: what goes on between two of them is not in the ticks. What it answers is still to be
  // given to Moved().
  template <typename Meter>
  Timed MakeTimed(Thread& thread, Meter& meter) {
    Timed timed = {0, 0};
    timed.answer = Each([&](Step& step) {
      Stopwatch<typename Meter::Clock> stopwatch;
      meter.Enter();
      const int64_t answer = MakeCall(thread, step, stopwatch);
      meter.Leave();
      timed.ticks += stopwatch.ticks;
      return answer;
    });
    return timed;
  }

  int64_t Moved(int64_t answer) const { return mover_ == nullptr ? answer : MovedBy(*mover_, answer); }

  // Makes the moving step alone, for what is left of a message of which so many bytes have been moved.
  int64_t MakeRest(Thread& thread, size_t done);

  // The place of the step that failed last.
  int failed_step() const { return static_cast<int>(failed_ - steps_); }
  // Whether that was the one that moves the message.
  bool mover_failed() const { return failed_ == mover_; }

 private:
  template <typename MakeOne>
  int64_t Each(MakeOne make) {
    int64_t moved = 0;
    for (Step* step = steps_; step != end_; step++) {
      const int64_t answer = make(*step);
      if (__builtin_expect(answer < 0, 0)) {
        failed_ = step;
        return answer;
      }
      if (step == mover_) moved = answer;
    }
    return moved;
  }

  Step* end_ = steps_;
  Step* mover_ = nullptr;
  Step* failed_ = steps_;
  // The last, so that what a turn touches is together: most arms have one step.
  Step steps_[kMostSteps];
};

}  // namespace sockcall::measure
