#include "step.h"

#ifndef SOCKCALL_STRAIGHT

#include <fcntl.h>
#include <sys/ioctl.h>

namespace sockcall::measure {

namespace {

int Nothing() { return 0; }

// fcntl() and ioctl() take any number of arguments, which is no type to call a function by.
int GetFlags(int fd) { return ::fcntl(fd, F_GETFL); }
int CountReadable(int fd, int* count) { return ::ioctl(fd, FIONREAD, count); }

// No call at all, but everything around one.
int64_t Null(Thread& thread, Step&) { return Call(thread, "", Nothing); }

int64_t Send(Thread& thread, Step& step) {
  return Call(thread, "send", ::send, step.fd, step.data, step.size, step.flags);
}

int64_t Write(Thread& thread, Step& step) { return Call(thread, "write", ::write, step.fd, step.data, step.size); }

int64_t Sendto(Thread& thread, Step& step) {
  return Call(thread, "sendto", ::sendto, step.fd, step.data, step.size, step.flags,
              static_cast<const sockaddr*>(nullptr), socklen_t{0});
}

int64_t Sendmsg(Thread& thread, Step& step) {
  return Call(thread, "sendmsg", ::sendmsg, step.fd, &step.header(), step.flags);
}

int64_t Writev(Thread& thread, Step& step) { return Call(thread, "writev", ::writev, step.fd, &step.vector, 1); }

int64_t Recv(Thread& thread, Step& step) {
  return Call(thread, "recv", ::recv, step.fd, step.data, step.size, step.flags);
}

int64_t Read(Thread& thread, Step& step) { return Call(thread, "read", ::read, step.fd, step.data, step.size); }

int64_t Recvfrom(Thread& thread, Step& step) {
  return Call(thread, "recvfrom", ::recvfrom, step.fd, step.data, step.size, step.flags,
              static_cast<sockaddr*>(nullptr), static_cast<socklen_t*>(nullptr));
}

// The kernel writes flags and lengths into the header, but none that it reads the next time.
int64_t Recvmsg(Thread& thread, Step& step) {
  return Call(thread, "recvmsg", ::recvmsg, step.fd, &step.header(), step.flags);
}

int64_t Readv(Thread& thread, Step& step) { return Call(thread, "readv", ::readv, step.fd, &step.vector, 1); }

#ifdef __linux__
int64_t Sendmmsg(Thread& thread, Step& step) {
  return Call(thread, "sendmmsg", ::sendmmsg, step.fd, &step.batch, 1u, step.flags);
}

int64_t Recvmmsg(Thread& thread, Step& step) {
  return Call(thread, "recvmmsg", ::recvmmsg, step.fd, &step.batch, 1u, step.flags, static_cast<timespec*>(nullptr));
}
#endif

int64_t Getsockopt(Thread& thread, Step& step) {
  step.length = sizeof(step.value);
  return Call(thread, "getsockopt", ::getsockopt, step.fd, SOL_SOCKET, SO_TYPE, &step.value, &step.length);
}

int64_t Getsockname(Thread& thread, Step& step) {
  step.length = sizeof(step.address);
  return Call(thread, "getsockname", ::getsockname, step.fd, reinterpret_cast<sockaddr*>(&step.address),
              &step.length);
}

int64_t Fcntl(Thread& thread, Step& step) { return Call(thread, "fcntl", GetFlags, step.fd); }

int64_t Ioctl(Thread& thread, Step& step) {
  return Call(thread, "ioctl", CountReadable, step.fd, &step.value);
}

int64_t Poll(Thread& thread, Step& step) { return Call(thread, "poll", ::poll, &step.polled, nfds_t{1}, 0); }

}  // namespace

const StepKind kStepKinds[] = {
    {"null", Way::kNone, Null, false},
    {"send", Way::kOut, Send, false},
    {"write", Way::kOut, Write, false},
    {"sendto", Way::kOut, Sendto, false},
    {"sendmsg", Way::kOut, Sendmsg, false},
    {"writev", Way::kOut, Writev, false},
    {"recv", Way::kIn, Recv, false},
    {"read", Way::kIn, Read, false},
    {"recvfrom", Way::kIn, Recvfrom, false},
    {"recvmsg", Way::kIn, Recvmsg, false},
    {"readv", Way::kIn, Readv, false},
#ifdef __linux__
    {"sendmmsg", Way::kOut, Sendmmsg, true},
    {"recvmmsg", Way::kIn, Recvmmsg, true},
#endif
    {"getsockopt", Way::kNone, Getsockopt, false},
    {"getsockname", Way::kNone, Getsockname, false},
    {"fcntl", Way::kNone, Fcntl, false},
    {"ioctl", Way::kNone, Ioctl, false},
    {"poll", Way::kNone, Poll, false},
};

const size_t kStepKindCount = sizeof(kStepKinds) / sizeof(kStepKinds[0]);

void PrepareCall(Step* step) { step->batched = step->kind->batched; }

}  // namespace sockcall::measure

#endif
