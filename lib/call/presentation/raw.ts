import { type Bytes, viewOf } from '../../core/bytes';
import { checkInt } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse, outOfRange } from '../../core/misuse';
import { native } from '../../core/native';
import { cText } from '../../core/text';
import { addressSize } from './size';

/**
 * `inet_pton(af, src, dst)`: reads an address that is written in digits. No system call is made.
 * @param address receives 4 bytes for AF_INET, 16 for AF_INET6.
 * @returns 1, or 0 if the text is no address of that family, or -errno.
 */
export function inet_pton(family: number, text: string, address: Bytes): number {
  checkInt('family', family);
  const source = cText('text', text);
  checkSize(family, address);
  setInts(family);
  native.inet_pton(source, address);
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'address', address);
  return result;
}

/**
 * `inet_ntop(af, src, dst, size)`: writes an address in digits. No system call is made.
 * @param address 4 bytes for AF_INET, 16 for AF_INET6; what comes after them is not looked at.
 * @param text receives the digits with a NUL after them, as ASCII; INET6_ADDRSTRLEN bytes suffice.
 * @returns the length of the text without its NUL, or -errno: ENOSPC if it does not fit.
 */
export function inet_ntop(family: number, address: Bytes, text: Bytes): number {
  checkInt('family', family);
  checkSize(family, address);
  viewOf('text', text);
  setInts(family);
  native.inet_ntop(address, text);
  const result = answer();
  if (result <= MISUSE) throw misuse(result, 'address', address);
  return result;
}

function checkSize(family: number, address: Bytes): void {
  const { byteLength } = viewOf('address', address);
  const size = addressSize(family);
  if (byteLength < size) throw outOfRange('address', `at least ${size} bytes long`, byteLength);
}
