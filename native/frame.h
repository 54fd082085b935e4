#pragma once

#include <cstddef>
#include <cstdint>

namespace sockcall {

// The numbers of one call, in memory that TypeScript writes before the call and reads after it:
// crossing over with them as JavaScript values costs several times more. lib/core/frame.ts has the other side.
//
// It is the addon's own memory, never handed out, so unlike a user's buffer it can be kept by address.
struct Frame {
  int32_t result;
  int32_t ints[5];
  // The slice of the call's buffer, in bytes; a negative length means up to the buffer's end. Where int is too small,
  // TypeScript passes a view of the slice instead.
  int32_t offset;
  int32_t length;
  // For what needs more than an int: file offsets, counts, times.
  double wides[4];
};

static_assert(sizeof(Frame) == 64, "lib/core/frame.ts knows the places");

}  // namespace sockcall
