#include "step.h"

#include <fcntl.h>
#include <sys/ioctl.h>

#include "../call.h"
#include "../system.h"

namespace sockcall::measure {

namespace {

int Nothing() { return 0; }

// No call at all, but everything around one.
int64_t Null(Thread& thread, Step&) { return Call(thread, "", Nothing); }

int64_t Send(Thread& thread, Step& step) {
  return Call(thread, "send", system::send, step.fd, step.data, step.size, step.flags);
}

int64_t Write(Thread& thread, Step& step) { return Call(thread, "write", system::write, step.fd, step.data, step.size); }

int64_t Sendto(Thread& thread, Step& step) {
  return Call(thread, "sendto", system::sendto, step.fd, step.data, step.size, step.flags,
              static_cast<const sockaddr*>(nullptr), socklen_t{0});
}

int64_t Sendmsg(Thread& thread, Step& step) {
  return Call(thread, "sendmsg", system::sendmsg, step.fd, &step.header(), step.flags);
}

int64_t Writev(Thread& thread, Step& step) { return Call(thread, "writev", system::writev, step.fd, &step.vector, 1); }

int64_t Recv(Thread& thread, Step& step) {
  return Call(thread, "recv", system::recv, step.fd, step.data, step.size, step.flags);
}

int64_t Read(Thread& thread, Step& step) { return Call(thread, "read", system::read, step.fd, step.data, step.size); }

int64_t Recvfrom(Thread& thread, Step& step) {
  return Call(thread, "recvfrom", system::recvfrom, step.fd, step.data, step.size, step.flags,
              static_cast<sockaddr*>(nullptr), static_cast<socklen_t*>(nullptr));
}

// The kernel writes flags and lengths into the header, but none that it reads the next time.
int64_t Recvmsg(Thread& thread, Step& step) {
  return Call(thread, "recvmsg", system::recvmsg, step.fd, &step.header(), step.flags);
}

int64_t Readv(Thread& thread, Step& step) { return Call(thread, "readv", system::readv, step.fd, &step.vector, 1); }

#ifdef __linux__
int64_t Sendmmsg(Thread& thread, Step& step) {
  const int64_t count = Call(thread, "sendmmsg", system::sendmmsg, step.fd, &step.batch, 1u, step.flags);
  return count > 0 ? step.batch.msg_len : count;
}

int64_t Recvmmsg(Thread& thread, Step& step) {
  const int64_t count = Call(thread, "recvmmsg", system::recvmmsg, step.fd, &step.batch, 1u, step.flags);
  return count > 0 ? step.batch.msg_len : count;
}
#endif

int64_t Getsockopt(Thread& thread, Step& step) {
  step.length = sizeof(step.value);
  return Call(thread, "getsockopt", system::getsockopt, step.fd, SOL_SOCKET, SO_TYPE, &step.value, &step.length);
}

int64_t Getsockname(Thread& thread, Step& step) {
  step.length = sizeof(step.address);
  return Call(thread, "getsockname", system::getsockname, step.fd, reinterpret_cast<sockaddr*>(&step.address),
              &step.length);
}

int64_t Fcntl(Thread& thread, Step& step) { return Call(thread, "fcntl", system::fcntl, step.fd, F_GETFL, 0L); }

int64_t Ioctl(Thread& thread, Step& step) {
  return Call(thread, "ioctl", system::ioctl, step.fd, static_cast<unsigned long>(FIONREAD), &step.value);
}

int64_t Poll(Thread& thread, Step& step) { return Call(thread, "poll", system::poll, &step.polled, nfds_t{1}, 0); }

}  // namespace

const StepKind kStepKinds[] = {
    {"null", Null, Way::kNone},
    {"send", Send, Way::kOut},
    {"write", Write, Way::kOut},
    {"sendto", Sendto, Way::kOut},
    {"sendmsg", Sendmsg, Way::kOut},
    {"writev", Writev, Way::kOut},
    {"recv", Recv, Way::kIn},
    {"read", Read, Way::kIn},
    {"recvfrom", Recvfrom, Way::kIn},
    {"recvmsg", Recvmsg, Way::kIn},
    {"readv", Readv, Way::kIn},
#ifdef __linux__
    {"sendmmsg", Sendmmsg, Way::kOut},
    {"recvmmsg", Recvmmsg, Way::kIn},
#endif
    {"getsockopt", Getsockopt, Way::kNone},
    {"getsockname", Getsockname, Way::kNone},
    {"fcntl", Fcntl, Way::kNone},
    {"ioctl", Ioctl, Way::kNone},
    {"poll", Poll, Way::kNone},
};

const size_t kStepKindCount = sizeof(kStepKinds) / sizeof(kStepKinds[0]);

void Prepare(Step* step, const StepKind& kind, int fd, int flags, void* data, size_t size) {
  *step = {};
  step->make = kind.make;
  step->fd = fd;
  step->flags = flags;
  step->data = data;
  step->size = size;
  step->way = kind.way;
  step->vector = {data, size};
  step->header().msg_iov = &step->vector;
  step->header().msg_iovlen = 1;
  step->polled = {fd, POLLIN | POLLOUT, 0};
}

}  // namespace sockcall::measure
