/** Room for the single values of a block, used again by the next one. */
let room = new Float64Array(0);

/** So much of it as a block needs. It was touched before, since the loop that times is not to bring it in. */
export function roomFor(values: number): Float64Array {
  if (room.length < values) room = new Float64Array(2 * values).fill(1);
  return room.subarray(0, values);
}
