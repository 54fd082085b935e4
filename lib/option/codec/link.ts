import { types } from 'node:util';
import { checkInt } from '../../core/check';
import { LITTLE } from '../../core/little';
import { wrongType } from '../../core/misuse';
import type { FanoutArgs, PacketMreq, Ring } from '../../core/option/values';
import * as structs from '../structs';
import { bytesOf, eachOf, readOnly, setOnly } from './basic';
import type { Codec } from './codec';

const TPACKET_REQ = 16;

/** Of netlink: bit n of a list of 32-bit numbers is group n + 1. */
export const memberships: Codec<number[]> = {
  room: 1024,
  read: (view) =>
    eachOf(view, 4, (at) => view.getUint32(at, LITTLE)).flatMap((mask, word) =>
      Array.from({ length: 32 }, (_, bit) => bit)
        .filter((bit) => (mask >>> bit) & 1)
        .map((bit) => 32 * word + bit + 1),
    ),
  write: readOnly,
};

export const packetMreq = setOnly<PacketMreq>((name, value) => {
  if (typeof value !== 'object' || value === null) throw wrongType(name, 'of type object', value);
  const { ifindex, type, address } = value;
  if (!types.isUint8Array(address)) throw wrongType(`${name}.address`, 'an instance of Uint8Array', address);
  return bytesOf(structs.packetMreq, name, { ifindex, type, alen: address.length, address });
});

export const ring = setOnly<Ring>((name, value) => {
  if (typeof value !== 'object' || value === null) throw wrongType(name, 'of type object', value);
  const { retireBlkTov, sizeofPriv, featureReqWord } = value;
  const isV3 = [retireBlkTov, sizeofPriv, featureReqWord].some((member) => member !== undefined);
  const all = bytesOf(structs.tpacketReq, name, isV3 ? value : { ...value, ...NOT_V3 });
  return isV3 ? all : all.subarray(0, TPACKET_REQ);
});

const NOT_V3 = { retireBlkTov: 0, sizeofPriv: 0, featureReqWord: 0 };

export const fanout: Codec<number, number | FanoutArgs> = {
  room: 4,
  least: 4,
  read: (view) => view.getInt32(0, LITTLE),
  write(name, value) {
    if (typeof value === 'number') return Int32Array.of(checkInt(name, value));
    return bytesOf(structs.fanoutArgs, name, value);
  },
};
