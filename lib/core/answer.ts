/** The answers of a native call that made no system call. native/args.h has the same order. */
const NOT_BYTES = -0x80000000;
export const OUT_OF_RANGE = NOT_BYTES + 1;
export const DETACHED = NOT_BYTES + 2;
export const NOT_SOCKADDR = NOT_BYTES + 3;

/** The largest answer that is a misuse; every -errno is far above it. */
export const MISUSE = NOT_BYTES + 16;
