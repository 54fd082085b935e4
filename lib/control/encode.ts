import { checkInt } from '../core/check';
import type { ControlMessage } from './message';

// Stands in for the codecs until they land: 64-bit Linux, SCM_RIGHTS and bytes.
export function encodeControl(messages: readonly ControlMessage[]): Uint8Array {
  const parts = messages.map((message) => {
    const fds = 'fds' in message ? Int32Array.from(message.fds, (fd) => checkInt('fds', fd)) : undefined;
    const data = fds === undefined ? (message as { data: Uint8Array }).data : new Uint8Array(fds.buffer);
    const part = new Uint8Array(16 + Math.ceil(data.length / 8) * 8);
    const view = new DataView(part.buffer);
    view.setBigUint64(0, BigInt(16 + data.length), true);
    view.setInt32(8, message.level, true);
    view.setInt32(12, message.type, true);
    part.set(data, 16);
    return part;
  });
  return Buffer.concat(parts);
}
