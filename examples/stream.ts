// What the echo examples share: the loops that a stream needs, since one call may move fewer bytes than were asked for.
import { type ActiveSocket, type Fd, SOL_SOCKET, SO_RCVTIMEO, SO_SNDTIMEO, recv, send, setsockopt } from 'sockcall';

/** Sends all bytes, by as many calls as that takes. */
export function sendAll(fd: ActiveSocket, bytes: Uint8Array): void {
  let sent = 0;
  while (sent < bytes.length) sent += send(fd, bytes, 0, sent);
}

/** Fills the buffer, by as many calls as that takes; gives how many bytes came, fewer only at the end of the stream. */
export function recvAll(fd: ActiveSocket, buffer: Uint8Array): number {
  let got = 0;
  while (got < buffer.length) {
    const count = recv(fd, buffer, 0, got);
    if (count === 0) break;
    got += count;
  }
  return got;
}

/** Sends back what comes, until the peer has ended its side; gives how many bytes that was. */
export function echo(fd: ActiveSocket): number {
  const buffer = Buffer.alloc(4096);
  let total = 0;
  for (;;) {
    const count = recv(fd, buffer);
    if (count === 0) return total;
    sendAll(fd, buffer.subarray(0, count));
    total += count;
  }
}

/**
 * Sends bytes to a server that echoes, and gives what comes back: piece by piece, because if all were sent before
 * anything is received, long text would fill the buffers of both sides for good.
 */
export function throughEcho(fd: ActiveSocket, bytes: Uint8Array, piece = 4096): Uint8Array {
  const back = Buffer.alloc(bytes.length);
  let got = 0;
  for (let at = 0; at < bytes.length; at += piece) {
    sendAll(fd, bytes.subarray(at, at + piece));
    got += recvAll(fd, back.subarray(at, at + piece));
  }
  return back.subarray(0, got);
}

/**
 * Lets no call on this socket wait longer than this: it then fails with EAGAIN. Connections that accept() takes from
 * the socket have it from their birth.
 */
export function limitWaiting(fd: Fd, seconds: number): void {
  const timeval = { seconds, microseconds: 0 };
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, timeval);
  setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, timeval);
}
