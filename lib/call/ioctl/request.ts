import * as constants from '../../core/constant';
import { type Bytes, utf8 } from '../../core/bytes';
import { checkInt } from '../../core/check';
import { ifreq } from '../../core/layout/structs';
import { outOfRange, wrongType, wrongValue } from '../../core/misuse';
import { HAS_IFREQ } from './size';

/** What the doors that have types do with a request's argument. */
type Kind =
  | 'nothing'
  | 'givesNumber'
  | 'givesUnsigned'
  | 'givesBoolean'
  | 'takesNumber'
  | 'takesBoolean'
  | 'interfaceNumber'
  | 'interfaceFlags'
  | 'interfaceName';

const kinds = new Map<number | undefined, Kind>([
  [constants.FIOCLEX, 'nothing'],
  [constants.FIONCLEX, 'nothing'],
  [constants.FIONREAD, 'givesNumber'],
  [constants.SIOCINQ, 'givesNumber'],
  [constants.SIOCOUTQ, 'givesNumber'],
  [constants.SIOCOUTQNSD, 'givesNumber'],
  [constants.TIOCINQ, 'givesNumber'],
  [constants.TIOCOUTQ, 'givesNumber'],
  [constants.FIOGETOWN, 'givesNumber'],
  [constants.SIOCGPGRP, 'givesNumber'],
  [constants.IOCTL_VM_SOCKETS_GET_LOCAL_CID, 'givesUnsigned'],
  [constants.SIOCATMARK, 'givesBoolean'],
  [constants.FIOSETOWN, 'takesNumber'],
  [constants.SIOCSPGRP, 'takesNumber'],
  [constants.FIONBIO, 'takesBoolean'],
  [constants.FIOASYNC, 'takesBoolean'],
]);
if (HAS_IFREQ) {
  kinds.set(constants.SIOCGIFINDEX, 'interfaceNumber');
  kinds.set(constants.SIOCGIFMTU, 'interfaceNumber');
  kinds.set(constants.SIOCGIFMETRIC, 'interfaceNumber');
  kinds.set(constants.SIOCGIFTXQLEN, 'interfaceNumber');
  kinds.set(constants.SIOCGIFFLAGS, 'interfaceFlags');
  kinds.set(constants.SIOCGIFNAME, 'interfaceName');
}
// What this platform lacks is no request.
kinds.delete(undefined);

const NAME_SIZE = 16;
const int = new Int32Array(1);
const room = new DataView(new ArrayBuffer(ifreq.size));
const name = new Uint8Array(room.buffer, 0, NAME_SIZE);

/** The bytes for a request's argument, which hold until the next one; `undefined` for a request that has none. */
export function argumentBytes(request: number, argument: unknown): Bytes | undefined {
  if (argument === null) return undefined;
  if (typeof argument === 'object') return argument as Bytes;
  switch (kinds.get(request)) {
    case 'nothing':
    case 'givesNumber':
    case 'givesUnsigned':
    case 'givesBoolean':
      if (argument !== undefined) throw wrongType('argument', 'absent for this request', argument);
      return intOf(0);
    case 'takesNumber':
      return intOf(checkInt('argument', argument));
    case 'takesBoolean':
      if (typeof argument !== 'boolean') throw wrongType('argument', 'of type boolean', argument);
      return intOf(Number(argument));
    case 'interfaceNumber':
    case 'interfaceFlags':
      return interfaceNamed(argument);
    case 'interfaceName':
      name.fill(0);
      ifreq.fields.value.write(room, 0, 'argument', argument);
      return room;
    default:
      throw wrongType('argument', 'an ArrayBufferView, an ArrayBuffer or null for this request', argument);
  }
}

/** What a request answered, in what argumentBytes() gave; what it returned if the argument was the caller's own. */
export function requestAnswer(request: number, argument: unknown, result: number): unknown {
  if (typeof argument === 'object') return result;
  switch (kinds.get(request)) {
    case 'givesNumber':
      return int[0];
    case 'givesUnsigned':
      return int[0]! >>> 0;
    case 'givesBoolean':
      return int[0] !== 0;
    case 'interfaceNumber':
      return ifreq.fields.value.read(room, 0);
    case 'interfaceFlags':
      return ifreq.fields.flags.read(room, 0);
    case 'interfaceName':
      return Buffer.from(name.subarray(0, name.indexOf(0))).toString();
    default:
      return undefined;
  }
}

function intOf(value: number): Int32Array {
  int[0] = value;
  return int;
}

function interfaceNamed(argument: unknown): DataView {
  if (typeof argument !== 'string') throw wrongType('argument', 'of type string', argument);
  if (argument.includes('\0')) throw wrongValue('argument', 'must not contain a NUL, which would end it', argument);
  const bytes = utf8.encode(argument);
  if (bytes.length >= NAME_SIZE) throw outOfRange('argument', `at most ${NAME_SIZE - 1} bytes long`, bytes.length);
  name.fill(0);
  name.set(bytes);
  ifreq.fields.value.write(room, 0, 'argument', 0);
  return room;
}
