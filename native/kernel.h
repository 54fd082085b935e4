#pragma once

#ifdef __linux__

#include <sys/socket.h>

// Numbers of the kernel's that no header for programs has, or not yet the one at hand. They are the same for ever, and
// the addon may be compiled on an older system than it runs on.

#ifndef SCM_SECURITY
#define SCM_SECURITY 3
#endif
#ifndef SCM_PIDFD
#define SCM_PIDFD 4
#endif
#ifndef UDPLITE_SEND_CSCOV
#define UDPLITE_SEND_CSCOV 10
#endif
#ifndef UDPLITE_RECV_CSCOV
#define UDPLITE_RECV_CSCOV 11
#endif
#ifndef ALG_SET_KEY_BY_KEY_SERIAL
#define ALG_SET_KEY_BY_KEY_SERIAL 7
#endif
// Of asm-generic, whose numbers most machines have: those of the others are not known here.
#if SO_TIMESTAMP_NEW == 63
#ifndef SCM_TS_OPT_ID
#define SCM_TS_OPT_ID 81
#endif
#ifndef SCM_INQ
#define SCM_INQ 84
#endif
#endif

#endif
