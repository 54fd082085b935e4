import type { Socket as NetSocket } from 'node:net';
import { dup } from '../call/duplicate/throwing';
import { type SocketFd, asFd } from '../core/fd';
import { wrongType, wrongValue } from '../core/misuse';

/** What Node has under a net.Socket; it tells nobody, but gives the descriptor where there is one. */
interface Handle {
  readonly fd?: number;
  readStop?(): number;
}

/** A descriptor of a net.Socket's connection, and what Node had received of it and nobody had read. */
export interface Taken {
  readonly fd: SocketFd;
  readonly head: Buffer;
}

/** Takes a connection out of a net.Socket, which is destroyed. Node can't give a descriptor away: it gets a duplicate. */
export function takeOver(socket: NetSocket): Taken {
  const { fd, handle } = inner(socket);
  if (socket.connecting) throw wrongValue('socket', 'must be connected', socket);
  if (socket.writableLength > 0) throw wrongValue('socket', 'must have sent all that was written to it', socket);
  const own = dup(asFd<SocketFd>(fd));
  handle.readStop?.();
  const chunks: Buffer[] = [];
  for (let chunk = readOf(socket); chunk !== null; chunk = readOf(socket)) chunks.push(chunk);
  socket.destroy();
  return { fd: own, head: Buffer.concat(chunks) };
}

function inner(socket: NetSocket): { fd: number; handle: Handle } {
  if (typeof socket !== 'object' || socket === null || typeof socket.destroy !== 'function')
    throw wrongType('socket', 'an instance of net.Socket', socket);
  const { _handle: handle, encrypted } = socket as { _handle?: Handle | null; encrypted?: boolean };
  const fd = handle?.fd;
  if (encrypted === true || typeof fd !== 'number' || fd < 0)
    throw wrongValue('socket', 'must be an open net.Socket over a descriptor of its own', socket);
  return { fd, handle: handle! };
}

function readOf(socket: NetSocket): Buffer | null {
  const chunk = socket.read() as Buffer | string | null;
  return typeof chunk === 'string' ? Buffer.from(chunk, socket.readableEncoding ?? 'utf8') : chunk;
}
