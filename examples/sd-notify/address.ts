import { type Address, abstract, unix } from 'sockcall';

/** A socket as NOTIFY_SOCKET names it: a path, or with an @ a name in Linux's abstract namespace. */
export function notifyAddress(socket: string): Extract<Address, { family: 'unix' }> {
  if (socket.startsWith('@')) return abstract(socket.slice(1));
  if (socket.startsWith('/')) return unix(socket);
  throw new TypeError(`NOTIFY_SOCKET must begin with / or @: ${socket}`);
}
