export { Peer } from './peer';
export { PeerError } from './peer-error';
