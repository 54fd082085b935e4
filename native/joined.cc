#include "joined.h"

#ifdef __linux__

#include <dirent.h>
#include <sys/syscall.h>

#include <cinttypes>
#include <cstdio>
#include <string>

namespace sockcall {

namespace {

// The address of the futex that a thread sleeps on, or 0.
uintptr_t FutexOf(const char* kernel_id) {
  const std::string path = std::string("/proc/self/task/") + kernel_id + "/syscall";
  FILE* file = std::fopen(path.c_str(), "re");
  if (file == nullptr) return 0;
  long number = 0;
  uintptr_t first = 0;
  const bool asleep = std::fscanf(file, "%ld %" SCNxPTR, &number, &first) == 2;
  std::fclose(file);
  return asleep && number == SYS_futex ? first : 0;
}

bool IsOf(const Thread* thread, uintptr_t futex) {
  // glibc's structure has some 2300 bytes, and the thread's handle is its address.
  constexpr uintptr_t kSize = 4096;
  const auto start = static_cast<uintptr_t>(thread->handle);
  return futex >= start && futex - start < kSize;
}

}  // namespace

std::vector<Thread*> Joined(const std::vector<Thread*>& threads) {
  std::vector<Thread*> joined;
  DIR* tasks = opendir("/proc/self/task");
  if (tasks == nullptr) return joined;
  while (const dirent* task = readdir(tasks)) {
    const uintptr_t futex = task->d_name[0] == '.' ? 0 : FutexOf(task->d_name);
    if (futex == 0) continue;
    for (Thread* thread : threads) {
      if (IsOf(thread, futex)) joined.push_back(thread);
    }
  }
  closedir(tasks);
  return joined;
}

}  // namespace sockcall

#endif
