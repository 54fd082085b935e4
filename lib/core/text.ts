import { utf8 } from './bytes';
import { wrongType, wrongValue } from './misuse';

/** Text as C reads it: UTF-8, with a NUL at its end and none before. */
export function cText(name: string, value: unknown): Uint8Array {
  if (typeof value !== 'string') throw wrongType(name, 'of type string', value);
  if (value.includes('\0')) throw wrongValue(name, 'must not contain a NUL, which would end it', value);
  return utf8.encode(`${value}\0`);
}

/** The same for text that may be left out, which C has as a null pointer. */
export function optionalCText(name: string, value: unknown): Uint8Array | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'string') throw wrongType(name, 'of type string, or null', value);
  return cText(name, value);
}

/** An object of the caller's, to which the raw door writes what C gives beside its answer. */
export function checkOut(name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) throw wrongType(name, 'of type object', value);
}
