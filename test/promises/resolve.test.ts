import assert from 'node:assert/strict';
import * as throwing from '../../lib';
import { AI_NUMERICHOST, NI_NUMERICHOST, NI_NUMERICSERV, SOCK_STREAM, inet, unix } from '../../lib';
import { getaddrinfo, getnameinfo } from '../../lib/promises';

describe('promises: getaddrinfo, getnameinfo', () => {
  it('give what the throwing door gives', async () => {
    const hints = { socktype: SOCK_STREAM };
    for (const [node, service] of [
      ['127.0.0.1', '80'],
      [null, '80'],
      ['localhost', null],
    ] as const) {
      assert.deepEqual(await getaddrinfo(node, service, hints), throwing.getaddrinfo(node, service, hints));
    }
    const address = inet('127.0.0.1', 80);
    const flags = NI_NUMERICHOST | NI_NUMERICSERV;
    assert.deepEqual(await getnameinfo(address, flags), { host: '127.0.0.1', service: '80' });
    assert.deepEqual(await getnameinfo(address), throwing.getnameinfo(address));
  });

  it('fail as it fails', async () => {
    const hints = { flags: AI_NUMERICHOST };
    await assert.rejects(getaddrinfo('nobody', '80', hints), (error) => {
      assert.throws(() => throwing.getaddrinfo('nobody', '80', hints), error as Error);
      return throwing.isResolveError(error, 'getaddrinfo') && error.code === 'EAI_NONAME';
    });
    await assert.rejects(getnameinfo(inet('127.0.0.1', 80), -1), { code: 'EAI_BADFLAGS', syscall: 'getnameinfo' });
  });

  it('misuse is rejected', async () => {
    await assert.rejects(getaddrinfo(1 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    await assert.rejects(getaddrinfo('a\0b'), { code: 'ERR_INVALID_ARG_VALUE' });
    await assert.rejects(getaddrinfo('a', null, { flags: 'x' } as never), { code: 'ERR_INVALID_ARG_TYPE' });
    await assert.rejects(getnameinfo(null as never), { code: 'ERR_INVALID_ARG_TYPE' });
    await assert.rejects(getnameinfo(unix('/x'), 0.5), { code: 'ERR_OUT_OF_RANGE' });
  });

  it('many at once', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, (_, i) => getaddrinfo(`127.0.0.${i + 1}`, '1')));
    assert.deepEqual(
      all.map(([first]) => first!.address.address),
      all.map((_, i) => `127.0.0.${i + 1}`),
    );
  });
});
