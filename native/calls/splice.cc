#include "calls.h"

#ifdef __linux__
#include <fcntl.h>
#include <sys/sendfile.h>

#include <cstring>
#endif

namespace sockcall {

#ifdef __linux__

namespace {

// A file offset that the caller keeps in a BigInt64Array, and that the call moves on; or none.
template <typename Value>
class Offset {
 public:
  int32_t Take(const Arguments& in, size_t index) {
    in.PutInt(0, static_cast<int>(index));
    if (!in.HasValue(index)) return 0;
    if (const int32_t misuse = in.Whole(index, &place_)) return misuse;
    int64_t value = 0;
    if (place_.size < sizeof(value)) return kOutOfRange;
    std::memcpy(&value, place_.data, sizeof(value));
    value_ = static_cast<Value>(value);
    given_ = true;
    return 0;
  }

  Value* pointer() { return given_ ? &value_ : nullptr; }

  void PutBack() const {
    const int64_t value = value_;
    if (given_) std::memcpy(place_.data, &value, sizeof(value));
  }

 private:
  Bytes place_{};
  Value value_ = 0;
  bool given_ = false;
};

// A count that may be more than an int goes back as a wide.
int64_t Moved(const Arguments& in, int64_t result) {
  if (result < 0) return result;
  in.PutWide(0, static_cast<double>(result));
  return 0;
}

// sendfile(out, in, offset?, count)
int64_t Sendfile(Thread& thread, const Arguments& in) {
  const int target = in.Int(0);
  Offset<off_t> offset;
  if (const int32_t misuse = offset.Take(in, 0)) return misuse;
  const auto count = static_cast<size_t>(in.Wide(0));
  const int64_t result = Call(thread, "sendfile", ::sendfile, target, in.Int(1), offset.pointer(), count);
  offset.PutBack();
  return Moved(in, result);
}

// splice(fdIn, offIn?, fdOut, offOut?, length, flags)
int64_t Splice(Thread& thread, const Arguments& in) {
  const int source = in.Int(0);
  Offset<loff_t> from;
  Offset<loff_t> to;
  if (const int32_t misuse = from.Take(in, 0)) return misuse;
  if (const int32_t misuse = to.Take(in, 1)) return misuse;
  const auto length = static_cast<size_t>(in.Wide(0));
  const auto flags = static_cast<unsigned>(in.Int(2));
  const int64_t result =
      Call(thread, "splice", ::splice, source, from.pointer(), in.Int(1), to.pointer(), length, flags);
  from.PutBack();
  to.PutBack();
  return Moved(in, result);
}

}  // namespace

void RegisterSplice(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment, {{"sendfile", Method<Sendfile>}, {"splice", Method<Splice, 2>}});
}

#else

void RegisterSplice(Napi::Env, Napi::Object, Environment*) {}

#endif

}  // namespace sockcall
