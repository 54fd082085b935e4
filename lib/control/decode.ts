import { SCM_RIGHTS, SOL_SOCKET } from '../core/constant';
import type { Fd } from '../core/fd';
import type { ControlMessage } from './message';

// Stands in for the codecs until they land: 64-bit Linux, SCM_RIGHTS and bytes.
export function decodeControl(buffer: Uint8Array, length: number): ControlMessage[] {
  const view = new DataView(buffer.buffer, buffer.byteOffset, Math.min(length, buffer.byteLength));
  const messages: ControlMessage[] = [];
  for (let at = 0; at + 16 <= view.byteLength;) {
    const size = Number(view.getBigUint64(at, true)) - 16;
    if (size < 0) break;
    const [level, type] = [view.getInt32(at + 8, true), view.getInt32(at + 12, true)];
    const data = new Uint8Array(view.buffer as ArrayBuffer).slice(
      view.byteOffset + at + 16,
      view.byteOffset + at + 16 + size,
    );
    if (level === SOL_SOCKET && type === SCM_RIGHTS) {
      messages.push({ level, type, fds: [...new Int32Array(data.buffer)] as Fd[] });
    } else messages.push({ level, type, data });
    at += 16 + Math.ceil(size / 8) * 8;
  }
  return messages;
}
