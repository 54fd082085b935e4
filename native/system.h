#pragma once

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

#ifdef __linux__
#include <sys/epoll.h>
#include <sys/syscall.h>
#endif

// Sanitizers watch the C library's functions, and know by them what the kernel wrote.
#if defined(SYS_sendto) && defined(SYS_recvfrom) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SOCKCALL_STRAIGHT 1
#endif

namespace sockcall::system {

// The calls of hot loops. In a process with threads the C library's functions make each call a point at which
// pthread_cancel() may end the thread, and take that back afterwards, for some 20 ns; nobody cancels Node's threads.
// These make the very system calls that those functions make.
#ifdef SOCKCALL_STRAIGHT

#if defined(__x86_64__)

// The value, or -errno.
inline long Answer(long number, long a, long b, long c, long d, long e, long f) {
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

inline long Straight(long number, long a, long b, long c, long d, long e = 0, long f = 0) {
  const long result = Answer(number, a, b, c, d, e, f);
  if (result >= 0) return result;
  errno = static_cast<int>(-result);
  return -1;
}

#else

inline long Straight(long number, long a, long b, long c, long d, long e = 0, long f = 0) {
  return ::syscall(number, a, b, c, d, e, f);
}

inline long Answer(long number, long a, long b, long c, long d, long e, long f) {
  const long result = ::syscall(number, a, b, c, d, e, f);
  return result == -1 ? -errno : result;
}

#endif

inline long Address(const void* data) { return reinterpret_cast<long>(data); }

inline ssize_t send(int fd, const void* data, size_t size, int flags) {
  return Straight(SYS_sendto, fd, Address(data), static_cast<long>(size), flags);
}
inline ssize_t recv(int fd, void* data, size_t size, int flags) {
  return Straight(SYS_recvfrom, fd, Address(data), static_cast<long>(size), flags);
}
inline ssize_t sendto(int fd, const void* data, size_t size, int flags, const sockaddr* address, socklen_t length) {
  return Straight(SYS_sendto, fd, Address(data), static_cast<long>(size), flags, Address(address),
                  static_cast<long>(length));
}
inline ssize_t recvfrom(int fd, void* data, size_t size, int flags, sockaddr* address, socklen_t* length) {
  return Straight(SYS_recvfrom, fd, Address(data), static_cast<long>(size), flags, Address(address), Address(length));
}
inline ssize_t read(int fd, void* data, size_t size) {
  return Straight(SYS_read, fd, Address(data), static_cast<long>(size), 0);
}
inline ssize_t write(int fd, const void* data, size_t size) {
  return Straight(SYS_write, fd, Address(data), static_cast<long>(size), 0);
}
inline int epoll_wait(int epfd, epoll_event* events, int count, int timeout) {
#ifdef SYS_epoll_wait
  return static_cast<int>(Straight(SYS_epoll_wait, epfd, Address(events), count, timeout));
#else
  // Newer architectures have only the call with a signal mask, of which there is none.
  return static_cast<int>(Straight(SYS_epoll_pwait, epfd, Address(events), count, timeout));
#endif
}
inline int ioctl(int fd, unsigned long request, void* argument) {
  return static_cast<int>(Straight(SYS_ioctl, fd, static_cast<long>(request), Address(argument), 0));
}
#ifdef SYS_poll
inline int poll(pollfd* fds, nfds_t count, int timeout) {
  return static_cast<int>(Straight(SYS_poll, Address(fds), static_cast<long>(count), timeout, 0));
}
#else
using ::poll;
#endif

#else

#ifdef __linux__
using ::epoll_wait;
#endif
inline int ioctl(int fd, unsigned long request, void* argument) { return ::ioctl(fd, request, argument); }
using ::poll;
using ::read;
using ::recv;
using ::recvfrom;
using ::send;
using ::sendto;
using ::write;

#endif

}  // namespace sockcall::system
