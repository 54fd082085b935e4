// The owner of a descriptor.
export { type AcceptedSocket, Socket } from './socket';
export type { SocketStream, SocketStreamOptions } from './stream';
export type { SocketPromises } from './promises';
