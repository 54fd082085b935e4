#include <netdb.h>
#include <sys/socket.h>

#include <cstring>
#include <optional>
#include <string>

#include "../list.h"
#include "../lookup.h"
#include "../pool_work.h"
#include "../text.h"
#include "calls.h"

namespace sockcall {

namespace {

Sockaddr Copy(const sockaddr* address, socklen_t length) {
  Sockaddr copy;
  copy.Report(address == nullptr ? 0 : length);
  if (copy.length > 0) std::memcpy(&copy.storage, address, copy.length);
  return copy;
}

addrinfo HintsOf(const Arguments& in) {
  addrinfo hints = {};
  hints.ai_flags = in.Int(0);
  hints.ai_family = in.Int(1);
  hints.ai_socktype = in.Int(2);
  hints.ai_protocol = in.Int(3);
  return hints;
}

void AddAddresses(List list, const addrinfo* first) {
  for (const addrinfo* found = first; found != nullptr; found = found->ai_next) {
    list.Add(found->ai_family);
    list.Add(found->ai_socktype);
    list.Add(found->ai_protocol);
    list.AddSockaddr(Copy(found->ai_addr, found->ai_addrlen));
    list.AddText(found->ai_canonname);
  }
}

std::optional<std::string> CopyText(const char* text) {
  return text == nullptr ? std::nullopt : std::optional<std::string>(text);
}

const char* TextOf(const std::optional<std::string>& text) { return text ? text->c_str() : nullptr; }

// getaddrinfo(flags, family, socktype, protocol; node?, service?, list, hinted?): answers an EAI_ code, and puts errno
// in the place of the flags. Of each address the list gets family, socktype, protocol, a Sockaddr, the canonical name.
int64_t Getaddrinfo(Thread& thread, const Arguments& in) {
  const char* node = nullptr;
  const char* service = nullptr;
  if (const int32_t misuse = TextAt(in, 0, &node)) return misuse;
  if (const int32_t misuse = TextAt(in, 1, &service)) return misuse;
  const addrinfo hints = HintsOf(in);
  const addrinfo* given = in.HasValue(3) ? &hints : nullptr;
  addrinfo* first = nullptr;
  int error = 0;
  const int code = CallLibrary(thread, "getaddrinfo", &error, GetaddrinfoInterruptibly, node, service, given, &first);
  in.PutInt(0, error);
  if (code != 0) return code;
  AddAddresses(List(in, 2), first);
  freeaddrinfo(first);
  return 0;
}

// What getaddrinfo() was given, for later.
class AddressLookup : public PoolWork {
 public:
  AddressLookup(const char* node, const char* service, const addrinfo* hints)
      : node_(CopyText(node)), service_(CopyText(service)), hints_(hints == nullptr ? addrinfo{} : *hints) {
    hinted_ = hints != nullptr;
  }
  ~AddressLookup() override {
    if (first_ != nullptr) freeaddrinfo(first_);
  }

 protected:
  int64_t Run(Thread& thread, int* error) override {
    return CallLibrary(thread, "getaddrinfo", error, GetaddrinfoInterruptibly, TextOf(node_), TextOf(service_),
                       hinted_ ? &hints_ : nullptr, &first_);
  }
  void Give(napi_env env, napi_value array) override { AddAddresses(List(env, array), first_); }

 private:
  const std::optional<std::string> node_;
  const std::optional<std::string> service_;
  const addrinfo hints_;
  bool hinted_;
  addrinfo* first_ = nullptr;
};

// lookUpAddresses(flags, family, socktype, protocol; node?, service?, callback, hinted?): getaddrinfo elsewhere
int64_t LookUpAddresses(Thread&, const Arguments& in) {
  const char* node = nullptr;
  const char* service = nullptr;
  if (const int32_t misuse = TextAt(in, 0, &node)) return misuse;
  if (const int32_t misuse = TextAt(in, 1, &service)) return misuse;
  const addrinfo hints = HintsOf(in);
  PoolWork::Start(in.env(), new AddressLookup(node, service, in.HasValue(3) ? &hints : nullptr), in.Value(2));
  return 0;
}

// getnameinfo(flags; address, list): answers an EAI_ code, and puts errno in the place of the flags. The list gets the
// host and the service.
int64_t Getnameinfo(Thread& thread, const Arguments& in) {
  Sockaddr address;
  if (const int32_t misuse = in.SockaddrAt(0, &address)) return misuse;
  Name name;
  int error = 0;
  const int code = CallLibrary(thread, "getnameinfo", &error, GetnameinfoInterruptibly, address.address(),
                               address.length, &name, in.Int(0));
  in.PutInt(0, error);
  if (code != 0) return code;
  List list(in, 1);
  list.AddText(name.host);
  list.AddText(name.service);
  return 0;
}

// What getnameinfo() was given, for later.
class NameLookup : public PoolWork {
 public:
  NameLookup(const Sockaddr& address, int flags) : address_(address), flags_(flags) {}

 protected:
  int64_t Run(Thread& thread, int* error) override {
    answer_ = CallLibrary(thread, "getnameinfo", error, GetnameinfoInterruptibly, address_.address(), address_.length,
                          &name_, flags_);
    return answer_;
  }
  void Give(napi_env env, napi_value array) override {
    if (answer_ != 0) return;
    List list(env, array);
    list.AddText(name_.host);
    list.AddText(name_.service);
  }

 private:
  Sockaddr address_;
  const int flags_;
  int answer_ = 0;
  Name name_;
};

// lookUpName(flags; address, callback): getnameinfo elsewhere
int64_t LookUpName(Thread&, const Arguments& in) {
  Sockaddr address;
  if (const int32_t misuse = in.SockaddrAt(0, &address)) return misuse;
  PoolWork::Start(in.env(), new NameLookup(address, in.Int(0)), in.Value(1));
  return 0;
}

}  // namespace

void RegisterResolve(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"getaddrinfo", Method<Getaddrinfo, 4>},
            {"getnameinfo", Method<Getnameinfo, 2>},
            {"lookUpAddresses", Method<LookUpAddresses, 4>},
            {"lookUpName", Method<LookUpName, 2>}});
}

}  // namespace sockcall
