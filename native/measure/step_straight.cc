#include "step.h"

#ifdef SOCKCALL_STRAIGHT

#include <fcntl.h>
#include <sys/ioctl.h>

namespace sockcall::measure {

const StepKind kStepKinds[] = {
    {"null", Way::kNone, -1, Shape::kNothing},
    {"send", Way::kOut, SYS_sendto, Shape::kBuffer},
    {"write", Way::kOut, SYS_write, Shape::kBuffer},
    {"sendto", Way::kOut, SYS_sendto, Shape::kBuffer},
    {"sendmsg", Way::kOut, SYS_sendmsg, Shape::kHeader},
    {"writev", Way::kOut, SYS_writev, Shape::kVector},
    {"sendmmsg", Way::kOut, SYS_sendmmsg, Shape::kBatch},
    {"recv", Way::kIn, SYS_recvfrom, Shape::kBuffer},
    {"read", Way::kIn, SYS_read, Shape::kBuffer},
    {"recvfrom", Way::kIn, SYS_recvfrom, Shape::kBuffer},
    {"recvmsg", Way::kIn, SYS_recvmsg, Shape::kHeader},
    {"readv", Way::kIn, SYS_readv, Shape::kVector},
    {"recvmmsg", Way::kIn, SYS_recvmmsg, Shape::kBatch},
    {"getsockopt", Way::kNone, SYS_getsockopt, Shape::kSockopt},
    {"getsockname", Way::kNone, SYS_getsockname, Shape::kSockname},
    {"fcntl", Way::kNone, SYS_fcntl, Shape::kFcntl},
    {"ioctl", Way::kNone, SYS_ioctl, Shape::kIoctl},
#ifdef SYS_poll
    {"poll", Way::kNone, SYS_poll, Shape::kPoll},
#else
    {"poll", Way::kNone, SYS_ppoll, Shape::kPoll},
#endif
};

const size_t kStepKindCount = sizeof(kStepKinds) / sizeof(kStepKinds[0]);

namespace {

using Words = long[NumberedCall::kMostArguments];

template <typename T>
long At(T* place) {
  return reinterpret_cast<long>(place);
}

void FillPoll(Step* step, Words& words) {
  words[0] = At(&step->polled);
  words[1] = 1;
#ifndef SYS_poll
  words[2] = At(&step->no_time);
#endif
}

// The arguments of a step's call. Those that it does not have are zero, as those that are null or no flags.
void Fill(Step* step, Words& words) {
  words[0] = step->fd;
  switch (step->kind->shape) {
    case Shape::kNothing:
      break;
    case Shape::kBuffer:
      words[1] = At(step->data);
      words[2] = static_cast<long>(step->size);
      words[3] = step->flags;
      break;
    case Shape::kVector:
      words[1] = At(&step->vector);
      words[2] = 1;
      break;
    case Shape::kHeader:
      words[1] = At(&step->header());
      words[2] = step->flags;
      break;
    case Shape::kBatch:
      words[1] = At(&step->batch);
      words[2] = 1;
      words[3] = step->flags;
      break;
    case Shape::kSockopt:
      // The kernel writes the length back, and always the same one.
      step->length = sizeof(step->value);
      words[1] = SOL_SOCKET;
      words[2] = SO_TYPE;
      words[3] = At(&step->value);
      words[4] = At(&step->length);
      break;
    case Shape::kSockname:
      step->length = sizeof(step->address);
      words[1] = At(&step->address);
      words[2] = At(&step->length);
      break;
    case Shape::kFcntl:
      words[1] = F_GETFL;
      break;
    case Shape::kIoctl:
      words[1] = FIONREAD;
      words[2] = At(&step->value);
      break;
    case Shape::kPoll:
      FillPoll(step, words);
      break;
  }
}

}  // namespace

void PrepareCall(Step* step) {
  step->batched = step->kind->shape == Shape::kBatch;
  step->call = {step->kind->number, {}, step->kind->name};
  Fill(step, step->call.arguments);
}

}  // namespace sockcall::measure

#endif
