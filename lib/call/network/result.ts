import { IF_NAMESIZE } from '../../core/constant';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import type { NetworkInterface } from './interface';
import * as raw from './raw';

const room = Buffer.alloc(IF_NAMESIZE);

/** `if_nametoindex(ifname)`: the index of a network interface. */
export function if_nametoindex(name: string): Result<number, 'if_nametoindex'> {
  const result = raw.if_nametoindex(name);
  return result < 0 ? failure('if_nametoindex', result) : success(result);
}

/** `if_indextoname(ifindex, ifname)`: the name of a network interface. */
export function if_indextoname(index: number): Result<string, 'if_indextoname'> {
  const result = raw.if_indextoname(index, room);
  return result < 0 ? failure('if_indextoname', result) : success(room.toString('utf8', 0, result));
}

/** `if_nameindex()`: the network interfaces that there are. */
export function if_nameindex(): Result<NetworkInterface[], 'if_nameindex'> {
  const out: raw.InterfacesOut = {};
  const result = raw.if_nameindex(out);
  return result < 0 ? failure('if_nameindex', result) : success(out.interfaces!);
}
