/** Room for the single values of a block, used again by the next one. */
let room = new Float64Array(0);

/** So much of the room as a block needs. */
export function samplesFor(calls: number): Float64Array {
  // Filled, because memory that was never touched would be brought in by the very loop that times.
  if (room.length < calls) room = new Float64Array(2 * calls).fill(1);
  return room;
}

/** For each size, a half to send from and a half to receive into. */
const buffers = new Map<number, Uint8Array>();

export function bufferOf(size: number): Uint8Array {
  const known = buffers.get(size);
  if (known !== undefined) return known;
  // Filled, because untouched memory would all be one shared page of zeros.
  const buffer = new Uint8Array(2 * size).fill(0x5a);
  buffers.set(size, buffer);
  return buffer;
}
