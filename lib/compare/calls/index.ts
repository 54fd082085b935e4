export { type PartialCallOptions, checkCallOptions } from './check';
export type { CallCell, CallOptions, Mode, PeerKind, TransportName } from './conditions';
export { callExperiment } from './experiment';
export { PeerError } from './peer';
export { secondsAtRate } from './rate';
export { RoomError, TransportError } from './transport';
