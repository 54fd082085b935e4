import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_INET6,
  AF_NETLINK,
  AF_UNIX,
  SOCK_RAW,
  SOCK_STREAM,
  Sockaddr,
  close,
  getsockname,
  socket,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

describe('getsockname of a socket without a name', () => {
  it('gives the wildcard, or no name', () => {
    for (const [domain, address] of [
      [AF_INET, { family: 'inet', address: '0.0.0.0', port: 0 }],
      [AF_INET6, { family: 'inet6', address: '::', port: 0, scopeId: 0, flowInfo: 0 }],
      [AF_UNIX, { family: 'unix' }],
    ] as const) {
      const fd = socket(domain as number, SOCK_STREAM);
      const out = new Sockaddr();
      assert.deepEqual(getsockname(fd), address);
      assert.deepEqual(result.getsockname(fd), { ok: true, value: address });
      assert.equal(raw.getsockname(fd, out), 0);
      assert.deepEqual(out.decode(), address);
      close(fd);
    }
  });

  it('gives a netlink address of zeros, which is the kernel', function () {
    if (AF_NETLINK === undefined) return this.skip();
    const fd = socket(AF_NETLINK, SOCK_RAW);
    const address = getsockname(fd);
    close(fd);
    assert.deepEqual(address, { family: 'netlink', pid: 0, groups: 0 });
  });

  it('leaves a Sockaddr as it was when the call fails', () => {
    const out = new Sockaddr({ family: 'inet', address: '10.1.2.3', port: 4 });
    assert.equal(raw.getsockname(-1, out), -raw.EBADF);
    assert.equal(out.toString(), '10.1.2.3:4');
  });
});
