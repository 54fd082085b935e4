import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { IF_NAMESIZE, if_indextoname, if_nameindex, if_nametoindex } from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

describe('if_nametoindex, if_indextoname, if_nameindex', () => {
  it('agree with each other about every interface, in every door', () => {
    const interfaces = if_nameindex();
    assert.ok(interfaces.length > 0);
    for (const { index, name } of interfaces) {
      const room = Buffer.alloc(IF_NAMESIZE, 0xee);
      assert.equal(if_nametoindex(name), index);
      assert.equal(raw.if_nametoindex(name), index);
      assert.deepEqual(result.if_nametoindex(name), { ok: true, value: index });
      assert.equal(if_indextoname(index), name);
      assert.deepEqual(result.if_indextoname(index), { ok: true, value: name });
      assert.equal(raw.if_indextoname(index, room), Buffer.byteLength(name));
      assert.equal(room.toString('utf8', 0, room.indexOf(0)), name);
    }
    const out: raw.InterfacesOut = {};
    assert.equal(raw.if_nameindex(out), 0);
    assert.deepEqual(out, { interfaces });
    assert.deepEqual(result.if_nameindex(), { ok: true, value: interfaces });
  });

  it('know all interfaces that Node knows', () => {
    const names = if_nameindex().map(({ name }) => name);
    for (const name of Object.keys(networkInterfaces())) assert.ok(names.includes(name), name);
  });

  it('write no byte beside the name', () => {
    const { index, name } = if_nameindex()[0]!;
    const memory = Buffer.alloc(IF_NAMESIZE + 64, 0xee);
    raw.if_indextoname(index, memory.subarray(32, 32 + IF_NAMESIZE + 8));
    assert.ok(memory.subarray(0, 32).every((byte) => byte === 0xee));
    assert.ok(memory.subarray(32 + IF_NAMESIZE).every((byte) => byte === 0xee));
    assert.equal(memory.toString('utf8', 32, 32 + name.length), name);
  });

  it('refuse what is no name, no index, and too small a buffer', () => {
    assert.throws(() => if_nametoindex(1 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => if_nametoindex('lo\0'), { code: 'ERR_INVALID_ARG_VALUE' });
    assert.throws(() => if_indextoname(-1), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => if_indextoname(2 ** 32), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => raw.if_indextoname(1, new Uint8Array(IF_NAMESIZE - 1)), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => raw.if_indextoname(1, {} as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => raw.if_nameindex(undefined as never), { code: 'ERR_INVALID_ARG_TYPE' });
  });
});
