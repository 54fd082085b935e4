export { type PairOptions, openPair } from './open';
export { type Pair, closePair } from './pair';
export { RoomError } from './room';
export type { SocketOptions, Transport } from './transport';
export { TransportError } from './transport-error';
export { transportNames, transports } from './transports';
