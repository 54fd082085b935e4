import { readFileSync } from 'node:fs';
import { AF_INET, SOCK_STREAM, SIOCOUTQNSD, close, connect, inet, ioctl, recv, send, socket } from 'sockcall';
import { type Parts, WAYS, type Way, type WayName } from './way';

/** A new connection is acknowledged at once for a while, so the first exchanges say nothing of those that follow. */
const SETTLING = 4;

/** Exchanges over one connection. */
export interface Conversation {
  /** How long each took, in microseconds. */
  readonly us: Float64Array;
  /** What the sender still held back when both parts had been given to the kernel, in bytes; of one exchange. */
  readonly held: number;
  /** The acknowledgements that the kernel sent late meanwhile, of any connection in this network namespace. */
  readonly delayedAcks: number;
  /** How long the exchanges before took, from the first of the connection on. */
  readonly settling: readonly number[];
}

/** Connects to the end that answers, and asks so many times. */
export function converse(port: number, name: WayName, size: number, count: number): Conversation {
  const way: Way = WAYS[name];
  const parts: Parts = [new Uint8Array(size), new Uint8Array(size)];
  const answer = new Uint8Array(1);
  const fd = socket(AF_INET, SOCK_STREAM);
  try {
    connect(fd, inet('127.0.0.1', port));
    way.prepare?.(fd);
    send(fd, hello(2 * size, way.quickack === true));
    const settling = Array.from({ length: SETTLING }, () => timed(() => exchange()));
    way.ask(fd, parts);
    const held = ioctl(fd, SIOCOUTQNSD);
    recv(fd, answer);
    const before = delayedAcks();
    const us = Float64Array.from({ length: count }, () => timed(() => exchange()));
    return { us, held, delayedAcks: delayedAcks() - before, settling };
  } finally {
    close(fd);
  }

  function exchange(): void {
    way.ask(fd, parts);
    recv(fd, answer);
  }
}

function timed(body: () => void): number {
  const start = performance.now();
  body();
  return 1000 * (performance.now() - start);
}

/** What the end that answers is told of a connection. */
function hello(length: number, quickack: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, length);
  view.setUint32(4, quickack ? 1 : 0);
  return new Uint8Array(view.buffer);
}

/** The kernel's own count of acknowledgements that it sent when their time was up. */
function delayedAcks(): number {
  const [names, values] = [...readFileSync('/proc/net/netstat', 'utf8').matchAll(/^TcpExt: (.*)$/gm)].map(([, line]) =>
    line!.split(' '),
  );
  return Number(values![names!.indexOf('DelayedACKs')]);
}
