import { addressBytes } from '../../address/argument';
import type { Sockaddr } from '../../address/sockaddr';
import type { Address } from '../../core/address';
import { checkInt } from '../../core/check';
import { EAI_SYSTEM } from '../../core/constant';
import { answer, intAt, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse } from '../../core/misuse';
import { native } from '../../core/native';
import { checkOut, optionalCText } from '../../core/text';
import { type AddressInfoOut, type Hints, type NameInfoOut, NO_HINTS, addressInfos, checkHints } from './answer';

/**
 * `getaddrinfo(node, service, hints, res)`: looks the addresses of a host and a service up. It blocks.
 * @param out receives the addresses; for EAI_SYSTEM also -errno.
 * @returns 0, or an EAI_ constant as C has it. This is not -errno: `eaiName` names it, and it is negative on Linux but
 * positive on macOS, so it is compared with 0.
 */
export function getaddrinfo(
  node: string | null,
  service: string | null,
  hints: Hints | null | undefined,
  out: AddressInfoOut,
): number {
  const host = optionalCText('node', node);
  const port = optionalCText('service', service);
  const hinted = checkHints(hints);
  checkOut('out', out);
  const { flags, family, socktype, protocol } = hinted ?? NO_HINTS;
  const list: unknown[] = [];
  setInts(flags, family, socktype, protocol);
  native.getaddrinfo(host, port, list, hinted);
  const code = answer();
  const errno = systemErrno(code);
  if (code <= MISUSE) throw misuse(code, 'node', node);
  if (code === 0) out.addresses = addressInfos(list);
  out.errno = errno;
  return code;
}

/**
 * `getnameinfo(address, addrlen, host, hostlen, service, servicelen, flags)`: looks the names of an address up. It
 * blocks.
 * @param out receives host and service; for EAI_SYSTEM also -errno.
 * @returns 0, or an EAI_ constant as C has it, which is not -errno: see `getaddrinfo`.
 */
export function getnameinfo(address: Address | Sockaddr, flags: number, out: NameInfoOut): number {
  checkOut('out', out);
  const bytes = addressBytes(address);
  const list: unknown[] = [];
  setInts(checkInt('flags', flags));
  native.getnameinfo(bytes, list);
  const code = answer();
  const errno = systemErrno(code);
  if (code <= MISUSE) throw misuse(code, 'address', address);
  if (code === 0) [out.host, out.service] = list as [string, string];
  out.errno = errno;
  return code;
}

/** The errno of the call just made, if its code refers to it. */
function systemErrno(code: number): number {
  return code === EAI_SYSTEM ? -intAt(0) : 0;
}
