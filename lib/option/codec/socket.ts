import { checkInt } from '../../core/check';
import { LITTLE } from '../../core/little';
import type { FilterInstruction, Meminfo, Timestamping } from '../../core/option/values';
import type { Address } from '../../core/address';
import { readAddress, writeAddress } from '../address';
import { MEMINFO, sockFilter, soTimestamping } from '../structs';
import { bytesOf, checkList, eachOf, readOnly } from './basic';
import type { Codec } from './codec';

/** The kernel takes no longer program. */
const MOST_INSTRUCTIONS = 4096;

export const filter: Codec<FilterInstruction[], readonly FilterInstruction[]> = {
  room: MOST_INSTRUCTIONS * sockFilter.size,
  read: (view) => eachOf(view, sockFilter.size, (at) => sockFilter.read(view, at)),
  write: writeFilter,
  isProgram: () => true,
};

function writeFilter(name: string, value: unknown): Uint8Array {
  // C has the length in 16 bits.
  const list = checkList(name, value, 0xffff);
  const bytes = new Uint8Array(list.length * sockFilter.size);
  const view = new DataView(bytes.buffer);
  list.forEach((item, index) => sockFilter.write(view, index * sockFilter.size, `${name}[${index}]`, item));
  return bytes;
}

export const fanoutData: Codec<FilterInstruction[], number | readonly FilterInstruction[]> = {
  ...filter,
  write: (name, value) => (typeof value === 'number' ? Int32Array.of(checkInt(name, value)) : writeFilter(name, value)),
  isProgram: (value) => typeof value !== 'number',
};

export const timestamping: Codec<Timestamping, number | Timestamping> = {
  room: soTimestamping.size,
  read: (view) => soTimestamping.read(view, 0, view.byteLength),
  write(name, value) {
    if (typeof value === 'number') return Int32Array.of(checkInt(name, value));
    return bytesOf(soTimestamping, name, { bindPhc: 0, ...value });
  },
};

export const meminfo: Codec<Meminfo> = {
  room: 4 * MEMINFO.length,
  read(view) {
    const given = MEMINFO.slice(0, Math.floor(view.byteLength / 4));
    return Object.fromEntries(
      given.map((name, index) => [name, view.getUint32(4 * index, LITTLE)]),
    ) as unknown as Meminfo;
  },
  write: readOnly,
};

export const address: Codec<Address> = {
  room: 128,
  read: (view) => readAddress(new Uint8Array(view.buffer, view.byteOffset, view.byteLength)),
  write: writeAddress,
};
