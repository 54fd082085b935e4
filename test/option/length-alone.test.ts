import assert from 'node:assert/strict';
import { AF_INET, ALG_SET_AEAD_AUTHSIZE, SOCK_STREAM, SOL_ALG, close, setsockopt, socket } from '../../lib';
import { codecs } from '../../lib/option/codecs';

// The kernel here may lack AF_ALG, so this is what it would be given.
describe('a value that is a length alone', () => {
  const { write } = codecs.lengthAlone;

  it('is as long as the number says', () => {
    assert.deepEqual(
      [0, 16, 0xffff].map((length) => write('value', length).byteLength),
      [0, 16, 0xffff],
    );
  });

  it('is no other number, and reaches the kernel as such', () => {
    for (const length of [-1, 1.5, NaN, 0x10000]) {
      assert.throws(() => write('value', length), { code: 'ERR_OUT_OF_RANGE' });
    }
    assert.throws(() => write('value', '16' as never), { code: 'ERR_INVALID_ARG_TYPE' });
    const fd = socket(AF_INET, SOCK_STREAM);
    try {
      assert.throws(() => setsockopt(fd, SOL_ALG, ALG_SET_AEAD_AUTHSIZE, 16), { code: 'ENOPROTOOPT' });
      assert.throws(() => setsockopt(fd, SOL_ALG, ALG_SET_AEAD_AUTHSIZE, -1), { code: 'ERR_OUT_OF_RANGE' });
    } finally {
      close(fd);
    }
  });
});
