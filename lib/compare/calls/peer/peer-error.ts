/** The other end does not do its part: it is gone, or silent, or never came. */
export class PeerError extends Error {}
