#ifdef __linux__
#include <sys/inotify.h>
#endif

#include "calls.h"

namespace sockcall {

#ifdef __linux__

namespace {

// inotify_init1(flags)
int64_t InotifyInit1(Thread& thread, const Arguments& in) {
  return Call(thread, "inotify_init1", ::inotify_init1, in.Int(0));
}

// inotify_add_watch(fd, path, mask): the path comes with its NUL
int64_t InotifyAddWatch(Thread& thread, const Arguments& in) {
  Bytes path;
  if (const int32_t misuse = in.Whole(0, &path)) return misuse;
  const auto* text = static_cast<const char*>(path.data);
  if (path.size == 0 || text[path.size - 1] != '\0') return kOutOfRange;
  return Call(thread, "inotify_add_watch", ::inotify_add_watch, in.Int(0), text, in.Int(1));
}

}  // namespace

void RegisterWatch(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"inotify_init1", Method<InotifyInit1>}, {"inotify_add_watch", Method<InotifyAddWatch>}});
}

#else

void RegisterWatch(Napi::Env, Napi::Object, Environment*) {}

#endif

}  // namespace sockcall
