#include "lookup.h"

#include <cerrno>

#ifdef __linux__
#include <semaphore.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <new>
#include <string>

#include "detached.h"
#endif

namespace sockcall {

namespace {

#ifdef __linux__

bool OnFirstThread() { return ::gettid() == ::getpid(); }

// A lookup that is under way. It belongs to both threads, and the last that lets go of it frees it.
class Lookup {
 public:
  Lookup() { sem_init(&done_, 0, 0); }
  virtual ~Lookup() { sem_destroy(&done_); }
  Lookup(const Lookup&) = delete;
  Lookup& operator=(const Lookup&) = delete;

  // Whether another thread makes it now.
  bool Start() {
    owners_ = 2;
    if (StartDetached(Run, this, 0) == 0) return true;
    owners_ = 1;
    return false;
  }

  // Waits until it is done, or until a signal comes: then it answers EAI_SYSTEM, and the result is not to be touched.
  int Wait() {
    if (sem_wait(&done_) == 0) {
      errno = error_;
      return code_;
    }
    errno = EINTR;
    return EAI_SYSTEM;
  }

  void LetGo() {
    if (--owners_ == 0) delete this;
  }

 protected:
  virtual int Make() = 0;

 private:
  static void* Run(void* lookup) {
    auto* self = static_cast<Lookup*>(lookup);
    errno = 0;
    self->code_ = self->Make();
    self->error_ = errno;
    sem_post(&self->done_);
    self->LetGo();
    return nullptr;
  }

  sem_t done_;
  std::atomic<int> owners_{1};
  int code_ = 0;
  int error_ = 0;
};

// Makes a lookup elsewhere if that can be, and here if not. What it found is taken if it is done.
template <typename Kind, typename Take>
int Interruptibly(Kind* lookup, Take take) {
  const int code = lookup->Start() ? lookup->Wait() : lookup->MakeHere();
  const int error = errno;
  if (code == 0) take(*lookup);
  lookup->LetGo();
  errno = error;
  return code;
}

// A text that may be absent.
class Text {
 public:
  explicit Text(const char* text) : given_(text != nullptr), text_(given_ ? text : "") {}
  const char* get() const { return given_ ? text_.c_str() : nullptr; }

 private:
  bool given_;
  std::string text_;
};

class AddressLookup : public Lookup {
 public:
  AddressLookup(const char* node, const char* service, const addrinfo* hints)
      : node_(node), service_(service), hinted_(hints != nullptr), hints_(hinted_ ? *hints : addrinfo{}) {}
  ~AddressLookup() override {
    if (found_ != nullptr) freeaddrinfo(found_);
  }

  int MakeHere() { return Make(); }
  addrinfo* Take() {
    addrinfo* const found = found_;
    found_ = nullptr;
    return found;
  }

 protected:
  int Make() override { return ::getaddrinfo(node_.get(), service_.get(), hinted_ ? &hints_ : nullptr, &found_); }

 private:
  Text node_;
  Text service_;
  bool hinted_;
  addrinfo hints_;
  addrinfo* found_ = nullptr;
};

class NameLookup : public Lookup {
 public:
  NameLookup(const sockaddr* address, socklen_t length, int flags) : length_(length), flags_(flags) {
    std::memcpy(&address_, address, length);
  }

  int MakeHere() { return Make(); }
  const Name& name() const { return name_; }

 protected:
  int Make() override { return NameOf(reinterpret_cast<const sockaddr*>(&address_), length_, &name_, flags_); }

 private:
  sockaddr_storage address_ = {};
  socklen_t length_;
  int flags_;
  Name name_ = {};
};

#endif

}  // namespace

int NameOf(const sockaddr* address, socklen_t length, Name* name, int flags) {
  return ::getnameinfo(address, length, name->host, sizeof(name->host), name->service, sizeof(name->service), flags);
}

int GetaddrinfoInterruptibly(const char* node, const char* service, const addrinfo* hints, addrinfo** found) {
#ifdef __linux__
  if (!OnFirstThread() && node != nullptr) {
    auto* lookup = new (std::nothrow) AddressLookup(node, service, hints);
    if (lookup != nullptr) return Interruptibly(lookup, [found](AddressLookup& done) { *found = done.Take(); });
  }
#endif
  return ::getaddrinfo(node, service, hints, found);
}

int GetnameinfoInterruptibly(const sockaddr* address, socklen_t length, Name* name, int flags) {
#ifdef __linux__
  if (!OnFirstThread() && length <= sizeof(sockaddr_storage)) {
    auto* lookup = new (std::nothrow) NameLookup(address, length, flags);
    if (lookup != nullptr) return Interruptibly(lookup, [name](const NameLookup& done) { *name = done.name(); });
  }
#endif
  return NameOf(address, length, name, flags);
}

}  // namespace sockcall
