import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Sockaddr, inet, inet6 } from '../../lib/raw';
import { readIpv4, readIpv6, writeIpv4, writeIpv6 } from '../../lib/option/text';
import { check } from '../hostile/check';

/** Addresses as the C library has them, for it is who bind() and connect() ask. */
function theirs(text: string): { readonly bytes: Uint8Array; readonly text: string } {
  const sockaddr = new Sockaddr(text.includes(':') ? inet6(text, 0) : inet(text, 0));
  const { address } = sockaddr.decode() as { address: string };
  const at = text.includes(':') ? 16 : 12;
  return { bytes: sockaddr.bytes.slice(at, at + (text.includes(':') ? 16 : 4)), text: address };
}

const zeros = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), { minLength: 8, maxLength: 8 });

describe('addresses in the values of options', () => {
  it('of IPv6 are read and written as the C library does it', () => {
    const groups = fc.oneof(
      zeros,
      zeros.map((all) => [0, 0, 0, 0, 0, 0xffff, ...all.slice(6)]),
      zeros.map((all) => [0, 0, 0, 0, 0, 0, ...all.slice(6)]),
    );
    check(
      fc.property(groups, (all) => {
        const view = new DataView(new ArrayBuffer(18));
        all.forEach((group, index) => view.setUint16(2 + 2 * index, group));
        const text = readIpv6(view, 2);
        const expected = theirs(all.map((group) => group.toString(16)).join(':'));
        assert.equal(text, expected.text);
        const back = new DataView(new ArrayBuffer(18));
        writeIpv6(back, 2, 'x', text);
        assert.deepEqual(new Uint8Array(back.buffer, 2), expected.bytes);
      }),
      1000,
    );
    for (const text of [
      '::',
      '::1',
      '1::',
      '1:2:3:4:5:6:7::',
      '::2:3:4:5:6:7:8',
      '::ffff:1.2.3.4',
      '1:2:3:4:5:6:1.2.3.4',
      'FE80::A',
    ]) {
      const view = new DataView(new ArrayBuffer(16));
      writeIpv6(view, 0, 'x', text);
      assert.deepEqual(new Uint8Array(view.buffer), theirs(text).bytes, text);
    }
  });

  it('of IPv4 are four numbers', () => {
    const view = new DataView(new ArrayBuffer(4));
    writeIpv4(view, 0, 'x', '239.1.0.255');
    assert.deepEqual(new Uint8Array(view.buffer), Uint8Array.of(239, 1, 0, 255));
    assert.equal(readIpv4(view, 0), '239.1.0.255');
  });

  it('that are none are refused', () => {
    const view = new DataView(new ArrayBuffer(16));
    const refused = { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE' };
    for (const text of [
      '',
      '1',
      '1.2.3',
      '1.2.3.256',
      '01.2.3.4',
      '1.2.3.4.5',
      '1.2.3.4 ',
      'localhost',
      '::1',
      '1.2.3.-4',
    ]) {
      assert.throws(() => writeIpv4(view, 0, 'x', text), refused, text);
    }
    for (const text of ['', '1', '::1%lo', '1::2::3', ':::', '1.2.3.4', '12345::', 'lo', '::1 ']) {
      assert.throws(() => writeIpv6(view, 0, 'x', text), refused, text);
    }
    assert.throws(() => writeIpv4(view, 0, 'x', 1), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => writeIpv6(view, 0, 'x', undefined), { code: 'ERR_INVALID_ARG_TYPE' });
  });
});
