#include "calls.h"

#ifdef __linux__
#include <sys/socket.h>
#include <sys/uio.h>

#include <cstring>
#include <ctime>
#include <vector>
#endif

namespace sockcall {

#ifdef __linux__

namespace {

// What a MessageBatch of lib/call/batch/block.ts writes at the beginning of its block.
struct Header {
  uint32_t count;
  // Bytes of each message's buffer; 0 if the buffers are the caller's own.
  uint32_t size;
  // Bytes of room for each message's control messages.
  uint32_t control;
  // Whether addresses are wanted.
  uint32_t addressed;
};

constexpr uint64_t Align(uint64_t size) { return (size + 7) & ~UINT64_C(7); }

// Where the parts of a batch are in its block. The sums can't overflow: each factor has 32 bits, and few are added.
struct Places {
  explicit Places(const Header& header)
      : data_stride(Align(header.size)),
        control_stride(Align(header.control)),
        lengths(Align(sizeof(Header))),
        flags(lengths + Align(sizeof(int32_t) * uint64_t{header.count})),
        control_lengths(flags + Align(sizeof(int32_t) * uint64_t{header.count})),
        addresses(control_lengths + Align(sizeof(int32_t) * uint64_t{header.count})),
        headers(addresses + sizeof(Sockaddr) * uint64_t{header.count}),
        vectors(headers + sizeof(mmsghdr) * uint64_t{header.count}),
        control(vectors + sizeof(iovec) * uint64_t{header.count}),
        data(control + control_stride * header.count),
        total(data + data_stride * header.count) {}

  uint64_t data_stride, control_stride, lengths, flags, control_lengths, addresses, headers, vectors, control, data,
      total;
};

static_assert(sizeof(Sockaddr) % 8 == 0 && sizeof(mmsghdr) % 8 == 0 && sizeof(iovec) % 8 == 0,
              "every part of a batch is aligned");

// What of a message is not possible. lib/call/batch/batch-misuse.ts words it.
enum Fault : int { kBlock, kLength, kControlLength, kBuffer, kTimeout };

// A batch in its block. JavaScript can write anything there between two calls, so nothing in it is believed: the
// places follow from the header and must lie within the block, and every pointer is made anew for each call.
class Batch {
 public:
  int32_t Take(const Arguments& in) {
    in.PutInt(1, kBlock);
    first_ = static_cast<uint32_t>(in.Int(2));
    const auto wanted = static_cast<uint32_t>(in.Int(3));
    own_ = in.HasValue(1);
    if (own_) {
      if (const int32_t misuse = in.Vectors(1, &buffers_)) return Misused(in, kBuffer, in.Int(1), misuse);
    }
    Bytes block;
    if (const int32_t misuse = in.Whole(0, &block)) return misuse;
    base_ = static_cast<char*>(block.data);
    if (block.size < sizeof(Header) || reinterpret_cast<uintptr_t>(base_) % 8 != 0) return kOutOfRange;
    std::memcpy(&header_, base_, sizeof(header_));
    const Places places(header_);
    if (places.total > block.size || (own_ && buffers_.size() < header_.count)) return kOutOfRange;
    if (first_ > header_.count || wanted > header_.count - first_) return kOutOfRange;
    count_ = wanted;
    places_ = places;
    return 0;
  }

  // Lays out the messages to be sent, after the lengths that JavaScript has written.
  int32_t FillToSend(const Arguments& in) {
    for (uint32_t index = first_; index < first_ + count_; index++) {
      const iovec buffer = Buffer(index);
      const int32_t length = lengths()[index];
      const int32_t control = control_lengths()[index];
      if (length < 0 || static_cast<size_t>(length) > buffer.iov_len) return Misused(in, kLength, index, kOutOfRange);
      if (control < 0 || static_cast<uint32_t>(control) > header_.control) {
        return Misused(in, kControlLength, index, kOutOfRange);
      }
      uint32_t address = header_.addressed != 0 ? addresses()[index].length : 0;
      if (address > sizeof(Sockaddr::storage)) address = sizeof(Sockaddr::storage);
      Fill(index, buffer.iov_base, static_cast<size_t>(length), address, static_cast<size_t>(control));
    }
    return 0;
  }

  void FillToReceive() {
    const uint32_t address = header_.addressed != 0 ? sizeof(Sockaddr::storage) : 0;
    for (uint32_t index = first_; index < first_ + count_; index++) {
      const iovec buffer = Buffer(index);
      Fill(index, buffer.iov_base, buffer.iov_len, address, header_.control);
    }
  }

  // Tells JavaScript how much of each message was sent.
  void ReportSent(int64_t count) const {
    for (uint32_t index = first_; index < first_ + count; index++) {
      lengths()[index] = static_cast<int32_t>(headers()[index].msg_len);
    }
  }

  // Tells JavaScript what came.
  void ReportReceived(int64_t count) const {
    for (uint32_t index = first_; index < first_ + count; index++) {
      const mmsghdr& message = headers()[index];
      lengths()[index] = static_cast<int32_t>(message.msg_len);
      flags()[index] = message.msg_hdr.msg_flags;
      const size_t control = message.msg_hdr.msg_controllen;
      control_lengths()[index] = static_cast<int32_t>(control < header_.control ? control : header_.control);
      if (header_.addressed != 0) addresses()[index].Report(message.msg_hdr.msg_namelen);
    }
  }

  mmsghdr* messages() const { return headers() + first_; }
  uint32_t count() const { return count_; }

 private:
  static int32_t Misused(const Arguments& in, Fault fault, int64_t index, int32_t misuse) {
    in.PutInt(1, fault);
    in.PutInt(2, static_cast<int>(index));
    return misuse;
  }

  iovec Buffer(uint32_t index) const {
    if (own_) return buffers_[index];
    return {base_ + places_.data + places_.data_stride * index, header_.size};
  }

  void Fill(uint32_t index, void* data, size_t length, uint32_t address, size_t control) const {
    iovec& vector = At<iovec>(places_.vectors)[index];
    vector = {data, length};
    mmsghdr& message = headers()[index];
    message.msg_len = 0;
    message.msg_hdr.msg_name = address > 0 ? static_cast<void*>(&addresses()[index].storage) : nullptr;
    message.msg_hdr.msg_namelen = address;
    message.msg_hdr.msg_iov = &vector;
    message.msg_hdr.msg_iovlen = 1;
    message.msg_hdr.msg_control = control > 0 ? base_ + places_.control + places_.control_stride * index : nullptr;
    message.msg_hdr.msg_controllen = control;
    message.msg_hdr.msg_flags = 0;
  }

  template <typename T>
  T* At(uint64_t place) const {
    return reinterpret_cast<T*>(base_ + place);
  }
  int32_t* lengths() const { return At<int32_t>(places_.lengths); }
  int32_t* flags() const { return At<int32_t>(places_.flags); }
  int32_t* control_lengths() const { return At<int32_t>(places_.control_lengths); }
  Sockaddr* addresses() const { return At<Sockaddr>(places_.addresses); }
  mmsghdr* headers() const { return At<mmsghdr>(places_.headers); }

  char* base_ = nullptr;
  Header header_{};
  Places places_{Header{}};
  std::vector<iovec> buffers_;
  bool own_ = false;
  uint32_t first_ = 0;
  uint32_t count_ = 0;
};

// sendmmsg(fd, block, flags, first, count, buffers?)
int64_t Sendmmsg(Thread& thread, const Arguments& in) {
  const int fd = in.Int(0);
  const int flags = in.Int(1);
  Batch batch;
  if (const int32_t misuse = batch.Take(in)) return misuse;
  if (const int32_t misuse = batch.FillToSend(in)) return misuse;
  const int64_t count = Call(thread, "sendmmsg", ::sendmmsg, fd, batch.messages(), batch.count(), flags);
  batch.ReportSent(count);
  return count;
}

// recvmmsg(fd, block, flags, first, count, buffers?, timeout?)
int64_t Recvmmsg(Thread& thread, const Arguments& in) {
  const int fd = in.Int(0);
  const int flags = in.Int(1);
  Batch batch;
  if (const int32_t misuse = batch.Take(in)) return misuse;
  batch.FillToReceive();
  // A timespec as two 64-bit numbers, which gets back what is left of the time.
  int64_t parts[2];
  Bytes place{};
  const bool limited = in.HasValue(2);
  if (limited) {
    in.PutInt(1, kTimeout);
    if (const int32_t misuse = in.Whole(2, &place)) return misuse;
    if (place.size < sizeof(parts)) return kOutOfRange;
    std::memcpy(parts, place.data, sizeof(parts));
  }
  timespec timeout{};
  if (limited) {
    timeout.tv_sec = static_cast<time_t>(parts[0]);
    timeout.tv_nsec = static_cast<long>(parts[1]);
  }
  const int64_t count = Call(thread, "recvmmsg", ::recvmmsg, fd, batch.messages(), batch.count(), flags,
                             limited ? &timeout : nullptr);
  batch.ReportReceived(count);
  if (limited) {
    parts[0] = timeout.tv_sec;
    parts[1] = timeout.tv_nsec;
    std::memcpy(place.data, parts, sizeof(parts));
  }
  return count;
}

// (count, size, control) -> where the parts of a batch's block are, and how many bytes they have
Napi::Value BatchPlaces(const Napi::CallbackInfo& info) {
  const Places places({info[0].As<Napi::Number>().Uint32Value(), info[1].As<Napi::Number>().Uint32Value(),
                       info[2].As<Napi::Number>().Uint32Value(), 0});
  const struct {
    const char* name;
    uint64_t place;
  } all[] = {{"total", places.total},
             {"lengths", places.lengths},
             {"flags", places.flags},
             {"controlLengths", places.control_lengths},
             {"addresses", places.addresses},
             {"addressStride", sizeof(Sockaddr)},
             {"control", places.control},
             {"controlStride", places.control_stride},
             {"data", places.data},
             {"dataStride", places.data_stride}};
  Napi::Object given = Napi::Object::New(info.Env());
  for (const auto& [name, place] : all) given.Set(name, static_cast<double>(place));
  return given;
}

}  // namespace

void RegisterBatch(Napi::Env env, Napi::Object exports, Environment* environment) {
  exports.Set("batchPlaces", Napi::Function::New(env, BatchPlaces));
  Register(env, exports, environment, {{"sendmmsg", Method<Sendmmsg, 2>}, {"recvmmsg", Method<Recvmmsg, 3>}});
}

#else

void RegisterBatch(Napi::Env, Napi::Object, Environment*) {}

#endif

}  // namespace sockcall
