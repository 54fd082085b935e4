#pragma once

#ifdef __linux__

#include <cstddef>
#include <cstdint>

#include "../thread.h"

namespace sockcall::measure {

// Lets the calling thread run on these processors only: 0, or -errno. None may be negative.
int64_t SetAffinity(Thread& thread, const int32_t* processors, size_t count);

}  // namespace sockcall::measure

#endif
