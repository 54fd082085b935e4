// What the compiler knows of messages.
import {
  AF_INET,
  AF_UNIX,
  type Fd,
  type InetAddress,
  Message,
  type ReceivedControlMessage,
  SOCK_DGRAM,
  SOCK_STREAM,
  SOL_SOCKET,
  Sockaddr,
  asFd,
  inet,
  listen,
  recvFds,
  recvmsg,
  sendFds,
  sendmsg,
  socket,
  socketpair,
  unix,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { type Equal, same } from './equal';

const bytes = new Uint8Array(8);
const udp = () => socket(AF_INET, SOCK_DGRAM);
const pair = () => socketpair(AF_UNIX, SOCK_STREAM);

export function theAddressIsOfTheSocketsFamily(): void {
  sendmsg(udp(), { buffers: 'x', address: inet('127.0.0.1', 9) });
  sendmsg(udp(), { buffers: 'x', address: new Sockaddr() });
  // @ts-expect-error another family
  sendmsg(udp(), { buffers: 'x', address: unix('/x') });
  // @ts-expect-error another family
  result.sendmsg(udp(), { buffers: 'x', address: unix('/x') });
  const { address, control } = recvmsg(udp(), { buffers: bytes });
  same<Equal<InetAddress | undefined, typeof address>>();
  same<Equal<ReceivedControlMessage[], typeof control>>();
  // @ts-expect-error there may be none
  void address.port;
}

export function buffersAreOneOrMany(): void {
  const fd = asFd(3);
  sendmsg(fd, {});
  sendmsg(fd, { buffers: ['text', bytes, new ArrayBuffer(1), new DataView(new ArrayBuffer(1))] });
  recvmsg(fd, { buffers: [bytes, new Float64Array(1)], controlSize: 64 }, 0);
  // @ts-expect-error text cannot be filled
  recvmsg(fd, { buffers: ['text'] });
  // @ts-expect-error no bytes
  sendmsg(fd, { buffers: [1, 2] });
  // @ts-expect-error bytes alone are no message
  sendmsg(fd, bytes);
  // @ts-expect-error room of one's own is given by a Message
  recvmsg(fd, { buffers: bytes, control: bytes });
}

export function controlMessagesAreKnownByName(): void {
  const [a, b] = pair();
  sendmsg(a, {
    buffers: 'x',
    control: [
      { name: 'SCM_RIGHTS', fds: [b] },
      { level: SOL_SOCKET, type: 1, data: bytes },
    ],
  });
  sendmsg(a, { buffers: 'x', control: bytes });
  // @ts-expect-error descriptors are an array
  sendmsg(a, { buffers: 'x', control: [{ name: 'SCM_RIGHTS', fds: b }] });
  // @ts-expect-error a plain number
  sendmsg(a, { buffers: 'x', control: [{ name: 'SCM_RIGHTS', fds: [3] }] });
  for (const message of recvmsg(b, { buffers: bytes, controlSize: 64 }).control) {
    if (message.name === 'SCM_RIGHTS') same<Equal<Fd[], typeof message.fds>>();
    else if (message.name === undefined) same<Equal<Uint8Array, typeof message.data>>();
  }
}

export function aMessageGoesThroughEveryDoor(): void {
  const [a, b] = pair();
  const message = new Message({ buffers: [bytes], address: new Sockaddr(), control: bytes });
  message.buffers = bytes;
  const count: number = raw.sendmsg(a, message) + raw.recvmsg(b, message) + raw.recvmsg(3, message, 0);
  sendmsg(a, message);
  recvmsg(b, message);
  const outcome = result.recvmsg(b, message);
  if (outcome.ok) same<Equal<number, typeof outcome.value.length>>();
  // @ts-expect-error the raw door has a Message only
  raw.sendmsg(3, { buffers: bytes });
  // @ts-expect-error what was received is not for setting
  message.flags = count;
  // @ts-expect-error the list is not for changing
  message.buffers[0] = bytes;
  // @ts-expect-error an address has to be encoded
  message.address = inet('127.0.0.1', 9);
}

export function descriptorsArePassed(): void {
  const [a, b] = pair();
  sendFds(a, [b]);
  sendFds(a, [b, udp()], 'with text');
  // @ts-expect-error a plain number
  sendFds(a, [3]);
  const { fds } = recvFds(b, 1);
  same<Equal<Fd[], typeof fds>>();
  const server = socket(AF_UNIX, SOCK_STREAM);
  listen(server);
  sendFds(a, [server]);
  // @ts-expect-error it listens
  sendFds(server, [a]);
  const outcome = result.recvFds(b, 1);
  // @ts-expect-error recvmsg() gives no EPIPE
  if (!outcome.ok && outcome.code === 'EPIPE') return;
}
