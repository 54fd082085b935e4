import { checkInt, checkUint } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { native } from '../../core/native';
import { cText, checkOut, optionalCText } from '../../core/text';
import { type ProtocolOut, type ServiceOut, putProtocol, putService } from './entry';

const UINT16 = 0xffff;

/**
 * `getservbyname(name, proto)`: the service of a name.
 * @param proto null for any.
 * @param out receives the entry.
 * @returns 1, or 0 if there is no such service, or -errno.
 */
export function getservbyname(name: string, proto: string | null | undefined, out: ServiceOut): number {
  const text = cText('name', name);
  const protoText = optionalCText('proto', proto);
  checkOut('out', out);
  const list: unknown[] = [];
  native.getservbyname(text, list, protoText);
  const result = answer();
  putService(out, list);
  return result;
}

/**
 * `getservbyport(port, proto)`: the service of a port.
 * @param port in host byte order, unlike C's.
 * @param proto null for any.
 * @param out receives the entry.
 * @returns 1, or 0 if there is no such service, or -errno.
 */
export function getservbyport(port: number, proto: string | null | undefined, out: ServiceOut): number {
  checkUint('port', port, UINT16);
  const protoText = optionalCText('proto', proto);
  checkOut('out', out);
  const list: unknown[] = [];
  setInts(port);
  native.getservbyport(undefined, list, protoText);
  const result = answer();
  putService(out, list);
  return result;
}

/**
 * `getprotobyname(name)`: the protocol of a name.
 * @param out receives the entry.
 * @returns 1, or 0 if there is no such protocol, or -errno.
 */
export function getprotobyname(name: string, out: ProtocolOut): number {
  const text = cText('name', name);
  checkOut('out', out);
  const list: unknown[] = [];
  native.getprotobyname(text, list);
  const result = answer();
  putProtocol(out, list);
  return result;
}

/**
 * `getprotobynumber(proto)`: the protocol of a number.
 * @param out receives the entry.
 * @returns 1, or 0 if there is no such protocol, or -errno.
 */
export function getprotobynumber(number: number, out: ProtocolOut): number {
  checkInt('number', number);
  checkOut('out', out);
  const list: unknown[] = [];
  setInts(number);
  native.getprotobynumber(undefined, list);
  const result = answer();
  putProtocol(out, list);
  return result;
}
