#include "step.h"

#include <cstring>

namespace sockcall::measure {

const StepKind& KindNamed(const char* name) {
  const StepKind* kind = kStepKinds;
  while (std::strcmp(kind->name, name) != 0) kind++;
  return *kind;
}

void Prepare(Step* step, const StepKind& kind, int fd, int flags, void* data, size_t size) {
  *step = {};
  step->kind = &kind;
  step->fd = fd;
  step->flags = flags;
  step->header().msg_iov = &step->vector;
  step->header().msg_iovlen = 1;
  step->polled = {fd, POLLIN | POLLOUT, 0};
  Aim(step, data, size);
}

void Aim(Step* step, void* data, size_t size) {
  step->data = data;
  step->size = size;
  step->vector = {data, size};
  PrepareCall(step);
}

}  // namespace sockcall::measure
