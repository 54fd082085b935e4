import { IF_NAMESIZE } from '../../core/constant';
import { fail } from '../gate';
import type { NetworkInterface } from './interface';
import * as raw from './raw';

const room = Buffer.alloc(IF_NAMESIZE);

/**
 * `if_nametoindex(ifname)`: the index of a network interface, which is what an IPv6 scope and many options want.
 * @param name of an interface: `lo`, `eth0`.
 * @throws {SyscallError} ENODEV if there is none of that name, EMFILE and others.
 * @see if_nametoindex(3), https://man7.org/linux/man-pages/man3/if_nametoindex.3.html
 */
export function if_nametoindex(name: string): number {
  const result = raw.if_nametoindex(name);
  return result < 0 ? fail('if_nametoindex', result) : result;
}

/**
 * `if_indextoname(ifindex, ifname)`: the name of a network interface.
 * @param index of an interface; an unsigned int, and 0 is none.
 * @throws {SyscallError} ENXIO if there is none of that index, EMFILE and others.
 * @see if_indextoname(3), https://man7.org/linux/man-pages/man3/if_indextoname.3.html
 */
export function if_indextoname(index: number): string {
  const result = raw.if_indextoname(index, room);
  return result < 0 ? fail('if_indextoname', result) : room.toString('utf8', 0, result);
}

/**
 * `if_nameindex()`: the network interfaces that there are in this network namespace, up or down, in the order in which
 * the kernel tells them.
 * @throws {SyscallError} EMFILE, ENOBUFS and others.
 * @see if_nameindex(3), https://man7.org/linux/man-pages/man3/if_nameindex.3.html
 */
export function if_nameindex(): NetworkInterface[] {
  const out: raw.InterfacesOut = {};
  const result = raw.if_nameindex(out);
  return result < 0 ? fail('if_nameindex', result) : out.interfaces!;
}
