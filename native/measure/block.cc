#include "block.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace sockcall::measure {

namespace {

enum Place : size_t { kSettings, kProgram, kBuffer, kTally, kSamples };

bool Aligned(const void* data) { return reinterpret_cast<uintptr_t>(data) % alignof(double) == 0; }

}  // namespace

int32_t Block::Take(const Arguments& in_) {
  Bytes given;
  Bytes program;
  Bytes buffer;
  Bytes result;
  Bytes values = {};
  if (const int32_t misuse = in_.Whole(kSettings, &given)) return misuse;
  if (const int32_t misuse = in_.Whole(kProgram, &program)) return misuse;
  if (const int32_t misuse = in_.Whole(kBuffer, &buffer)) return misuse;
  if (const int32_t misuse = in_.Whole(kTally, &result)) return misuse;
  if (in_.HasValue(kSamples)) {
    if (const int32_t misuse = in_.Whole(kSamples, &values)) return misuse;
  }
  if (given.size != sizeof(settings) || result.size != sizeof(tally)) return kOutOfRange;
  std::memcpy(&settings, given.data, sizeof(settings));
  size = static_cast<size_t>(settings.size);
  if (settings.size < 1 || buffer.size != 2 * size || settings.calls < 0 || settings.untimed < 0) return kOutOfRange;
  out = static_cast<char*>(buffer.data);
  in = out + size;
  scale = in_.Wide(0);
  tally = {};
  // The untimed calls have their values written there, too.
  const auto most = static_cast<size_t>(std::max(settings.calls, settings.untimed));
  const bool sampled = in_.HasValue(kSamples);
  if (sampled && (values.size / sizeof(double) < most || !Aligned(values.data))) return kOutOfRange;
  samples = sampled ? static_cast<double*>(values.data) : nullptr;
  PrepareUntimed();
  return arm.Take(program, settings.timed, out, in, size);
}

void Block::PrepareUntimed() {
  // A message is there as soon as it was sent; if it was lost on the way, none would ever come.
  const int flags = settings.messages != 0 ? MSG_DONTWAIT : MSG_WAITALL;
  Prepare(&counterpart_send, KindNamed("send"), settings.counterpart, 0, out, size);
  Prepare(&counterpart_recv, KindNamed("recv"), settings.counterpart, flags, in, size);
  Prepare(&timed_send, KindNamed("send"), settings.timed, 0, out, size);
  Prepare(&timed_recv, KindNamed("recv"), settings.timed, flags, in, size);
}

void Block::Give(const Arguments& in_) const {
  Bytes result;
  if (in_.Whole(kTally, &result) == 0) std::memcpy(result.data, &tally, sizeof(tally));
}

}  // namespace sockcall::measure
