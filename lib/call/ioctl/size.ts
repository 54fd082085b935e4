import * as constants from '../../core/constant';

const INTS = [
  constants.FIONREAD,
  constants.FIONBIO,
  constants.FIOASYNC,
  constants.FIOSETOWN,
  constants.FIOGETOWN,
  constants.SIOCSPGRP,
  constants.SIOCGPGRP,
  constants.SIOCATMARK,
  constants.SIOCINQ,
  constants.SIOCOUTQ,
  constants.SIOCOUTQNSD,
  constants.TIOCINQ,
  constants.TIOCOUTQ,
  constants.IOCTL_VM_SOCKETS_GET_LOCAL_CID,
];

/** Those that take a struct ifreq. */
const INTERFACES = [
  constants.SIOCGIFNAME,
  constants.SIOCGIFINDEX,
  constants.SIOCGIFFLAGS,
  constants.SIOCSIFFLAGS,
  constants.SIOCGIFADDR,
  constants.SIOCSIFADDR,
  constants.SIOCGIFDSTADDR,
  constants.SIOCSIFDSTADDR,
  constants.SIOCGIFBRDADDR,
  constants.SIOCSIFBRDADDR,
  constants.SIOCGIFNETMASK,
  constants.SIOCSIFNETMASK,
  constants.SIOCGIFMETRIC,
  constants.SIOCSIFMETRIC,
  constants.SIOCGIFMTU,
  constants.SIOCSIFMTU,
  constants.SIOCGIFHWADDR,
  constants.SIOCSIFHWADDR,
  constants.SIOCGIFTXQLEN,
  constants.SIOCSIFTXQLEN,
  constants.SIOCSIFNAME,
  constants.SIOCADDMULTI,
  constants.SIOCDELMULTI,
];

const INT_SIZE = 4;
/** A struct timeval or timespec of 64-bit Linux. */
const TIME_SIZE = 16;

/** Whether struct ifreq is laid out as lib/call/ioctl/request.ts takes it to be. */
export const HAS_IFREQ = process.platform === 'linux' && !/^(arm|ia32|mips|mipsel|ppc)$/.test(process.arch);
const IFREQ_SIZE = 40;

/** Requests whose number does not tell how many bytes they need. */
const sizes = new Map<number, number>();
need(INT_SIZE, INTS);
if (HAS_IFREQ) {
  need(IFREQ_SIZE, INTERFACES);
  need(TIME_SIZE, [constants.SIOCGSTAMP, constants.SIOCGSTAMPNS]);
}

function need(size: number, requests: readonly (number | undefined)[]): void {
  // What the platform lacks is no request.
  for (const request of requests) if (request !== undefined) sizes.set(request | 0, size);
}

/** Which bits of a request are its argument's size, where one is told: 14 on most Linux, 13 elsewhere. */
const SIZE_BITS = process.platform === 'linux' && !/^(mips|ppc)/.test(process.arch) ? 0x3fff : 0x1fff;

/** How many bytes a request is known to need, by its 32 bits; 0 if that is not known. */
export function leastSize(request: number): number {
  // The two highest bits say that the kernel reads or writes an argument.
  if (request >>> 30 !== 0) return (request >>> 16) & SIZE_BITS;
  return sizes.get(request) ?? 0;
}
