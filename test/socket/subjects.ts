import { Socket as NetSocket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Socket } from '../../lib';
import { type Kind, kinds } from '../helpers/kinds';

/** What both kinds of streams take. */
export interface StreamOptions {
  readonly allowHalfOpen?: boolean;
  readonly highWaterMark?: number;
}

/** A stream over one end of a connection, and the other end. */
export interface Connected {
  readonly stream: Duplex & { readonly bytesRead: number; readonly bytesWritten: number };
  readonly peer: Socket;
}

/** The same connection under two kinds of streams, which are to behave alike. */
export interface Subject {
  readonly name: string;
  connect(kind: Kind, options?: StreamOptions): Connected;
}

export const ours: Subject = {
  name: 'toStream()',
  connect(kind, options) {
    const { a, b } = kind.open();
    return { stream: Socket.from(a).toStream(options), peer: Socket.from(b) };
  },
};

export const nodes: Subject = {
  name: 'net.Socket',
  connect(kind, options) {
    const { a, b } = kind.open();
    return { stream: new NetSocket({ fd: a, ...options }), peer: Socket.from(b) };
  },
};

export const streamKinds = kinds.filter(({ name }) => name === 'TCP over IPv4' || name === 'unix stream pair');

/** What a stream has emitted, in order; of data that there was some, and how much in all. */
export class Log {
  readonly events: string[] = [];
  data = 0;

  constructor(private readonly stream: Duplex) {
    const note = (text: string): void => void this.events.push(text);
    stream.on('end', () => note(`end after ${this.data}`));
    stream.on('finish', () => note('finish'));
    stream.on('error', (error: NodeJS.ErrnoException) => note(`error ${error.code ?? error.message}`));
    stream.on('close', (hadError: boolean) => note(`close ${hadError}`));
  }

  /** Takes and counts what comes. */
  flow(): this {
    this.stream.on('data', (chunk: Buffer) => (this.data += chunk.length));
    return this;
  }

  async closed(): Promise<readonly string[]> {
    if (!this.events.some((event) => event.startsWith('close'))) {
      await new Promise<void>((resolve) => this.stream.on('close', () => resolve()));
    }
    // One event more would be one too many.
    await new Promise((resolve) => setImmediate(resolve));
    return this.events;
  }
}

/** All that a peer receives until the end; an error's code behind it. */
export async function receiveAll(peer: Socket): Promise<string> {
  const buffer = Buffer.alloc(0x10000);
  let length = 0;
  for (;;) {
    try {
      const count = await peer.promises.recv(buffer);
      if (count === 0) return `${length} bytes`;
      length += count;
    } catch (error) {
      return `${length} bytes, ${(error as NodeJS.ErrnoException).code}`;
    }
  }
}

export async function sendAllOf(peer: Socket, bytes: Uint8Array): Promise<void> {
  for (let sent = 0; sent < bytes.length;) sent += await peer.promises.send(bytes, 0, sent);
}
