import { type Peer, words } from './peer';

const options = words(`
    ALG_SET_AEAD_AUTHSIZE ALG_SET_KEY IP6T_SO_ORIGINAL_DST IPV6_ADD_MEMBERSHIP IPV6_DONTFRAG IPV6_DROP_MEMBERSHIP
    IPV6_JOIN_GROUP IPV6_LEAVE_GROUP IPV6_MULTICAST_HOPS IPV6_ORIGDSTADDR IPV6_PKTINFO IPV6_RECVERR
    IPV6_RECVHOPLIMIT IPV6_RECVPKTINFO IPV6_RECVTCLASS IPV6_TCLASS IPV6_UNICAST_HOPS IPV6_V6ONLY IP_ADD_MEMBERSHIP
    IP_BIND_ADDRESS_NO_PORT IP_DROP_MEMBERSHIP IP_FREEBIND IP_MTU IP_MULTICAST_LOOP IP_MULTICAST_TTL IP_ORIGDSTADDR
    IP_PKTINFO IP_RECVERR IP_RECVTOS IP_RECVTTL IP_TOS IP_TRANSPARENT IP_TTL SO_ACCEPTCONN SO_ATTACH_REUSEPORT_CBPF
    SO_BINDTODEVICE SO_BROADCAST SO_DONTROUTE SO_ERROR SO_KEEPALIVE SO_LINGER SO_MARK SO_OOBINLINE SO_ORIGINAL_DST
    SO_PASSCRED SO_PEERCRED SO_PEERPIDFD SO_PRIORITY SO_RCVBUF SO_RCVBUFFORCE SO_RCVTIMEO SO_REUSEADDR SO_REUSEPORT
    SO_RXQ_OVFL SO_SNDBUF SO_SNDBUFFORCE SO_SNDTIMEO SO_TIMESTAMP SO_TIMESTAMPING SO_TIMESTAMPNS SO_TXTIME SO_TYPE
    TCP_CONGESTION TCP_FASTOPEN_CONNECT TCP_KEEPCNT TCP_KEEPIDLE TCP_KEEPINTVL TCP_MAXSEG TCP_NODELAY TCP_REPAIR
    TCP_ULP TCP_USER_TIMEOUT TLS_RX TLS_TX UDP_GRO UDP_SEGMENT`);

/** An option without a type of its own has no place in nix: getsockopt() and setsockopt() take nothing else. */
export const nix: Peer = {
  title: 'nix',
  source:
    'nix 0.30.1 for Rust (Debian’s librust-nix-dev 0.30.1-3+b1): `src/sys/socket/sockopt.rs`, `ControlMessage` and `ControlMessageOwned` of `mod.rs`, all features, as for Linux; read on 2026-11-23',
  calls: {
    socket: 'socket',
    socketpair: 'socketpair',
    shutdown: 'shutdown',
    close: 'close',
    bind: 'bind',
    listen: 'listen',
    accept: 'accept',
    accept4: 'accept4',
    connect: 'connect',
    send: 'send',
    recv: 'recv',
    read: 'read',
    write: 'write',
    sendto: 'sendto',
    recvfrom: 'recvfrom',
    sendmsg: 'sendmsg',
    recvmsg: 'recvmsg',
    sendmmsg: 'sendmmsg',
    recvmmsg: 'recvmmsg',
    readv: 'readv',
    writev: 'writev',
    preadv: 'preadv',
    pwritev: 'pwritev',
    sendfile: 'sendfile',
    splice: 'splice',
    tee: 'tee',
    vmsplice: 'vmsplice',
    pipe: 'pipe',
    pipe2: 'pipe2',
    eventfd: 'EventFd',
    dup: 'dup',
    dup2: 'dup2',
    dup3: 'dup3',
    getsockname: 'getsockname',
    getpeername: 'getpeername',
    getsockopt: 'getsockopt',
    setsockopt: 'setsockopt',
    fcntl: 'fcntl',
    ioctl: 'ioctl_readwrite!',
    sockatmark: null,
    poll: 'poll',
    ppoll: 'ppoll',
    select: 'select',
    pselect: 'pselect',
    epoll_create: 'epoll_create',
    epoll_create1: 'Epoll::new',
    epoll_ctl: 'Epoll::add',
    epoll_wait: 'Epoll::wait',
    epoll_pwait: null,
    epoll_pwait2: null,
    getaddrinfo: null,
    getnameinfo: null,
    gethostname: 'gethostname',
    getifaddrs: 'getifaddrs',
    if_nametoindex: 'if_nametoindex',
    if_indextoname: 'if_indextoname',
    if_nameindex: 'if_nameindex',
    getservbyname: null,
    getservbyport: null,
    getprotobyname: null,
    getprotobynumber: null,
    inet_pton: null,
    inet_ntop: null,
    inotify_init1: 'Inotify::init',
    inotify_add_watch: 'Inotify::add_watch',
    inotify_rm_watch: 'Inotify::rm_watch',
  },
  typedOptions: options,
  typedMessages: words(`
    SCM_RIGHTS SCM_CREDENTIALS SCM_TIMESTAMP SCM_TIMESTAMPNS SCM_TIMESTAMPING SCM_TXTIME SO_RXQ_OVFL IP_PKTINFO
    IP_ORIGDSTADDR IP_RECVERR IP_TOS IP_TTL IPV6_PKTINFO IPV6_ORIGDSTADDR IPV6_RECVERR IPV6_HOPLIMIT IPV6_TCLASS
    UDP_SEGMENT UDP_GRO TLS_GET_RECORD_TYPE ALG_SET_IV ALG_SET_OP ALG_SET_AEAD_ASSOCLEN`),
  constants: options,
  rawMessages: new Set(),
};
