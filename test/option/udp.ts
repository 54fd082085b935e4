import {
  AF_INET,
  SOCK_DGRAM,
  SOL_SOCKET,
  SO_RCVTIMEO,
  type SocketFd,
  bind,
  close,
  inet,
  setsockopt,
  socket,
} from '../../lib';

/** What is received goes here. */
export const room = new Uint8Array(64);

/** Two UDP sockets: what is sent by the first arrives at the second, which is bound to an address. */
export function withUdp<T>(
  address: string,
  use: (sender: SocketFd<'inet', 'dgram'>, receiver: SocketFd<'inet', 'dgram'>) => T,
): T {
  const receiver = socket(AF_INET, SOCK_DGRAM);
  const sender = socket(AF_INET, SOCK_DGRAM);
  try {
    bind(receiver, inet(address, 0));
    setsockopt(receiver, SOL_SOCKET, SO_RCVTIMEO, { seconds: 2, microseconds: 0 });
    return use(sender, receiver);
  } finally {
    close(sender);
    close(receiver);
  }
}

export function text(length: number): string {
  return Buffer.from(room.subarray(0, length)).toString();
}
