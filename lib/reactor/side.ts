/** The sides of a descriptor that one may wait for. native/reactor/poller.h has the same numbers. */
export const READ = 1;
export const WRITE = 2;

/** Told with the sides: there is, or may be, more than bytes to be received: the end, an error, an urgent byte. */
export const MORE = 4;

export type Side = typeof READ | typeof WRITE;
