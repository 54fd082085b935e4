import { type Peer, words } from './peer';

/** The standard library has no types for options and control messages, but for send_fds() and recv_fds(). */
export const python: Peer = {
  title: 'Python',
  source:
    'Python 3.14.10 (Debian’s python3.14-minimal 3.14.10-1): `dir(socket)`, and the modules `select`, `os` and `fcntl`; read on 2026-11-23',
  calls: {
    socket: 'socket.socket',
    socketpair: 'socket.socketpair',
    shutdown: 'socket.socket.shutdown',
    close: 'socket.socket.close',
    bind: 'socket.socket.bind',
    listen: 'socket.socket.listen',
    accept: 'socket.socket.accept',
    accept4: null,
    connect: 'socket.socket.connect',
    send: 'socket.socket.send',
    recv: 'socket.socket.recv_into',
    read: 'os.read',
    write: 'os.write',
    sendto: 'socket.socket.sendto',
    recvfrom: 'socket.socket.recvfrom_into',
    sendmsg: 'socket.socket.sendmsg',
    recvmsg: 'socket.socket.recvmsg_into',
    sendmmsg: null,
    recvmmsg: null,
    readv: 'os.readv',
    writev: 'os.writev',
    preadv: 'os.preadv',
    pwritev: 'os.pwritev',
    sendfile: 'os.sendfile',
    splice: 'os.splice',
    tee: null,
    vmsplice: null,
    pipe: 'os.pipe',
    pipe2: 'os.pipe2',
    eventfd: 'os.eventfd',
    dup: 'os.dup',
    dup2: 'os.dup2',
    dup3: 'os.dup2',
    getsockname: 'socket.socket.getsockname',
    getpeername: 'socket.socket.getpeername',
    getsockopt: 'socket.socket.getsockopt',
    setsockopt: 'socket.socket.setsockopt',
    fcntl: 'fcntl.fcntl',
    ioctl: 'fcntl.ioctl',
    sockatmark: null,
    poll: 'select.poll',
    ppoll: null,
    select: 'select.select',
    pselect: null,
    epoll_create: null,
    epoll_create1: 'select.epoll',
    epoll_ctl: 'select.epoll.register',
    epoll_wait: 'select.epoll.poll',
    epoll_pwait: null,
    epoll_pwait2: null,
    getaddrinfo: 'socket.getaddrinfo',
    getnameinfo: 'socket.getnameinfo',
    gethostname: 'socket.gethostname',
    getifaddrs: null,
    if_nametoindex: 'socket.if_nametoindex',
    if_indextoname: 'socket.if_indextoname',
    if_nameindex: 'socket.if_nameindex',
    getservbyname: 'socket.getservbyname',
    getservbyport: 'socket.getservbyport',
    getprotobyname: 'socket.getprotobyname',
    getprotobynumber: null,
    inet_pton: 'socket.inet_pton',
    inet_ntop: 'socket.inet_ntop',
    inotify_init1: null,
    inotify_add_watch: null,
    inotify_rm_watch: null,
  },
  typedOptions: new Set(),
  typedMessages: words('SCM_RIGHTS'),
  constants: words(`
    ALG_SET_AEAD_ASSOCLEN ALG_SET_AEAD_AUTHSIZE ALG_SET_IV ALG_SET_KEY ALG_SET_OP ALG_SET_PUBKEY CAN_RAW_ERR_FILTER
    CAN_RAW_FD_FRAMES CAN_RAW_FILTER CAN_RAW_JOIN_FILTERS CAN_RAW_LOOPBACK CAN_RAW_RECV_OWN_MSGS IPV6_CHECKSUM
    IPV6_DONTFRAG IPV6_DSTOPTS IPV6_HOPLIMIT IPV6_HOPOPTS IPV6_JOIN_GROUP IPV6_LEAVE_GROUP IPV6_MULTICAST_HOPS
    IPV6_MULTICAST_IF IPV6_MULTICAST_LOOP IPV6_NEXTHOP IPV6_PATHMTU IPV6_PKTINFO IPV6_RECVDSTOPTS IPV6_RECVERR
    IPV6_RECVHOPLIMIT IPV6_RECVHOPOPTS IPV6_RECVPATHMTU IPV6_RECVPKTINFO IPV6_RECVRTHDR IPV6_RECVTCLASS IPV6_RTHDR
    IPV6_RTHDRDSTOPTS IPV6_TCLASS IPV6_UNICAST_HOPS IPV6_V6ONLY IP_ADD_MEMBERSHIP
    IP_ADD_SOURCE_MEMBERSHIP IP_BIND_ADDRESS_NO_PORT IP_BLOCK_SOURCE IP_DROP_MEMBERSHIP IP_DROP_SOURCE_MEMBERSHIP
    IP_FREEBIND IP_HDRINCL IP_MULTICAST_IF IP_MULTICAST_LOOP IP_MULTICAST_TTL IP_OPTIONS IP_PKTINFO IP_RECVERR
    IP_RECVOPTS IP_RECVORIGDSTADDR IP_RECVRETOPTS IP_RECVTOS IP_RECVTTL IP_RETOPTS IP_TOS IP_TRANSPARENT IP_TTL
    IP_UNBLOCK_SOURCE SCM_CREDENTIALS SCM_J1939_DEST_ADDR SCM_J1939_DEST_NAME SCM_J1939_ERRQUEUE SCM_J1939_PRIO
    SCM_RIGHTS SO_ACCEPTCONN SO_BINDTODEVICE SO_BINDTOIFINDEX SO_BROADCAST SO_DEBUG SO_DOMAIN SO_DONTROUTE SO_ERROR
    SO_INCOMING_CPU SO_J1939_ERRQUEUE SO_J1939_FILTER SO_J1939_PROMISC SO_J1939_SEND_PRIO SO_KEEPALIVE SO_LINGER
    SO_MARK SO_OOBINLINE SO_ORIGINAL_DST SO_PASSCRED SO_PASSSEC SO_PEERCRED SO_PEERSEC SO_PRIORITY SO_PROTOCOL
    SO_RCVBUF SO_RCVLOWAT SO_RCVTIMEO SO_REUSEADDR SO_REUSEPORT SO_SNDBUF SO_SNDLOWAT SO_SNDTIMEO SO_TYPE
    SO_VM_SOCKETS_BUFFER_MAX_SIZE SO_VM_SOCKETS_BUFFER_MIN_SIZE SO_VM_SOCKETS_BUFFER_SIZE TCP_CC_INFO
    TCP_CONGESTION TCP_CORK TCP_DEFER_ACCEPT TCP_FASTOPEN TCP_FASTOPEN_CONNECT TCP_FASTOPEN_KEY
    TCP_FASTOPEN_NO_COOKIE TCP_INFO TCP_INQ TCP_KEEPCNT TCP_KEEPIDLE TCP_KEEPINTVL TCP_LINGER2 TCP_MAXSEG
    TCP_MD5SIG TCP_MD5SIG_EXT TCP_NODELAY TCP_NOTSENT_LOWAT TCP_QUEUE_SEQ TCP_QUICKACK TCP_REPAIR
    TCP_REPAIR_OPTIONS TCP_REPAIR_QUEUE TCP_REPAIR_WINDOW TCP_SAVED_SYN TCP_SAVE_SYN TCP_SYNCNT TCP_THIN_DUPACK
    TCP_THIN_LINEAR_TIMEOUTS TCP_TIMESTAMP TCP_TX_DELAY TCP_ULP TCP_USER_TIMEOUT TCP_WINDOW_CLAMP
    TCP_ZEROCOPY_RECEIVE UDPLITE_RECV_CSCOV UDPLITE_SEND_CSCOV`),
};
