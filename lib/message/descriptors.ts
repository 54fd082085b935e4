import { close } from '../call/lifecycle/raw';
import { SCM_RIGHTS, SOL_SOCKET } from '../core/constant';
import { LITTLE } from '../core/layout/field';
import { native } from '../core/native';

const INT = 4;

/** The descriptors that the control messages in a buffer have brought, found without decoding anything else. */
export function descriptorsIn(control: Uint8Array, length: number): number[] {
  const view = new DataView(control.buffer, control.byteOffset, control.byteLength);
  const found = native.walkControl(control, length);
  const fds: number[] = [];
  for (let index = 0; index < found.length; index += 4) {
    const [level, type, at, size] = found.slice(index, index + 4) as [number, number, number, number];
    if (level !== SOL_SOCKET || type !== SCM_RIGHTS) continue;
    for (let next = at; next + INT <= at + size; next += INT) fds.push(view.getInt32(next, LITTLE));
  }
  return fds;
}

export function closeAll(fds: readonly number[]): void {
  for (const fd of fds) close(fd);
}
