import assert from 'node:assert/strict';
import { readlinkSync } from 'node:fs';
import { AF_INET, SOCK_STREAM, close, socket } from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

// Not for several threads at once: a number that was given back may be another thread's a moment later.
describe('close', () => {
  it('gives the number back, once', () => {
    const fd = socket(AF_INET, SOCK_STREAM);
    close(fd);
    assert.throws(() => readlinkSync(`/proc/self/fd/${fd}`), { code: 'ENOENT' });
    assert.throws(() => close(fd), { code: 'EBADF', syscall: 'close', fd: Number(fd) });
    assert.equal(raw.close(fd), -raw.EBADF);
    const outcome = result.close(fd);
    assert.ok(!outcome.ok && outcome.code === 'EBADF' && outcome.fd === fd);
  });
});
