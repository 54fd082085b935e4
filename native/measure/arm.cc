#include "arm.h"

#include <cstring>

namespace sockcall::measure {

namespace {

struct Instruction {
  int32_t kind;
  int32_t flags;
};

}  // namespace

int32_t Arm::Take(const Bytes& program, int fd, void* out, void* in, size_t size) {
  const size_t count = program.size / sizeof(Instruction);
  if (program.size % sizeof(Instruction) != 0 || count > kMostSteps) return kOutOfRange;
  mover_ = nullptr;
  for (size_t i = 0; i < count; i++) {
    Instruction instruction;
    std::memcpy(&instruction, static_cast<const char*>(program.data) + i * sizeof(instruction), sizeof(instruction));
    if (instruction.kind < 0 || static_cast<size_t>(instruction.kind) >= kStepKindCount) return kOutOfRange;
    const StepKind& kind = kStepKinds[instruction.kind];
    Prepare(&steps_[i], kind, fd, instruction.flags, kind.way == Way::kIn ? in : out, size);
    if (kind.way != Way::kNone) mover_ = &steps_[i];
  }
  end_ = steps_ + count;
  return 0;
}

int64_t Arm::MakeRest(Thread& thread, size_t done) {
  void* const data = mover_->data;
  const size_t size = mover_->size;
  Aim(mover_, static_cast<char*>(data) + done, size - done);
  const int64_t answer = MakeCall(thread, *mover_);
  Aim(mover_, data, size);
  if (answer < 0) failed_ = mover_;
  return Moved(answer);
}

}  // namespace sockcall::measure
