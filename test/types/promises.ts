// The promises door: what must compile and what must not.
import { AF_INET, AF_UNIX, SOCK_DGRAM, SOCK_STREAM, asFd, inet, listen, socket, unix } from '../../lib';
import type { AddressInfo, Fd, InetAddress, NameInfo, UnixAddress } from '../../lib';
import {
  type Accepted,
  type Polled,
  type Received,
  type ReceivedMessage,
  accept,
  accept4,
  close,
  connect,
  connections,
  getaddrinfo,
  getnameinfo,
  poll,
  readable,
  recv,
  recvfrom,
  recvmsg,
  send,
  sendmsg,
  sendto,
  writable,
  write,
} from '../../lib/promises';
import { type Equal, same } from './equal';

const bytes = new Uint8Array(8);
const tcp = socket(AF_INET, SOCK_STREAM);
const udp = socket(AF_INET, SOCK_DGRAM);
const local = socket(AF_UNIX, SOCK_STREAM);
const limits = { signal: new AbortController().signal, timeout: 1.5 };

export function aCallGivesAPromiseOfItsValue(): void {
  same<Equal<ReturnType<typeof recv>, Promise<number>>>();
  same<Equal<ReturnType<typeof close>, Promise<void>>>();
  const received: Promise<Received<typeof udp>> = recvfrom(udp, bytes, 0, 0, 8, limits);
  const message: Promise<ReceivedMessage<typeof udp>> = recvmsg(udp, { buffers: bytes }, 0, limits);
  void send(tcp, 'text', 0, 0, undefined, limits);
  void write(tcp, bytes, 0, 8, { timeout: 5 });
  void sendmsg(udp, { buffers: bytes, address: inet('127.0.0.1', 9) }, 0, {});
  void readable(tcp, { signal: limits.signal });
  void writable(asFd(1));
  // @ts-expect-error the options come last
  void recv(tcp, bytes, limits);
  // @ts-expect-error no such option
  void recv(tcp, bytes, 0, 0, 8, { timeoutMs: 5 });
  // @ts-expect-error not milliseconds
  void readable(tcp, { timeout: '5' });
  // @ts-expect-error a number is no descriptor
  void recv(3, bytes);
}

export function addressesAreOfTheSocketsFamily(): void {
  void connect(tcp, inet('127.0.0.1', 80), limits);
  void sendto(udp, bytes, 0, inet('127.0.0.1', 9), 0, 8, limits);
  // @ts-expect-error another family
  void connect(tcp, unix('/x'));
  // @ts-expect-error another family
  void sendto(udp, bytes, 0, unix('/x'));
}

export async function onlyAPassiveSocketAccepts(): Promise<void> {
  // @ts-expect-error it never listened
  void accept(tcp);
  // @ts-expect-error it never listened
  connections(tcp);
  listen(tcp);
  const accepted: Accepted<typeof tcp> = await accept(tcp, limits);
  same<Equal<typeof accepted.address, InetAddress>>();
  await accept4(tcp, 0, { timeout: 0 });
  for await (const { fd, address } of connections(tcp, { flags: 0, ...limits })) {
    same<Equal<typeof address, InetAddress>>();
    await recv(fd, bytes);
  }
  listen(local);
  for await (const { address } of connections(local)) same<Equal<typeof address, UnixAddress>>();
  // @ts-expect-error it listens now
  void recv(tcp, bytes);
}

export async function pollAndLookUps(): Promise<void> {
  const ready: Polled<Fd>[] = await poll([{ fd: tcp, events: 1 }], limits);
  const count: number = await poll(new Int32Array(3), limits);
  // @ts-expect-error the timeout is among the options here
  void poll([], 1000);
  const found: AddressInfo<'inet'>[] = await getaddrinfo('localhost', null, { family: AF_INET }, limits);
  const name: NameInfo = await getnameinfo(inet('127.0.0.1', 80), 0, limits);
}
