#include <arpa/inet.h>
#include <netdb.h>

#include <vector>

#ifndef __GLIBC__
#include <mutex>
#endif

#include "../list.h"
#include "../text.h"
#include "calls.h"

namespace sockcall {

namespace {

void AddTo(List* list, const servent& found) {
  list->AddText(found.s_name);
  list->AddTexts(found.s_aliases);
  list->Add(ntohs(static_cast<uint16_t>(found.s_port)));
  list->AddText(found.s_proto);
}

void AddTo(List* list, const protoent& found) {
  list->AddText(found.p_name);
  list->AddTexts(found.p_aliases);
  list->Add(found.p_proto);
}

#ifdef __GLIBC__

// The functions with _r write to memory of the caller's, and answer an error number. They take the key in two parts
// here, so that one template makes all four calls.
int Find(const char* name, const char* proto, servent* entry, char* room, size_t size, servent** found) {
  return ::getservbyname_r(name, proto, entry, room, size, found);
}
int Find(int port, const char* proto, servent* entry, char* room, size_t size, servent** found) {
  return ::getservbyport_r(port, proto, entry, room, size, found);
}
int Find(const char* name, const char*, protoent* entry, char* room, size_t size, protoent** found) {
  return ::getprotobyname_r(name, entry, room, size, found);
}
int Find(int number, const char*, protoent* entry, char* room, size_t size, protoent** found) {
  return ::getprotobynumber_r(number, entry, room, size, found);
}

// What getservbyname() and the others do inside of the C library: the room grows until the entry fits.
template <typename Entry, typename Key>
int Look(Key key, const char* proto, List* list) {
  Entry entry;
  Entry* found = nullptr;
  std::vector<char> room(1024);
  int error;
  while ((error = Find(key, proto, &entry, room.data(), room.size(), &found)) == ERANGE) room.resize(room.size() * 2);
  if (error != 0) {
    errno = error;
    return -1;
  }
  if (found == nullptr) return 0;
  AddTo(list, *found);
  return 1;
}

#else

const servent* Find(const char* name, const char* proto, servent*) { return ::getservbyname(name, proto); }
const servent* Find(int port, const char* proto, servent*) { return ::getservbyport(port, proto); }
const protoent* Find(const char* name, const char*, protoent*) { return ::getprotobyname(name); }
const protoent* Find(int number, const char*, protoent*) { return ::getprotobynumber(number); }

// Without functions that end in _r, the entry may lie in memory that all threads share. A null pointer only says that
// there is no entry.
template <typename Entry, typename Key>
int Look(Key key, const char* proto, List* list) {
  static std::mutex mutex;
  const std::lock_guard<std::mutex> lock(mutex);
  const Entry* found = Find(key, proto, static_cast<Entry*>(nullptr));
  if (found == nullptr) return 0;
  AddTo(list, *found);
  return 1;
}

#endif

// All answer 1 for an entry, which the list gets, 0 if there is none, or -errno.

// getservbyname(; name, list, proto?)
int64_t Getservbyname(Thread& thread, const Arguments& in) {
  const char* name = nullptr;
  const char* proto = nullptr;
  if (const int32_t misuse = TextAt(in, 0, &name)) return misuse;
  if (const int32_t misuse = TextAt(in, 2, &proto)) return misuse;
  List list(in, 1);
  return Call(thread, "getservbyname", Look<servent, const char*>, name == nullptr ? "" : name, proto, &list);
}

// getservbyport(port; undefined, list, proto?)
int64_t Getservbyport(Thread& thread, const Arguments& in) {
  const char* proto = nullptr;
  if (const int32_t misuse = TextAt(in, 2, &proto)) return misuse;
  List list(in, 1);
  const int port = htons(static_cast<uint16_t>(in.Int(0)));
  return Call(thread, "getservbyport", Look<servent, int>, port, proto, &list);
}

// getprotobyname(; name, list)
int64_t Getprotobyname(Thread& thread, const Arguments& in) {
  const char* name = nullptr;
  if (const int32_t misuse = TextAt(in, 0, &name)) return misuse;
  List list(in, 1);
  return Call(thread, "getprotobyname", Look<protoent, const char*>, name == nullptr ? "" : name, nullptr, &list);
}

// getprotobynumber(number; undefined, list)
int64_t Getprotobynumber(Thread& thread, const Arguments& in) {
  List list(in, 1);
  return Call(thread, "getprotobynumber", Look<protoent, int>, in.Int(0), nullptr, &list);
}

}  // namespace

void RegisterService(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"getservbyname", Method<Getservbyname, 3>},
            {"getservbyport", Method<Getservbyport, 3>},
            {"getprotobyname", Method<Getprotobyname, 2>},
            {"getprotobynumber", Method<Getprotobynumber, 2>}});
}

}  // namespace sockcall
