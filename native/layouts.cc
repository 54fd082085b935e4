// Checks, and makes no code: the layouts of structures that TypeScript reads and writes are those of the headers.

#if defined(__linux__) && defined(__LP64__)

#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
// After the C library's, whose structures some of these use.
#include <linux/errqueue.h>
#include <linux/filter.h>
#include <linux/in6.h>
#include <linux/if_packet.h>
#include <linux/net_tstamp.h>
#include <linux/netlink.h>
#include <linux/tcp.h>
#include <linux/version.h>
// Its structures have names that the C library uses, too.
namespace kernel {
#include <linux/icmp.h>
#include <linux/icmpv6.h>
}
using kernel::icmp6_filter;
using kernel::icmp_filter;

#include <cstddef>
#include <type_traits>

// Whether a check that only compiles for a type that has the member holds; true if the headers lack the member.
template <typename Type, typename Check>
constexpr bool HoldsIfAny(Check check) {
  if constexpr (std::is_invocable_v<Check, Type*>) return check(static_cast<Type*>(nullptr));
  return true;
}

#define LAYOUT(type, size) static_assert(sizeof(type) == size, #type);
#define MEMBER(type, member, place, size)                            \
  static_assert(offsetof(type, member) == place, #type "." #member); \
  static_assert(sizeof(static_cast<type*>(nullptr)->member) == size, #type "." #member);
#define MEMBER_IF_ANY(type, member, place, size)                                                     \
  static_assert(HoldsIfAny<type>([](auto* any) -> std::enable_if_t<sizeof(any->member) != 0, bool> { \
                  return offsetof(std::remove_pointer_t<decltype(any)>, member) == place &&          \
                         sizeof(any->member) == size;                                                \
                }),                                                                                  \
                #type "." #member);
#include "layouts.inc"
#undef MEMBER_IF_ANY
#undef MEMBER
#undef LAYOUT

#endif
