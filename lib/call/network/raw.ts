import { type Bytes, viewOf } from '../../core/bytes';
import { checkUint } from '../../core/check';
import { IF_NAMESIZE } from '../../core/constant';
import { answer, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse, outOfRange } from '../../core/misuse';
import { native } from '../../core/native';
import { checkOut, cText } from '../../core/text';
import { type NetworkInterface, interfaces } from './interface';

const UINT32 = 0xffffffff;

/** Where if_nameindex() of the raw door writes to. */
export interface InterfacesOut {
  interfaces?: NetworkInterface[];
}

/**
 * `if_nametoindex(ifname)`: the index of a network interface.
 * @returns the index, or -errno.
 */
export function if_nametoindex(name: string): number {
  const text = cText('name', name);
  native.if_nametoindex(text);
  return answer();
}

/**
 * `if_indextoname(ifindex, ifname)`: the name of a network interface.
 * @param name receives the name, in at least IF_NAMESIZE bytes, with a NUL after it.
 * @returns the length of the name, or -errno.
 */
export function if_indextoname(index: number, name: Bytes): number {
  checkUint('index', index, UINT32);
  const { byteLength } = viewOf('name', name);
  if (byteLength < IF_NAMESIZE) throw outOfRange('name', `at least ${IF_NAMESIZE} bytes long`, byteLength);
  setInts(index | 0);
  native.if_indextoname(name);
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'name', name);
  return result;
}

/**
 * `if_nameindex()`: the network interfaces that there are.
 * @param out receives them.
 * @returns 0, or -errno.
 */
export function if_nameindex(out: InterfacesOut): number {
  checkOut('out', out);
  const list: unknown[] = [];
  native.if_nameindex(list);
  const result = answer();
  if (result === 0) out.interfaces = interfaces(list);
  return result;
}
