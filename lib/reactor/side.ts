/** The sides of a descriptor that one may wait for. native/reactor/poller.h has the same numbers. */
export const READ = 1;
export const WRITE = 2;

export type Side = typeof READ | typeof WRITE;
