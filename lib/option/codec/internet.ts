import { types } from 'node:util';
import { checkUint } from '../../core/check';
import { LITTLE } from '../../core/little';
import { wrongType } from '../../core/misuse';
import type {
  GroupFilter,
  GroupReq,
  GroupSourceReq,
  Md5sig,
  Mreq,
  Mreqn,
  Msfilter,
  Mtuinfo,
  PortRange,
  RepairOption,
} from '../../core/option/values';
import { readAddress, writeAddress } from '../address';
import * as structs from '../structs';
import { readIpv4, writeIpv4 } from '../text';
import { bytesOf, checkList, readOnly, setOnly } from './basic';
import type { Codec } from './codec';

const ADDRESS = 128;
const UINT16 = 0xffff;

/** An object of the caller's, whose members are then looked at. */
function checkObject<T extends object>(name: string, value: T): T {
  if (typeof value !== 'object' || value === null) throw wrongType(name, 'of type object', value);
  return value;
}

export const multicastInterface: Codec<string, string | Mreqn> = {
  room: 4,
  least: 4,
  read: (view) => readIpv4(view, 0),
  write(name, value) {
    if (typeof value !== 'string') return bytesOf(structs.ipMreqn, name, value);
    const view = new DataView(new ArrayBuffer(4));
    writeIpv4(view, 0, name, value);
    return view;
  },
};

export const mreqn = setOnly<Mreq | Mreqn>((name, value) =>
  bytesOf<Mreq | Mreqn>('interface' in checkObject(name, value) ? structs.ipMreq : structs.ipMreqn, name, value),
);

export const msfilter = setOnly<Msfilter>((name, value) => {
  const list = checkList(`${name}.slist`, checkObject(name, value).slist);
  const head = bytesOf(structs.ipMsfilter, name, { ...value, numsrc: list.length });
  const view = new DataView(new ArrayBuffer(16 + 4 * list.length));
  new Uint8Array(view.buffer).set(head.subarray(0, 16));
  list.forEach((item, index) => writeIpv4(view, 16 + 4 * index, `${name}.slist[${index}]`, item));
  return view;
});

/** The lower bound is in the lower half of an int. */
export const portRange: Codec<PortRange> = {
  room: 4,
  least: 4,
  read: (view) => ({ low: view.getUint32(0, LITTLE) & UINT16, high: view.getUint32(0, LITTLE) >>> 16 }),
  write(name, value) {
    const { low, high } = checkObject(name, value);
    return Int32Array.of(checkUint(`${name}.low`, low, UINT16) | (checkUint(`${name}.high`, high, UINT16) << 16));
  },
};

export const groupReq = setOnly<GroupReq>((name, value) => {
  const { group } = checkObject(name, value);
  return bytesOf(structs.groupReq, name, { interface: value.interface, group: writeAddress(`${name}.group`, group) });
});

export const groupSourceReq = setOnly<GroupSourceReq>((name, value) => {
  const { group, source } = checkObject(name, value);
  const bytes = { group: writeAddress(`${name}.group`, group), source: writeAddress(`${name}.source`, source) };
  return bytesOf(structs.groupSourceReq, name, { interface: value.interface, ...bytes });
});

export const groupFilter = setOnly<GroupFilter>((name, value) => {
  const list = checkList(`${name}.slist`, checkObject(name, value).slist);
  const numbers = { interface: value.interface, fmode: value.fmode, numsrc: list.length };
  const head = bytesOf(structs.groupFilter, name, { ...numbers, group: writeAddress(`${name}.group`, value.group) });
  const bytes = new Uint8Array(144 + ADDRESS * list.length);
  bytes.set(head.subarray(0, 144));
  list.forEach((item, index) => bytes.set(writeAddress(`${name}.slist[${index}]`, item), 144 + ADDRESS * index));
  return bytes;
});

export const mtuinfo: Codec<Mtuinfo> = {
  room: structs.ip6Mtuinfo.size,
  least: structs.ip6Mtuinfo.size,
  read(view) {
    const { address, mtu } = structs.ip6Mtuinfo.read(view, 0);
    return { address: readAddress(address), mtu };
  },
  write: readOnly,
};

export const md5sig = setOnly<Md5sig>((name, value) => {
  const { address, key, flags = 0, prefixlen = 0, ifindex = 0 } = checkObject(name, value);
  if (!types.isUint8Array(key)) throw wrongType(`${name}.key`, 'an instance of Uint8Array', key);
  const fields = { addr: writeAddress(`${name}.address`, address), key, keylen: key.length, flags, prefixlen, ifindex };
  return bytesOf(structs.tcpMd5sig, name, fields);
});

export const repairOptions = setOnly<readonly RepairOption[]>((name, value) => {
  const { size } = structs.tcpRepairOpt;
  const list = checkList(name, value);
  const view = new DataView(new ArrayBuffer(size * list.length));
  list.forEach((item, index) => structs.tcpRepairOpt.write(view, size * index, `${name}[${index}]`, item));
  return view;
});
