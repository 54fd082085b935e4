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
#include <linux/if_packet.h>
#include <linux/net_tstamp.h>
#include <linux/netlink.h>
#include <linux/tcp.h>

#include <cstddef>

#define LAYOUT(type, size) static_assert(sizeof(type) == size, #type);
#define MEMBER(type, member, place, size)                            \
  static_assert(offsetof(type, member) == place, #type "." #member); \
  static_assert(sizeof(static_cast<type*>(nullptr)->member) == size, #type "." #member);
#include "layouts.inc"
#undef MEMBER
#undef LAYOUT

#endif
