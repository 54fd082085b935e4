import { type Bytes, viewOf } from '../../core/bytes';
import { checkInt, isSize, notSize } from '../../core/check';
import { outOfRange } from '../../core/misuse';

/** Looks at the arguments of a call that will be made later, when the same is looked at again. */
export function checkTransfer(fd: number, bytes: Bytes, offset: number, length: number | undefined): void {
  checkInt('fd', fd);
  if (!isSize(offset)) throw notSize('offset', offset);
  if (length !== undefined && !isSize(length)) throw notSize('length', length);
  const size = viewOf('buffer', bytes).byteLength;
  if (offset > size) throw outOfRange('offset', `>= 0 && <= ${size}`, offset);
  if (length !== undefined && length > size - offset) throw outOfRange('length', `>= 0 && <= ${size - offset}`, length);
}
