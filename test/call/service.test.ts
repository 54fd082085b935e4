import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  IPPROTO_TCP,
  IPPROTO_UDP,
  type ProtocolEntry,
  type ServiceEntry,
  getprotobyname,
  getprotobynumber,
  getservbyname,
  getservbyport,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

/** The entries of a database of this machine, as words; none where there is no such file. */
function entries(path: string): string[][] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.map((line) => line.replace(/#.*/, '').trim().split(/\s+/)).filter(({ length }) => length > 1);
  } catch {
    return [];
  }
}

/** The entries that a search in the file finds: the first with a name is taken, be it the name or an alias. */
function found(words: string[][], keyOf: (name: string, entry: string[]) => string): string[][] {
  const seen = new Set<string>();
  return words.filter((entry) => {
    const [name, , ...aliases] = entry;
    const first = !seen.has(keyOf(name!, entry));
    for (const each of [name!, ...aliases]) seen.add(keyOf(each, entry));
    return first;
  });
}

const services = found(entries('/etc/services'), (name, [, place]) => `${name} ${place!.split('/')[1]}`);
const protocols = found(entries('/etc/protocols'), (name) => name);

describe('getservbyname, getservbyport', () => {
  before(function () {
    if (services.length === 0) {
      this.currentTest?.parent?.tests.forEach((test) => (test.title += ' (skipped: no /etc/services)'));
      this.skip();
    }
  });

  it('find every service of the file, with its aliases', () => {
    for (const [name, place, ...aliases] of services) {
      const [port, proto] = place!.split('/') as [string, string];
      assert.deepEqual(getservbyname(name!, proto), {
        name,
        aliases,
        port: Number(port),
        proto,
      } satisfies Partial<ServiceEntry>);
      for (const alias of aliases) assert.equal(getservbyname(alias, proto)?.proto, proto);
      assert.equal(getservbyport(Number(port), proto)?.port, Number(port));
    }
  });

  it('take any protocol if none is told', () => {
    const [name] = services[0]!;
    const service = getservbyname(name!);
    assert.equal(service?.name, name);
    assert.equal(getservbyport(service!.port)?.port, service!.port);
  });

  it('give nothing, and no error, for what is not there', () => {
    const out: raw.ServiceOut = {};
    assert.equal(getservbyname('no-such-service'), undefined);
    assert.equal(getservbyname(services[0]![0]!, 'no-such-protocol'), undefined);
    assert.deepEqual(result.getservbyname(''), { ok: true, value: undefined });
    assert.equal(raw.getservbyname('no-such-service', null, out), 0);
    assert.equal(raw.getservbyport(65535, 'tcp', out), 0);
    assert.deepEqual(result.getservbyport(65535, 'tcp'), { ok: true, value: undefined });
    assert.deepEqual(out, {});
  });

  it('give the same in every door', () => {
    const [name, place] = services[0]!;
    const value = getservbyname(name!, place!.split('/')[1])!;
    const out: raw.ServiceOut = {};
    assert.deepEqual(result.getservbyname(name!, value.proto), { ok: true, value });
    assert.equal(raw.getservbyname(name!, value.proto, out), 1);
    assert.deepEqual(out, value);
    const byPort = getservbyport(value.port, value.proto);
    assert.equal(raw.getservbyport(value.port, value.proto, out), 1);
    assert.deepEqual(out, byPort);
    assert.deepEqual(result.getservbyport(value.port, value.proto), { ok: true, value: byPort });
  });

  it('refuse what is no text and no port', () => {
    assert.throws(() => getservbyname(80 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => getservbyname('http\0'), { code: 'ERR_INVALID_ARG_VALUE' });
    assert.throws(() => getservbyname('http', 6 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => getservbyport(65536), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => getservbyport(-1), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => raw.getservbyport(80, null, 5 as never), { code: 'ERR_INVALID_ARG_TYPE' });
  });
});

describe('getprotobyname, getprotobynumber', () => {
  before(function () {
    if (protocols.length === 0) this.skip();
  });

  it('find every protocol of the file, with its aliases', () => {
    for (const [name, number, ...aliases] of protocols) {
      const entry: ProtocolEntry = { name: name!, aliases, proto: Number(number) };
      assert.deepEqual(getprotobyname(name!), entry);
      assert.equal(getprotobynumber(Number(number))?.proto, Number(number));
    }
  });

  it('agree with the constants, in every door', () => {
    const out: raw.ProtocolOut = {};
    const tcp = getprotobyname('tcp')!;
    assert.equal(tcp.proto, IPPROTO_TCP);
    assert.deepEqual(result.getprotobyname('tcp'), { ok: true, value: tcp });
    assert.equal(raw.getprotobyname('tcp', out), 1);
    assert.deepEqual(out, tcp);
    assert.equal(getprotobynumber(IPPROTO_UDP)?.name, 'udp');
    assert.equal(raw.getprotobynumber(IPPROTO_UDP, out), 1);
    assert.deepEqual(result.getprotobynumber(IPPROTO_UDP), { ok: true, value: out });
  });

  it('give nothing, and no error, for what is not there', () => {
    const out: raw.ProtocolOut = {};
    assert.equal(getprotobyname('no-such-protocol'), undefined);
    assert.equal(getprotobynumber(-1), undefined);
    assert.deepEqual(result.getprotobynumber(0x7fffffff), { ok: true, value: undefined });
    assert.equal(raw.getprotobyname('', out), 0);
    assert.equal(raw.getprotobynumber(-1, out), 0);
    assert.deepEqual(out, {});
  });

  it('refuse what is no text and no number', () => {
    assert.throws(() => getprotobyname(6 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => getprotobyname('\0'), { code: 'ERR_INVALID_ARG_VALUE' });
    assert.throws(() => getprotobynumber('6' as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => getprotobynumber(2 ** 31), { code: 'ERR_OUT_OF_RANGE' });
  });
});
