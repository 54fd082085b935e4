import { close } from '../call/lifecycle/raw';
import { SCM_PIDFD, SCM_RIGHTS, SOL_SOCKET } from '../core/constant';
import { native } from '../core/native';

const INT = 4;

/** The descriptors that SCM_RIGHTS messages in a buffer have brought, found without decoding anything else. */
export function passedFds(control: Uint8Array, length: number): number[] {
  return intsOf(control, length, SCM_RIGHTS);
}

/** Closes every descriptor that control messages in a buffer have brought. */
export function closeArrived(control: Uint8Array, length: number): void {
  closeAll(passedFds(control, length));
  // Negative where the kernel could make none.
  closeAll(intsOf(control, length, SCM_PIDFD).filter((fd) => fd >= 0));
}

export function closeAll(fds: readonly number[]): void {
  for (const fd of fds) close(fd);
}

function intsOf(control: Uint8Array, length: number, wanted: number | undefined): number[] {
  const found = native.walkControl(control, length);
  const ints: number[] = [];
  for (let index = 0; index < found.length; index += 4) {
    const [level, type, at, size] = found.slice(index, index + 4) as [number, number, number, number];
    if (level !== SOL_SOCKET || type !== wanted) continue;
    ints.push(...new Int32Array(control.slice(at, at + size - (size % INT)).buffer));
  }
  return ints;
}
