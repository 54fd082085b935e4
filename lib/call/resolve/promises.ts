import { addressBytes, failedAddress } from '../../address/argument';
import type { Sockaddr } from '../../address/sockaddr';
import { MISUSE } from '../../core/answer';
import type { Address } from '../../core/address';
import { checkInt } from '../../core/check';
import { EAI_SYSTEM } from '../../core/constant';
import type { Family } from '../../core/fd';
import { answer, setInts } from '../../core/frame';
import { misuse } from '../../core/misuse';
import { native } from '../../core/native';
import { optionalCText } from '../../core/text';
import { type WaitOptions, checkOptions } from '../../reactor/options';
import { inPool } from '../../reactor/pool';
import { rejected } from '../../reactor/turn';
import { type AddressInfo, type Hints, type NameInfo, type Resolved, addressInfos, checkHints } from './answer';
import { failLookup } from './gate';

/**
 * `getaddrinfo(node, service, hints, res)`: looks up how a host and a service are reached, on a thread of libuv's pool.
 *
 * What it gives is what the throwing door's gives. The C library cannot be stopped: after `signal` or `timeout` the look-up
 * runs on to its end, keeps its thread of the pool (of which there are four, unless UV_THREADPOOL_SIZE says otherwise)
 * and with it the process.
 * @param node a host's name, or an address in digits; null for this machine.
 * @param service a service's name, or a port in digits; null leaves the ports 0.
 * @param hints what is wanted: flags, family, socktype, protocol.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns the addresses, at least one.
 * @throws {ResolveError} EAI_NONAME, EAI_AGAIN, EAI_SERVICE and others: codes of its own, no errnos.
 * @see getaddrinfo(3), https://man7.org/linux/man-pages/man3/getaddrinfo.3.html
 */
export function getaddrinfo<F extends Family = Family>(
  node: string | null,
  service: string | null = null,
  hints?: Hints<F> | null,
  options?: WaitOptions,
): Promise<AddressInfo<Resolved<F>>[]> {
  try {
    const limits = checkOptions(options);
    const host = optionalCText('node', node);
    const port = optionalCText('service', service);
    const hinted = checkHints(hints);
    const { flags, family, socktype, protocol } = hinted ?? checkHints({})!;
    return inPool(
      'getaddrinfo',
      limits,
      (give) => {
        setInts(flags, family, socktype, protocol);
        native.lookUpAddresses(host, port, give, hinted);
        if (answer() <= MISUSE) throw misuse(answer(), 'node', node);
      },
      (code, errno, list) => {
        if (code !== 0) failLookup('getaddrinfo', code, { host: node, service, systemErrno: behind(code, errno) });
        return addressInfos(list) as unknown as AddressInfo<Resolved<F>>[];
      },
    );
  } catch (error) {
    return rejected(error);
  }
}

/**
 * `getnameinfo(address, addrlen, host, hostlen, service, servicelen, flags)`: looks up the names of an address and its
 * port, on a thread of libuv's pool. Like getaddrinfo, the look-up itself cannot be stopped.
 * @param address of the family inet or inet6; the C library of Linux takes unix addresses too.
 * @param flags NI_* constants, or-ed.
 * @param options `{ signal, timeout }`: what ends the wait.
 * @returns host and service; in digits where there is no name.
 * @throws {ResolveError} EAI_NONAME with NI_NAMEREQD, EAI_AGAIN, EAI_FAMILY and others: codes of its own, no errnos.
 * @see getnameinfo(3), https://man7.org/linux/man-pages/man3/getnameinfo.3.html
 */
export function getnameinfo(address: Address | Sockaddr, flags = 0, options?: WaitOptions): Promise<NameInfo> {
  try {
    const limits = checkOptions(options);
    checkInt('flags', flags);
    const bytes = addressBytes(address).slice();
    const given = failedAddress(address);
    return inPool(
      'getnameinfo',
      limits,
      (give) => {
        setInts(flags);
        native.lookUpName(bytes, give);
        if (answer() <= MISUSE) throw misuse(answer(), 'address', address);
      },
      (code, errno, [host, service]) => {
        if (code !== 0) failLookup('getnameinfo', code, { address: given, systemErrno: behind(code, errno) });
        return { host: host as string, service: service as string };
      },
    );
  } catch (error) {
    return rejected(error);
  }
}

/** The errno, if the code refers to it. */
function behind(code: number, errno: number): number {
  return code === EAI_SYSTEM ? -errno : 0;
}
