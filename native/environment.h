#pragma once

#include <napi.h>

#include "frame.h"
#include "thread.h"

namespace sockcall {

class Reactor;

// What belongs to one JavaScript environment: the main thread's or a worker's. Nothing is shared between two.
struct Environment {
  Thread thread;
  Frame spare;
  Frame* frame = &spare;
  Napi::Reference<Napi::ArrayBuffer> frame_owner;
  // Null until the first wait. It ends itself, before this does.
  Reactor* reactor = nullptr;
};

// Makes the environment of this thread, which lives as long as the addon does in it.
Environment* CreateEnvironment(Napi::Env env, Napi::Object exports);

}  // namespace sockcall
