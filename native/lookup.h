#pragma once

#include <netdb.h>
#include <sys/socket.h>

namespace sockcall {

// The host and the service that an address has.
struct Name {
  char host[NI_MAXHOST];
  char service[NI_MAXSERV];
};

// getnameinfo() with fewer arguments than C's, which has more than a record has room for.
int NameOf(const sockaddr* address, socklen_t length, Name* name, int flags);

// getaddrinfo() and getnameinfo() as they are, but that a signal makes them answer EAI_SYSTEM and EINTR.
//
// glibc's own go on after a signal until their time-outs. So they run on a native thread that nobody waits for, over
// copies of the arguments, and frees what is left over when they are done. On the process's first thread, which nothing
// has to stop, and where the platform lacks what this takes, they are called directly.
int GetaddrinfoInterruptibly(const char* node, const char* service, const addrinfo* hints, addrinfo** found);
int GetnameinfoInterruptibly(const sockaddr* address, socklen_t length, Name* name, int flags);

}  // namespace sockcall
