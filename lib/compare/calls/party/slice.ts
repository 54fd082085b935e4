import { type Fd, SOL_SOCKET, SO_RCVTIMEO, SO_SNDTIMEO, setsockopt } from '../../../index';

/** How long a wait lasts before it is looked whether the other party is still there: native/measure/party/party.cc. */
export const SLICE_MS = 100;

/**
 * Lets no call on a descriptor block for ever: after a slice it answers EAGAIN. Only a call that really sleeps is touched by
 * that, by what it takes to set a timer, and all arms alike.
 */
export function setSlice(fd: Fd): void {
  const slice = { seconds: 0, microseconds: 1000 * SLICE_MS };
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, slice);
  setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, slice);
}
