import { junkFd, junkNumber } from '../arbitrary';
import type { Shapes } from './shape';

/** The old descriptor is never an open one, so the kernel does not come to look at the new one, which may be. */
export const duplicate: Shapes = {
  dup: [junkFd],
  dup2: [junkFd, junkNumber],
  dup3: [junkFd, junkNumber, junkNumber],
};
