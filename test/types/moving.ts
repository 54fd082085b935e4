// The calls for datagrams, arrays of buffers, files and batches: what must compile and what must not.
import {
  AF_INET,
  AF_UNIX,
  type ErrnoOf,
  MessageBatch,
  SOCK_DGRAM,
  SOCK_STREAM,
  Sockaddr,
  asFd,
  inet,
  inet6,
  listen,
  readv,
  recvfrom,
  recvmmsg,
  sendfile,
  sendmmsg,
  sendto,
  socket,
  splice,
  unix,
  writev,
} from '../../lib';
import type { InetAddress, UnixAddress } from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { type Equal, same } from './equal';

const bytes = new Uint8Array(8);
const udp = socket(AF_INET, SOCK_DGRAM);
const local = socket(AF_UNIX, SOCK_DGRAM);

export function aDatagramGoesToAnAddressOfTheSocketsFamily(): void {
  sendto(udp, bytes, 0, inet('127.0.0.1', 9));
  sendto(udp, 'text', 0, new Sockaddr());
  sendto(udp, bytes, 0, undefined, 1, 2);
  sendto(local, bytes, 0, unix('/x'));
  // @ts-expect-error another family
  sendto(udp, bytes, 0, unix('/x'));
  // @ts-expect-error another family
  sendto(udp, bytes, 0, inet6('::1', 9));
  // @ts-expect-error a plain number is no descriptor
  sendto(3, bytes);
  raw.sendto(3, bytes, 0, unix('/x'));
}

export function whoSentIsOfTheSocketsFamilyAndMayBeUnknown(): void {
  const { length, address } = recvfrom(udp, bytes);
  same<Equal<number, typeof length>>();
  same<Equal<InetAddress | undefined, typeof address>>();
  const outcome = result.recvfrom(local, bytes);
  if (outcome.ok) same<Equal<UnixAddress | undefined, typeof outcome.value.address>>();
  // @ts-expect-error text is not filled
  recvfrom(udp, 'text');
  // @ts-expect-error the address is the raw door's
  recvfrom(udp, bytes, 0, new Sockaddr());
  raw.recvfrom(3, bytes, 0, new raw.Sockaddr(), 0, 8);
}

export function aListeningSocketHasNoBytes(): void {
  const fd = socket(AF_INET, SOCK_STREAM);
  listen(fd);
  // @ts-expect-error it listens
  sendto(fd, bytes);
  // @ts-expect-error it listens
  recvfrom(fd, bytes);
  // @ts-expect-error it listens
  sendmmsg(fd, new MessageBatch(1));
  // @ts-expect-error it listens
  sendfile(fd, asFd(3), null, 1);
}

export function buffersComeInArrays(): void {
  writev(udp, ['text', bytes, new ArrayBuffer(1)] as const);
  readv(udp, [bytes, new DataView(new ArrayBuffer(1))]);
  // @ts-expect-error text is not filled
  readv(udp, ['text']);
  // @ts-expect-error no array
  writev(udp, bytes);
}

export function offsetsAreNumbersButForTheRawDoor(): void {
  const file = asFd(3);
  sendfile(udp, file, null, 1);
  sendfile(udp, file, 2 ** 40, 1);
  splice(file, 5n, udp, null, 1);
  raw.sendfile(3, 4, new BigInt64Array(1), 1);
  // @ts-expect-error it must be said that there is none
  sendfile(udp, file, undefined, 1);
  // @ts-expect-error a plain number has no place for the answer
  raw.sendfile(3, 4, 0, 1);
}

export function aBatchHasCountOrBuffers(): void {
  const batch = new MessageBatch(64, { size: 1500, address: false, control: 64 });
  new MessageBatch([bytes, new ArrayBuffer(8)]);
  new MessageBatch(1, { control: 64, closeOnExec: false });
  // @ts-expect-error yes or no
  new MessageBatch(1, { control: 64, closeOnExec: 0 });
  // @ts-expect-error text has no memory
  new MessageBatch(['text']);
  // @ts-expect-error its arrays stay what they are
  batch.lengths = new Int32Array(64);
  // @ts-expect-error and so do their elements
  batch.buffers[0] = bytes;
  batch.lengths[0] = 5;
  sendmmsg(udp, batch, 0, 0, 5);
  recvmmsg(udp, batch, 0, 2.5);
  raw.recvmmsg(3, batch, 0, new BigInt64Array(2));
  // @ts-expect-error memory for what is left of it
  raw.recvmmsg(3, batch, 0, 2.5);
}

export function errnosAreTheCalls(): void {
  const codes: ErrnoOf<'sendto' | 'splice'>[] = ['EAFNOSUPPORT', 'ESPIPE'];
  // @ts-expect-error receiving takes no address
  const wrong: ErrnoOf<'recvfrom'> = 'EAFNOSUPPORT';
  void [codes, wrong];
}
