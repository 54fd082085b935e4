import {
  type Address,
  EPOLLIN,
  EPOLL_CTL_ADD,
  type Fd,
  POLLIN,
  SOL_SOCKET,
  SO_RCVTIMEO,
  SO_SNDTIMEO,
  bind,
  close,
  epoll_create1,
  epoll_ctl,
  getsockname,
  listen,
  setsockopt,
} from '../../../lib';
import * as raw from '../../../lib/raw';
import { listener, streamPair, unixStream } from '../arrange';
import type { Defer, ErrnoCase } from '../case';
import { signals } from '../signals';

/** How long a call waits if no signal ends it, in seconds. */
const LONG = 10;

/** Handlers are made with SA_RESTART: only a call with a timeout is not begun again by the kernel. */
function limited(option: number, fd: Fd): Fd {
  setsockopt(fd, SOL_SOCKET, option, BigInt64Array.of(BigInt(LONG), 0n));
  return fd;
}

/** A socket to which nothing comes. */
function silent(defer: Defer): Fd {
  return limited(SO_RCVTIMEO, streamPair(defer)[0]);
}

/** A socket whose peer takes nothing. */
function full(defer: Defer): Fd {
  const [fd] = streamPair(defer);
  while (raw.send(fd, new Uint8Array(4096), raw.MSG_DONTWAIT) > 0);
  return limited(SO_SNDTIMEO, fd);
}

/** A socket whose connection would have to wait, and for whom. */
function queued(defer: Defer): [Fd, Address] {
  const server = unixStream(defer);
  bind(server, { family: 'unix' });
  listen(server, 0);
  const address = getsockname(server);
  const first = unixStream(defer);
  raw.connect(first, address);
  return [limited(SO_SNDTIMEO, unixStream(defer)), address];
}

function watching(defer: Defer): Fd {
  const epfd = epoll_create1();
  defer(() => close(epfd));
  epoll_ctl(epfd, EPOLL_CTL_ADD, streamPair(defer)[0], EPOLLIN);
  return epfd;
}

function interrupted(
  call: ErrnoCase['call'],
  arrange: (defer: Defer) => readonly unknown[],
  when = 'it waits',
): ErrnoCase {
  return {
    call,
    when: `a signal comes while ${when}`,
    code: 'EINTR',
    arrange(defer) {
      const args = arrange(defer);
      signals(defer);
      return args;
    },
  };
}

const byte = (): Uint8Array => new Uint8Array(1);
const withLimit = `it waits no longer than SO_RCVTIMEO allows`;
const withSendLimit = `it waits no longer than SO_SNDTIMEO allows`;

export const interruptedCases: readonly ErrnoCase[] = [
  interrupted('poll', (defer) => [[{ fd: streamPair(defer)[0], events: POLLIN }], LONG * 1000]),
  interrupted('poll', (defer) => [[{ fd: streamPair(defer)[0], events: POLLIN }], -1], 'it waits for ever'),
  interrupted('select', (defer) => [streamPair(defer), [], [], { seconds: LONG, microseconds: 0 }]),
  interrupted('epoll_wait', (defer) => [watching(defer), 1, LONG * 1000]),
  interrupted('epoll_wait', (defer) => [watching(defer), 1, -1], 'it waits for ever'),
  interrupted('accept', (defer) => [limited(SO_RCVTIMEO, listener(defer).fd)], withLimit),
  interrupted('accept4', (defer) => [limited(SO_RCVTIMEO, listener(defer).fd), 0], withLimit),
  interrupted('recv', (defer) => [silent(defer), byte()], withLimit),
  interrupted('recvfrom', (defer) => [silent(defer), byte()], withLimit),
  interrupted('recvmsg', (defer) => [silent(defer), { buffers: byte() }], withLimit),
  interrupted('read', (defer) => [silent(defer), byte()], withLimit),
  interrupted('readv', (defer) => [silent(defer), [byte()]], withLimit),
  interrupted('send', (defer) => [full(defer), byte()], withSendLimit),
  interrupted('sendmsg', (defer) => [full(defer), { buffers: byte() }], withSendLimit),
  interrupted('write', (defer) => [full(defer), byte()], withSendLimit),
  interrupted('writev', (defer) => [full(defer), [byte()]], withSendLimit),
  interrupted('connect', (defer) => queued(defer), withSendLimit),
];
