#pragma once

#include <cstddef>
#include <memory>
#include <new>

namespace sockcall {

// Room for the kernel's structures during one call: on the stack for a few, from the heap for more.
template <typename T, size_t few>
class Scratch {
 public:
  explicit Scratch(size_t count) : heap_(count > few ? new (std::nothrow) T[count] : nullptr), enough_(count <= few) {}

  // Null if there is no memory for so many.
  T* data() { return enough_ ? stack_ : heap_.get(); }

 private:
  T stack_[few];
  std::unique_ptr<T[]> heap_;
  bool enough_;
};

}  // namespace sockcall
