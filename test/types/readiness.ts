// What the compiler knows of poll, select, epoll, pipe2 and eventfd.
import {
  AF_INET,
  type EpollEvent,
  EPOLLIN,
  EPOLL_CTL_ADD,
  type Fd,
  POLLIN,
  type PassiveSocket,
  SOCK_STREAM,
  type Selected,
  type SocketFd,
  accept,
  asFd,
  epoll_create1,
  epoll_ctl,
  epoll_wait,
  eventfd,
  listen,
  pipe2,
  poll,
  recv,
  select,
  socket,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { type Equal, same } from './equal';

const tcp = () => socket(AF_INET, SOCK_STREAM);
const AT_ONCE = { seconds: 0, microseconds: 0 } as const;

export function pollGivesTheDescriptorsWithTheirTypes(listener: SocketFd<'inet', 'stream'> & PassiveSocket): void {
  const [ready] = poll([{ fd: listener, events: POLLIN }], 0);
  same<Equal<InstanceOf<typeof ready>, SocketFd<'inet', 'stream'> & PassiveSocket>>();
  accept(ready!.fd);
  const mixed = poll([{ fd: listener, events: POLLIN }, { fd: pipe2()[0], events: POLLIN }] as const, 0); // prettier-ignore
  // @ts-expect-error one of them never listened
  accept(mixed[0]!.fd);
  const count: number = poll(new Int32Array(3), 0);
  void count;
}

type InstanceOf<T> = NonNullable<T> extends { fd: infer S } ? S : never;

export function pollTakesDescriptorsAndATimeout(): void {
  // @ts-expect-error a plain number
  poll([{ fd: 3, events: POLLIN }], 0);
  // @ts-expect-error no events
  poll([{ fd: tcp() }], 0);
  // @ts-expect-error no timeout: to wait for ever is -1, and is said
  poll([{ fd: tcp(), events: POLLIN }]);
  // @ts-expect-error other elements
  poll(new Int16Array(3), 0);
  // @ts-expect-error the raw door has the array alone
  raw.poll([{ fd: 3, events: POLLIN }], 0);
}

export function selectGivesEachSetWithItsType(): void {
  const listener = tcp();
  listen(listener);
  const ready = select([listener], [tcp()], [], AT_ONCE);
  accept(ready.readfds[0]!);
  // @ts-expect-error it never listened
  accept(ready.writefds[0]!);
  recv(ready.writefds[0]!, new Uint8Array(1));
  const outcome = result.select([listener]);
  if (outcome.ok) same<Equal<(typeof outcome.value)['exceptfds'], Selected['exceptfds']>>();
  // @ts-expect-error the time left may be absent
  const { seconds } = ready.timeout;
  // @ts-expect-error milliseconds are poll's
  select([listener], [], [], 100);
  // @ts-expect-error a plain number
  select([3]);
  void seconds;
}

export function theRawSelectTakesSets(): void {
  const timeout: raw.SelectTimeout = { seconds: 1, microseconds: 0 };
  const count: number = raw.select(new raw.FdSet([3]), undefined, undefined, timeout);
  // @ts-expect-error sets alone
  raw.select([3]);
  void count;
}

export function epollWaitGivesEventsOrFillsAnArray(): void {
  const epfd = epoll_create1();
  epoll_ctl(epfd, EPOLL_CTL_ADD, tcp(), EPOLLIN);
  epoll_ctl(epfd, EPOLL_CTL_ADD, eventfd(), EPOLLIN, 5);
  const events: EpollEvent[] = epoll_wait(epfd, 10, 0);
  const count: number = epoll_wait(epfd, new Int32Array(20), 0);
  // @ts-expect-error a plain number
  epoll_ctl(epfd, EPOLL_CTL_ADD, 3, EPOLLIN);
  // @ts-expect-error data is a number
  epoll_ctl(epfd, EPOLL_CTL_ADD, tcp(), EPOLLIN, 5n);
  // @ts-expect-error no timeout
  epoll_wait(epfd, 10);
  // @ts-expect-error the raw door fills an array
  raw.epoll_wait(3, 10, 0);
  // @ts-expect-error read-only
  events[0]!.events = 0;
  void count;
}

export function errnosBelongToTheirCall(): void {
  const made = result.pipe2();
  if (made.ok) same<Equal<typeof made.value, [read: Fd, write: Fd]>>();
  else if (made.code === 'EMFILE') return;
  const watched = result.epoll_ctl(asFd(3), EPOLL_CTL_ADD, asFd(4));
  if (!watched.ok && watched.code === 'EEXIST') return;
  // @ts-expect-error epoll_ctl() gives no EAGAIN
  if (!watched.ok && watched.code === 'EAGAIN') return;
  // @ts-expect-error the raw door writes the descriptors into an array
  raw.pipe2(0);
}
