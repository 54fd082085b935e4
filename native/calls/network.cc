#include <net/if.h>

#include <cstring>

#include "../list.h"
#include "../text.h"
#include "calls.h"

namespace sockcall {

namespace {

// These three say by 0 or a null pointer that errno has the reason; here they say it by -1, as system calls do.

int IndexOf(const char* name) {
  const unsigned int index = ::if_nametoindex(name);
  return index == 0 ? -1 : static_cast<int>(index);
}

int NameOf(unsigned int index, char* name) { return ::if_indextoname(index, name) == nullptr ? -1 : 0; }

int AllOf(struct if_nameindex** all) {
  *all = ::if_nameindex();
  return *all == nullptr ? -1 : 0;
}

// if_nametoindex(; name)
int64_t IfNametoindex(Thread& thread, const Arguments& in) {
  const char* name = nullptr;
  if (const int32_t misuse = TextAt(in, 0, &name)) return misuse;
  return Call(thread, "if_nametoindex", IndexOf, name == nullptr ? "" : name);
}

// if_indextoname(index; name): answers the name's length, without its NUL
int64_t IfIndextoname(Thread& thread, const Arguments& in) {
  Bytes target;
  if (const int32_t misuse = in.Whole(0, &target)) return misuse;
  if (target.size < IF_NAMESIZE) return kOutOfRange;
  char name[IF_NAMESIZE] = {};
  const int64_t result = Call(thread, "if_indextoname", NameOf, static_cast<unsigned int>(in.Int(0)), name);
  if (result != 0) return result;
  std::memcpy(target.data, name, sizeof(name));
  return static_cast<int64_t>(strnlen(name, sizeof(name)));
}

// if_nameindex(; list): the list gets index and name of each interface
int64_t IfNameindex(Thread& thread, const Arguments& in) {
  struct if_nameindex* all = nullptr;
  const int64_t result = Call(thread, "if_nameindex", AllOf, &all);
  if (result != 0) return result;
  List list(in, 0);
  for (const struct if_nameindex* one = all; one->if_index != 0 || one->if_name != nullptr; one++) {
    list.Add(one->if_index);
    list.AddText(one->if_name);
  }
  if_freenameindex(all);
  return 0;
}

}  // namespace

void RegisterNetwork(Napi::Env env, Napi::Object exports, Environment* environment) {
  Register(env, exports, environment,
           {{"if_nametoindex", Method<IfNametoindex>},
            {"if_indextoname", Method<IfIndextoname>},
            {"if_nameindex", Method<IfNameindex>}});
}

}  // namespace sockcall
