import assert from 'node:assert/strict';
import {
  EAI_NONAME,
  EAI_SYSTEM,
  EMFILE,
  type EaiName,
  ResolveError,
  eaiName,
  explain,
  getaddrinfo,
  inet,
  isResolveError,
  isSyscallError,
} from '../../lib';
import * as throwing from '../../lib';
import { eaiByCall, eaiMeanings } from '../../lib/core/error/eai';
import * as result from '../../lib/result';
import { cases } from './cases';
import { doors } from './doors';

const numbers = throwing as unknown as Record<EaiName, number | undefined>;

describe('EAI_ code of each call', () => {
  for (const door of doors) {
    describe(`in the ${door.name} door`, () => {
      for (const { call, when, code, only, args } of cases) {
        it(`${call}() gives ${code} when ${when}`, function () {
          if (only !== undefined && only !== process.platform) return this.skip();
          assert.deepEqual(door.look({ call, args }), { code, errno: numbers[code] });
          assert.ok(code in eaiByCall[call], `${code} is missing from the table of ${call}()`);
        });
      }
    });
  }
});

describe('the table of EAI_ codes', () => {
  const codes = [...eaiMeanings.keys()] as EaiName[];

  it('names each number of this platform, and none that is no code', () => {
    for (const code of codes) if (numbers[code] !== undefined) assert.equal(eaiName(numbers[code]), code);
    assert.equal(eaiName(0), undefined);
    assert.equal(eaiName(4000), undefined);
    assert.equal(eaiName(undefined as never), undefined);
  });

  it('has one or two sentences for each code of each call', () => {
    for (const [call, table] of Object.entries(eaiByCall)) {
      for (const [code, text] of Object.entries(table)) {
        assert.match(text, /^[A-Z].*\.$/, `${call} ${code}`);
        assert.ok(codes.includes(code as EaiName));
        assert.equal(explain({ code, syscall: call as keyof typeof eaiByCall }), text);
      }
    }
    assert.match(explain({ code: 'EAI_SERVICE', syscall: 'getnameinfo' }), /service.* is not known to give it/);
  });
});

describe('ResolveError', () => {
  it('says what was looked up and what the code means, and has both as fields', () => {
    const error = new ResolveError('getaddrinfo', EAI_NONAME, { host: 'nobody', service: 'http' });
    assert.ok(error instanceof Error && !(error instanceof throwing.SyscallError));
    assert.equal(String(error), 'ResolveError: getaddrinfo EAI_NONAME nobody http (no such host or service)');
    assert.deepEqual(
      { ...error },
      { syscall: 'getaddrinfo', errno: EAI_NONAME, code: 'EAI_NONAME', host: 'nobody', service: 'http' },
    );
    assert.ok(isResolveError(error) && isResolveError(error, 'getaddrinfo') && !isResolveError(error, 'getnameinfo'));
    assert.ok(!isSyscallError(error));
  });

  it('has the errno behind EAI_SYSTEM, and its name', () => {
    const lookup = { address: inet('127.0.0.1', 80), systemErrno: -EMFILE };
    const error = new ResolveError('getnameinfo', EAI_SYSTEM, lookup);
    assert.match(error.message, /^getnameinfo EAI_SYSTEM EMFILE 127\.0\.0\.1:80 \(/);
    assert.deepEqual([error.systemErrno, error.systemCode, error.host], [-EMFILE, 'EMFILE', undefined]);
  });

  it('keeps a code that has no name', () => {
    const error = new ResolveError('getaddrinfo', -4000);
    assert.equal(error.code, 'EAI_-4000');
    assert.match(error.message, /^getaddrinfo EAI_-4000 \(a code/);
  });

  it('is thrown with the words of the caller, and the result door has the same fields', () => {
    const hints = { flags: throwing.AI_NUMERICHOST };
    const fields = { code: 'EAI_NONAME', errno: EAI_NONAME, syscall: 'getaddrinfo', host: 'nobody', service: '80' };
    assert.throws(() => getaddrinfo('nobody', '80', hints), { name: 'ResolveError', ...fields });
    assert.deepEqual(result.getaddrinfo('nobody', '80', hints), { ok: false, ...fields });
  });
});
