#include "constants.h"

#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
// After the others, which some systems do not let them include themselves.
#if __has_include(<net/if_arp.h>)
#include <net/if_arp.h>
#endif
#if __has_include(<netinet/icmp6.h>)
#include <netinet/icmp6.h>
#endif
#if !defined(__linux__) && __has_include(<netinet/ip_icmp.h>)
#include <netinet/in_systm.h>
#include <netinet/ip.h>
#include <netinet/ip_icmp.h>
#endif

#ifdef __linux__
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
// What the next ones include, so that it stays outside of their namespace.
#include <asm/byteorder.h>
#include <linux/errqueue.h>
#include <linux/filter.h>
#include <linux/if_alg.h>
#include <linux/if.h>
#include <linux/if_addr.h>
#include <linux/if_ether.h>
#include <linux/if_link.h>
#include <linux/if_packet.h>
#include <linux/in.h>
#include <linux/in6.h>
#include <linux/neighbour.h>
#include <linux/netfilter_ipv4.h>
#ifdef __GLIBC__
// It needs linux/if.h, which goes with this C library's net/if.h alone.
#include <linux/netfilter_ipv6/ip6_tables.h>
#endif
#include <linux/net_tstamp.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/socket.h>
#include <linux/sockios.h>
#include <linux/tls.h>
#include <linux/types.h>
#include <linux/version.h>
// The kernel's headers have options before the C library's have them, and structures that clash with it.
namespace kernel {
#include <linux/icmp.h>
#include <linux/icmpv6.h>
#include <linux/tcp.h>
#include <linux/udp.h>
}
#if __has_include(<linux/mptcp.h>)
#include <linux/mptcp.h>
#endif
#if __has_include(<linux/vm_sockets.h>)
#include <linux/vm_sockets.h>
#endif
#endif

#if __has_include(<sys/vsock.h>)
#include <sys/vsock.h>
#endif

#include <cstring>
#include <limits>

#include "kernel.h"

namespace sockcall {

namespace {

constexpr double kConstants[] = {
#define CONSTANT(name) static_cast<double>(name),
#define ABSENT(name) std::numeric_limits<double>::quiet_NaN(),
#include "constants.inc"
#undef ABSENT
#undef CONSTANT
};

}  // namespace

Napi::Float64Array Constants(Napi::Env env) {
  constexpr size_t kCount = sizeof(kConstants) / sizeof(kConstants[0]);
  Napi::Float64Array constants = Napi::Float64Array::New(env, kCount);
  // Nothing can be made in a worker that is being terminated.
  if (!constants.IsEmpty()) std::memcpy(constants.Data(), kConstants, sizeof(kConstants));
  return constants;
}

}  // namespace sockcall
