import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as sockcall from '../../lib';

const HEADERS = [
  'sys/socket.h',
  'netdb.h',
  'arpa/inet.h',
  'net/if.h',
  'sys/uio.h',
  'poll.h',
  'sys/epoll.h',
  // Not asked for by sockets alone, but their functions are on the same shelf.
  'sys/select.h',
  'sys/eventfd.h',
  'sys/sendfile.h',
  'netinet/in.h',
  'ifaddrs.h',
];
/** Where these headers keep a part of what they declare. */
const PARTS = /^(bits|sys|rpc)\/(poll|eventfd|netdb|uio-ext|uio|socket|epoll|select|in)\.h$/;

const compiler = process.env['CC'] ?? 'cc';
const page = readFileSync(join(__dirname, '..', '..', 'docs', 'not-implemented.md'), 'utf8');

function missing(): string | undefined {
  if (process.platform !== 'linux') return 'the headers are not those of Linux';
  return spawnSync(compiler, ['--version']).error === undefined ? undefined : `there is no ${compiler}`;
}

/** The functions that the headers declare, without the second forms for threads and for large files. */
function declared(): string[] {
  const source = HEADERS.map((header) => `#include <${header}>\n`).join('');
  // A compiler leaks memory by intention, so it must not run under the sanitizers that these tests may run under.
  const env = { ...process.env, LD_PRELOAD: undefined };
  const text = execFileSync(compiler, ['-D_GNU_SOURCE', '-E', '-x', 'c', '-'], {
    input: source,
    encoding: 'utf8',
    env,
  });
  const names = new Set<string>();
  let wanted = false;
  let body = '';
  for (const line of text.split('\n')) {
    const [, file] = /^# \d+ "([^"]*)"/.exec(line) ?? [];
    if (file === undefined) body += wanted ? ` ${line}` : '';
    else wanted = isWanted(file.replace(/^.*\/include\/([\w]+-linux-gnu\w*\/)?/, ''));
  }
  // A declaration at the outermost level: type, name, parameters. Inline functions and attributes go first.
  for (const declaration of withoutBlocks(body).split(';')) {
    const [, name] = /^\s*extern\b[^()]*?\b([a-z]\w*)\s*\(/.exec(declaration) ?? [];
    if (name !== undefined) names.add(stem(name));
  }
  return [...names].sort();
}

function isWanted(header: string): boolean {
  return HEADERS.includes(header) || PARTS.test(header);
}

function withoutBlocks(text: string): string {
  const shorter = text.replace(/\{[^{}]*\}/g, ' ');
  return shorter === text ? text : withoutBlocks(shorter);
}

function stem(name: string): string {
  return name.replace(/_r$/, '').replace(/64(v2)?$/, (_, version: string | undefined) => version?.slice(1) ?? '');
}

/** The names in the first column of the page's tables. */
function listed(): string[] {
  const rows = [...page.matchAll(/^\| *(`[^|]*?) *\|/gm)].map(([, cell]) => cell!);
  return rows.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
}

describe('docs/not-implemented.md', () => {
  const reason = missing();
  const implemented = (name: string): boolean => typeof (sockcall as Record<string, unknown>)[name] === 'function';

  it(`knows every function of the headers that is not here${reason === undefined ? '' : ` (skipped: ${reason})`}`, function () {
    if (reason !== undefined) this.skip();
    const functions = declared();
    for (const known of ['socket', 'recvmmsg', 'getaddrinfo', 'inet_pton', 'writev', 'poll', 'epoll_wait', 'rcmd']) {
      assert.ok(functions.includes(known), `${known} was not found in the headers`);
    }
    const names = new Set(listed());
    assert.deepEqual(
      functions.filter((name) => !implemented(name) && !names.has(name)),
      [],
    );
  });

  it('lists nothing that is here, and nothing twice', () => {
    const names = listed();
    assert.ok(names.length > 90);
    assert.deepEqual(names.filter(implemented), []);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it('sends nobody to a call that is not here either', () => {
    const cells = [...page.matchAll(/^\|.*\|([^|]*)\|$/gm)].map(([, cell]) => cell!);
    const names = cells.flatMap((cell) => [...cell.matchAll(/`([a-z]\w*)(?:\(.*?)?`/g)].map(([, name]) => name!));
    assert.ok(names.length > 20);
    assert.deepEqual(
      names.filter((name) => !implemented(name) && name !== 'message'),
      [],
    );
  });
});
