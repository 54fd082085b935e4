#pragma once

#include "args.h"

namespace sockcall {

// Text that TypeScript encoded with the NUL at its end; null where there is none. Answers 0 or a Misuse.
inline int32_t TextAt(const Arguments& in, size_t index, const char** text) {
  *text = nullptr;
  if (!in.HasValue(index)) return 0;
  Bytes bytes;
  if (const int32_t misuse = in.Whole(index, &bytes)) return misuse;
  const auto* data = static_cast<const char*>(bytes.data);
  if (bytes.size == 0 || data[bytes.size - 1] != '\0') return kOutOfRange;
  *text = data;
  return 0;
}

}  // namespace sockcall
