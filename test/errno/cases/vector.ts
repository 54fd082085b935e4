import { closeSync, openSync } from 'node:fs';
import { asFd } from '../../../lib';
import { directory, file, streamPair } from '../arrange';
import type { ErrnoCase } from '../case';
import { receiving, sending } from './transfer';

/** A case of read or write, for a call that has arrays of buffers. */
function inArray(each: ErrnoCase): ErrnoCase {
  return {
    ...each,
    arrange(defer) {
      const args = each.arrange(defer);
      return 'skip' in args ? args : [args[0], [args[1]]];
    },
  };
}

/** One more than IOV_MAX on Linux and macOS. */
const tooMany = Array.from({ length: 1025 }, () => new Uint8Array(1));

export const vectorCases: readonly ErrnoCase[] = [
  ...receiving('readv').map(inArray),
  ...sending('writev').map(inArray),
  {
    call: 'readv',
    when: 'there are too many buffers',
    code: 'EINVAL',
    arrange: (defer) => [streamPair(defer)[0], tooMany],
  },
  {
    call: 'writev',
    when: 'there are too many buffers',
    code: 'EINVAL',
    arrange: (defer) => [streamPair(defer)[0], tooMany],
  },
  {
    call: 'readv',
    when: 'the descriptor is a directory',
    code: 'EISDIR',
    arrange(defer) {
      const fd = openSync(directory(defer), 'r');
      defer(() => closeSync(fd));
      return [asFd(fd), [new Uint8Array(1)]];
    },
  },
  {
    call: 'writev',
    when: 'the file is open for reading',
    code: 'EBADF',
    arrange: (defer) => [file(defer), [new Uint8Array(1)]],
  },
];
