// The owner of a descriptor.
export { type AcceptedSocket, Socket } from './socket';
