import assert from 'node:assert/strict';
import { type ControlMessage, decodeControl, encodeControl } from '../../lib';

function refuses(message: unknown, code: string, about: string): void {
  assert.throws(
    () => encodeControl([message as ControlMessage]),
    (error: NodeJS.ErrnoException) => {
      assert.equal(error.code, code, error.message);
      assert.ok(error.message.includes(about), error.message);
      return error instanceof (code === 'ERR_OUT_OF_RANGE' ? RangeError : TypeError);
    },
  );
}

const TYPE = 'ERR_INVALID_ARG_TYPE';
const VALUE = 'ERR_INVALID_ARG_VALUE';
const RANGE = 'ERR_OUT_OF_RANGE';

describe('encodeControl', () => {
  it('gives no bytes for no messages, and places each after the one before it', () => {
    assert.equal(encodeControl([]).length, 0);
    const messages = [1, 9, 0, 8, 17].map((size, type) => ({
      level: 300,
      type,
      data: new Uint8Array(size).fill(type),
    }));
    const buffer = encodeControl(messages);
    assert.deepEqual(decodeControl(buffer, buffer.length), messages);
  });

  it('refuses what is no message', () => {
    for (const wrong of [undefined, null, 5, 'SCM_RIGHTS', Symbol('s'), () => 1]) refuses(wrong, TYPE, 'control[0]');
    assert.throws(() => encodeControl({} as never), { code: TYPE });
    // eslint-disable-next-line no-sparse-arrays
    assert.throws(() => encodeControl([, { name: 'IP_TTL', ttl: 1 }] as never), { code: TYPE });
    refuses({}, TYPE, 'control[0].level');
    refuses({ level: 1, type: 1 }, TYPE, 'control[0].data');
    refuses({ level: 1, type: 1, data: 'text' }, TYPE, 'control[0].data');
    refuses({ level: 2 ** 31, type: 1, data: new Uint8Array(1) }, RANGE, 'control[0].level');
    refuses({ name: 'IP_TTTL', ttl: 1 }, VALUE, 'control[0].name');
    refuses({ name: 'constructor' }, VALUE, 'control[0].name');
    refuses({ name: 1 }, VALUE, 'control[0].name');
  });

  it('refuses a level or a type that is not that of the name', () => {
    refuses({ name: 'IP_TTL', level: 41, ttl: 1 }, VALUE, 'control[0].level');
    refuses({ name: 'IP_TTL', type: 3, ttl: 1 }, VALUE, 'control[0].type');
    refuses({ name: 'IP_TTL', type: '2', ttl: 1 }, TYPE, 'control[0].type');
  });

  it('refuses fields of the wrong type, and numbers that C cannot hold', () => {
    refuses({ name: 'IP_TTL' }, TYPE, 'control[0].ttl');
    refuses({ name: 'IP_TTL', ttl: 1.5 }, RANGE, 'control[0].ttl');
    refuses({ name: 'IP_TTL', ttl: 2 ** 31 }, RANGE, 'control[0].ttl');
    refuses({ name: 'UDP_SEGMENT', size: 65536 }, RANGE, 'control[0].size');
    refuses({ name: 'UDP_SEGMENT', size: -1 }, RANGE, 'control[0].size');
    refuses({ name: 'SO_MARK', mark: 2 ** 32 }, RANGE, 'control[0].mark');
    refuses({ name: 'TLS_SET_RECORD_TYPE', recordType: 256 }, RANGE, 'control[0].recordType');
    refuses({ name: 'SCM_TXTIME', nanoseconds: 2n ** 64n }, RANGE, 'control[0].nanoseconds');
    refuses({ name: 'SCM_TXTIME', nanoseconds: -1n }, RANGE, 'control[0].nanoseconds');
    refuses({ name: 'SCM_RIGHTS' }, TYPE, 'control[0].fds');
    refuses({ name: 'SCM_RIGHTS', fds: [1, '2'] }, TYPE, 'control[0].fds[1]');
    refuses({ name: 'SCM_RIGHTS', fds: [1, NaN] }, RANGE, 'control[0].fds[1]');
    refuses({ name: 'SCM_CREDENTIALS', pid: 1, uid: -1, gid: 0 }, RANGE, 'control[0].uid');
    refuses({ name: 'SCM_CREDENTIALS', pid: 1, uid: 1 }, TYPE, 'control[0].gid');
    refuses({ name: 'IP_PKTINFO', specDst: 'localhost' }, VALUE, 'control[0].specDst');
    refuses({ name: 'IP_PKTINFO', specDst: 5 }, TYPE, 'control[0].specDst');
    refuses({ name: 'IPV6_PKTINFO', addr: '127.0.0.1' }, VALUE, 'control[0].addr');
    refuses({ name: 'IPV6_DONTFRAG', dontFragment: 1 }, TYPE, 'control[0].dontFragment');
    refuses({ name: 'IPV6_RTHDR', header: [1] }, TYPE, 'control[0].header');
    refuses({ name: 'IP_RECVERR', error: 1 }, TYPE, 'control[0].error');
    refuses({ name: 'IP_ORIGDSTADDR', address: { family: 'inet6' } }, VALUE, 'control[0].address');
    refuses({ name: 'SCM_TIMESTAMP', time: { seconds: 1 } }, TYPE, 'control[0].time.microseconds');
  });

  it('reads each message before the next: a getter that detaches does no harm', () => {
    const data = new Uint8Array(32).fill(7);
    const sly = {
      level: 300,
      type: 2,
      get data(): Uint8Array {
        structuredClone(data.buffer, { transfer: [data.buffer] });
        return new Uint8Array(1);
      },
    };
    const buffer = encodeControl([{ level: 300, type: 1, data }, sly]);
    const [first] = decodeControl(buffer, buffer.length);
    assert.deepEqual(first, { level: 300, type: 1, data: new Uint8Array(32).fill(7) });
    refuses({ level: 300, type: 1, data }, VALUE, 'control[0].data');
  });
});

describe('decodeControl', () => {
  it('refuses a length that the buffer has not', () => {
    for (const length of [-1, 1.5, NaN, 65, 2 ** 53]) {
      assert.throws(() => decodeControl(new Uint8Array(64), length), { code: RANGE });
    }
    assert.throws(() => decodeControl(new Uint8Array(64), '1' as never), { code: TYPE });
    assert.throws(() => decodeControl('text' as never, 1), { code: TYPE });
  });

  it('shares nothing with the buffer, also where that is a Buffer', () => {
    const bytes = encodeControl([{ level: 300, type: 1, data: Uint8Array.of(1, 2, 3) }]);
    const buffer = Buffer.from(bytes);
    const [message] = decodeControl(buffer, buffer.length);
    buffer.fill(0);
    assert.deepEqual(message, { level: 300, type: 1, data: Uint8Array.of(1, 2, 3) });
  });
});
