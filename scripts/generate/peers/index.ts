import { go } from './go';
import { nix } from './nix';
import { python } from './python';

export { type Extent, type Peer, extentOf } from './peer';

export const peers = [python, nix, go];
