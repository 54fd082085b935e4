import { types } from 'node:util';
import { checkInt } from '../../core/check';
import { tellClosing } from '../../core/closing';
import { answer, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { misuse, outOfRange, wrongType } from '../../core/misuse';
import { native } from '../../core/native';

/**
 * `socket(domain, type, protocol)`: makes a socket. The descriptor stays open on exec unless SOCK_CLOEXEC is given.
 * @returns the descriptor, or -errno.
 */
export function socket(domain: number, type: number, protocol = 0): number {
  setInts(checkInt('domain', domain), checkInt('type', type), checkInt('protocol', protocol));
  native.socket();
  return answer();
}

/**
 * `socketpair(domain, type, protocol, sv)`: makes two sockets that are connected to each other.
 * @param sv receives the two descriptors, as in C.
 * @returns 0, or -errno.
 */
export function socketpair(domain: number, type: number, protocol = 0, sv: Int32Array): number {
  setInts(checkInt('domain', domain), checkInt('type', type), checkInt('protocol', protocol));
  if (!types.isInt32Array(sv)) throw wrongType('sv', 'an instance of Int32Array', sv);
  native.socketpair(sv);
  const result = answer();
  if (result > MISUSE) return result;
  throw sv.length < 2 ? outOfRange('sv.length', '>= 2', sv.length) : misuse(result, 'sv', sv);
}

/**
 * `shutdown(fd, how)`: ends one direction of a connection, or both.
 * @returns 0, or -errno.
 */
export function shutdown(fd: number, how: number): number {
  setInts(checkInt('fd', fd), checkInt('how', how));
  native.shutdown();
  return answer();
}

/**
 * `close(fd)`: gives the descriptor back.
 * @returns 0, or -errno.
 */
export function close(fd: number): number {
  checkInt('fd', fd);
  tellClosing(fd);
  setInts(fd);
  native.close();
  return answer();
}
