import assert from 'node:assert/strict';
import {
  AF_INET,
  type CallName,
  EAGAIN,
  EDEADLK,
  EOPNOTSUPP,
  ERRNO_ALIASES,
  ERRNO_NAMES,
  SOCK_STREAM,
  SyscallError,
  close,
  connect,
  errnoName,
  errnoNumber,
  explain,
  inet6,
  isSyscallError,
  socket,
} from '../../lib';
import { errnosByCall } from '../../lib/core/error/by-call';
import * as result from '../../lib/result';
import { getSystemErrorName } from 'node:util';

describe('the errno table', () => {
  it('names every number of this platform that the kernel can give', function () {
    if (process.platform !== 'linux') return this.skip();
    const without = [41, 58];
    for (let errno = 1; errno <= 133; errno++) {
      assert.equal(errnoName(errno) === undefined, without.includes(errno), `errno ${errno}`);
    }
    assert.equal(errnoName(134), undefined);
  });

  it('has names that Node lacks', () => {
    for (const name of ['EINPROGRESS', 'ESHUTDOWN', 'ESOCKTNOSUPPORT', 'ETOOMANYREFS', 'EPFNOSUPPORT'] as const) {
      assert.equal(errnoName(errnoNumber(name)!), name);
    }
  });

  it('agrees with Node on the names that both have, but for the one that Node gives EOPNOTSUPP', () => {
    for (const name of ERRNO_NAMES) {
      const number = errnoNumber(name);
      if (number === undefined) continue;
      const theirs = getSystemErrorName(-number);
      if (!theirs.startsWith('Unknown') && name !== 'EOPNOTSUPP') assert.equal(theirs, name);
    }
  });

  it('has one canonical name for a number with two, and takes both', () => {
    assert.equal(errnoName(EAGAIN), 'EAGAIN');
    assert.equal(errnoName(EOPNOTSUPP), 'EOPNOTSUPP');
    assert.equal(errnoName(EDEADLK), 'EDEADLK');
    assert.deepEqual([...ERRNO_ALIASES].sort(), ['EDEADLOCK', 'ENOTSUP', 'EWOULDBLOCK']);
    for (const alias of ERRNO_ALIASES) assert.equal(typeof errnoNumber(alias), 'number');
  });

  it('takes either sign', () => {
    assert.equal(errnoName(-EAGAIN), errnoName(EAGAIN));
  });
});

describe('SyscallError', () => {
  it('has Node’s fields and words', () => {
    const error = new SyscallError('connect', -111, { fd: 7, address: inet6('::1', 80, 3) });
    assert.ok(error instanceof Error);
    assert.equal(error.message, 'connect ECONNREFUSED [::1%3]:80');
    assert.equal(String(error), 'SyscallError: connect ECONNREFUSED [::1%3]:80');
    assert.deepEqual(
      { ...error },
      { syscall: 'connect', errno: -111, code: 'ECONNREFUSED', fd: 7, address: inet6('::1', 80, 3) },
    );
    assert.ok(isSyscallError(error) && isSyscallError(error, 'connect') && !isSyscallError(error, 'bind'));
    assert.ok(!isSyscallError(Object.assign(new Error(), { code: 'EAGAIN', syscall: 'recv' })));
  });

  it('keeps an errno that has no name', () => {
    const error = new SyscallError('recv', 4000);
    assert.equal(error.errno, -4000);
    assert.equal(error.message, 'recv E4000');
  });

  it('carries the stack of the caller', () => {
    assert.throws(
      function theCaller() {
        close(-1 as never);
      },
      (error: Error) => error.stack!.includes('theCaller'),
    );
  });
});

describe('explain', () => {
  it('has one or two sentences for each errno of each call', () => {
    for (const [call, errnos] of Object.entries(errnosByCall)) {
      for (const [code, text] of Object.entries(errnos)) {
        assert.match(text, /^[A-Z(].*[.?]\)?$/, `${call} ${code}`);
        assert.ok(text.length < 400, `${call} ${code} is long`);
        assert.equal(explain({ code, syscall: call as CallName }), text);
        assert.ok((ERRNO_NAMES as readonly string[]).includes(code), `${code} is a canonical name`);
      }
    }
  });

  it('explains by the call: the same errno means something else for another', () => {
    const bad = { code: 'EINVAL' };
    assert.notEqual(explain({ ...bad, syscall: 'accept' }), explain({ ...bad, syscall: 'bind' }));
  });

  it('takes an error and a failure', () => {
    const fd = socket(AF_INET, SOCK_STREAM);
    const outcome = result.getpeername(fd);
    assert.ok(!outcome.ok);
    assert.match(explain(outcome), /connect/i);
    try {
      connect(fd, inet6('::1', 1) as never);
      assert.fail('an inet socket took an IPv6 address');
    } catch (error) {
      if (!isSyscallError(error, 'connect')) throw error;
      assert.match(explain(error), /famil/i);
    } finally {
      close(fd);
    }
  });

  it('falls back to the general meaning, and says so', () => {
    assert.match(explain({ code: 'EXDEV', syscall: 'recv' }), /\. \(recv\(\) is not known to give it\.\)$/);
    assert.match(explain({ code: 'E4000', syscall: 'recv' }), /no name/);
  });
});
