#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>

#include <cstring>

#include "calls.h"

namespace sockcall {

namespace {

constexpr size_t kRoom = 64 * 1024;
constexpr size_t kGuard = 64 * 1024;

// Memory that ends where the kernel can write no further. How many bytes a request reads and writes is known to the
// kernel alone; an argument that lies at the end of this gives EFAULT where it is too small, and nothing is overrun.
class Room {
 public:
  ~Room() {
    if (start_ != MAP_FAILED) ::munmap(start_, kRoom + kGuard);
  }

  // The last `size` bytes before the guard; null if there is no memory.
  void* Last(size_t size) {
    if (start_ == MAP_FAILED && !Map()) return nullptr;
    return static_cast<char*>(start_) + kRoom - size;
  }

 private:
  bool Map() {
    void* start = ::mmap(nullptr, kRoom + kGuard, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED) return false;
    if (::mprotect(start, kRoom, PROT_READ | PROT_WRITE) != 0) {
      ::munmap(start, kRoom + kGuard);
      return false;
    }
    start_ = start;
    return true;
  }

  void* start_ = MAP_FAILED;
};

thread_local Room room;

int IoctlPointer(int fd, unsigned int request, void* argument) { return ::ioctl(fd, request, argument); }

// ioctl(fd, request, least, argument?): `least` is how many bytes the request is known to need
int64_t Ioctl(Thread& thread, const Arguments& in) {
  const int fd = in.Int(0);
  const auto request = static_cast<unsigned int>(in.Int(1));
  if (!in.HasValue(0)) return Call(thread, "ioctl", IoctlPointer, fd, request, nullptr);
  Bytes argument;
  if (const int32_t misuse = in.Whole(0, &argument)) return misuse;
  if (argument.size < static_cast<size_t>(in.Int(2)) || argument.size > kRoom) return kOutOfRange;
  void* copy = room.Last(argument.size);
  if (copy == nullptr) return -ENOMEM;
  if (argument.size > 0) std::memcpy(copy, argument.data, argument.size);
  const int64_t result = Call(thread, "ioctl", IoctlPointer, fd, request, copy);
  // Also if it failed: some requests then tell what they would have needed.
  if (argument.size > 0) std::memcpy(argument.data, copy, argument.size);
  return result;
}

// sockatmark(fd)
int64_t Sockatmark(Thread& thread, const Arguments& in) {
  return Call(thread, "sockatmark", ::sockatmark, in.Int(0));
}

}  // namespace

void RegisterIoctl(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment, {{"ioctl", Method<Ioctl>}, {"sockatmark", Method<Sockatmark>}});
}

}  // namespace sockcall
