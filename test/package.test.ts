import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as throwing from '../lib';
import { errnosByCall } from '../lib/core/error/by-call';
import { eaiByCall } from '../lib/core/error/eai';
import * as promises from '../lib/promises';
import * as raw from '../lib/raw';
import * as result from '../lib/result';

const root = join(__dirname, '..');

function text(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function run(code: string, ...options: string[]): string {
  return execFileSync(process.execPath, [...options, '-e', code], { cwd: root, encoding: 'utf8' });
}

describe('the three doors', () => {
  const calls = [...Object.keys(errnosByCall), ...Object.keys(eaiByCall)];
  const functionsOf = (door: object): string[] =>
    Object.entries(door)
      .filter(([name, value]) => typeof value === 'function' && calls.includes(name))
      .map(([name]) => name)
      .sort();

  it('have the same calls, and each has its errnos or codes', () => {
    assert.deepEqual(functionsOf(throwing), [...calls].sort());
    assert.deepEqual(functionsOf(raw), functionsOf(throwing));
    assert.deepEqual(functionsOf(result), functionsOf(throwing));
  });
});

describe('the package', () => {
  it('lists the same native sources for node-gyp and for cmake-js, and all that there are', () => {
    const sources = (list: string): string[] => [...list.matchAll(/native\/[\w/-]+\.cc/g)].map(([file]) => file).sort();
    const present = readdirSync(join(root, 'native'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.cc'))
      .map((file) => `native/${file}`)
      .sort();
    assert.deepEqual(sources(text('binding.gyp')), present);
    assert.deepEqual(sources(text('CMakeLists.txt')), present);
  });

  it('has generated files that are as their tables say', function () {
    this.timeout(60000);
    execFileSync(process.execPath, ['-r', 'ts-node/register', 'scripts/generate.ts', '--check'], { cwd: root });
  });

  it('publishes functions of the same names and lengths as the sources have', () => {
    const shapes = (door: object): string[] =>
      Object.entries(door).flatMap(([key, value]) => {
        if (typeof value !== 'function') return value === undefined ? [] : key;
        const { name, length } = value as { name: string; length: number };
        return `${key} ${name}(${length})`;
      });
    const doors = {
      sockcall: throwing,
      'sockcall/raw': raw,
      'sockcall/result': result,
      'sockcall/promises': promises,
    };
    for (const [name, door] of Object.entries(doors)) {
      assert.deepEqual(shapes(require(name) as object).sort(), shapes(door).sort());
    }
  });

  it('has the forms of control messages at hand: a program out of descriptors could not load them', () => {
    const code = `
      const { decodeControl, encodeControl } = require('sockcall');
      const loaded = () => Object.keys(require.cache).length;
      const before = loaded();
      const buffer = encodeControl([{ name: 'IP_TTL', ttl: 7 }]);
      console.log(decodeControl(buffer, buffer.length)[0].ttl, loaded() - before);`;
    assert.equal(run(code).trim(), '7 0');
  });

  it('gives the same things by require and by import, in every entry point', () => {
    for (const entry of ['sockcall', 'sockcall/raw', 'sockcall/result', 'sockcall/promises']) {
      const code = `
        import * as imported from '${entry}';
        import { createRequire } from 'node:module';
        const required = createRequire(process.cwd() + '/')('${entry}');
        const names = Object.keys(required).sort();
        const same = names.every((name) => Object.is(imported[name], required[name]));
        // A module's names are fixed: a constant that the platform lacks is one without a value.
        const there = Object.keys(imported).filter((name) => imported[name] !== undefined).sort();
        console.log(same && names.length > 500 && names.join() === there.join());`;
      assert.equal(run(code, '--input-type=module').trim(), 'true', entry);
    }
  });

  it('declares no type that older compilers lack: theirs has Uint8Array without a parameter', () => {
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    const declarations = files.filter((file) => file.endsWith('.d.ts'));
    assert.ok(declarations.length > 30);
    for (const file of declarations) assert.doesNotMatch(text(`dist/${file}`), /\b(Uint8|Int32|Float64)Array</, file);
  });

  it('shares its classes between the doors', () => {
    const code = `
      const { Sockaddr, close, socket, AF_INET, SOCK_STREAM } = require('sockcall');
      const raw = require('sockcall/raw');
      const out = new Sockaddr(), fd = socket(AF_INET, SOCK_STREAM);
      console.log(raw.getsockname(fd, out), out.decode().family, raw.Sockaddr === Sockaddr);
      close(fd);`;
    assert.equal(run(code).trim(), '0 inet true');
  });

  it('loads nothing but itself and the addon’s loader', () => {
    const code = `
      require('sockcall'); require('sockcall/raw'); require('sockcall/result'); require('sockcall/promises');
      console.log(JSON.stringify(Object.keys(require.cache).filter((file) => file.includes('node_modules'))));`;
    const loaded = JSON.parse(run(code)) as string[];
    assert.ok(
      loaded.every((file) => file.includes('/node-gyp-build/')),
      loaded.join(' '),
    );
  });

  it('explains, and knows options, where the process may open no more files', () => {
    const code = `
      const { AF_INET, IPPROTO_TCP, SOCK_STREAM, TCP_INFO, explain, getsockopt, socket } = require('sockcall');
      const fds = [];
      try {
        for (;;) fds.push(socket(AF_INET, SOCK_STREAM));
      } catch (error) {
        console.log(error.code, explain(error), typeof getsockopt(fds[0], IPPROTO_TCP, TCP_INFO).rttMicroseconds);
      }`;
    const printed = execFileSync('sh', ['-c', 'ulimit -n 64; exec "$0" -e "$1"', process.execPath, code], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.match(printed, /^EMFILE .*descriptors.* number\n$/);
  });

  it('explains a missing addon by the ways out', () => {
    const env = { ...process.env, SOCKCALL_PREBUILD: '/nonexistent', PREBUILDS_ONLY: '1' };
    const code =
      "try { require('sockcall'); } catch (error) { console.log(error.message, error.cause !== undefined); }";
    const printed = execFileSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8', env });
    assert.match(printed, /no addon for .*npm rebuild sockcall.* true/s);
  });
});
