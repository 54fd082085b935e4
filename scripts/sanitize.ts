// Builds the addon with sanitizers and runs tests over it:
//   address   AddressSanitizer and UndefinedBehaviorSanitizer, the whole suite but for tests that make no native call
//   thread    ThreadSanitizer, the tests that have to do with native threads
//   build     neither: only builds what both need
// Without an argument both.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(__dirname, '..');

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? (signal === null ? 1 : 128));
}

function runtime(name: string): string {
  return execFileSync('g++', [`-print-file-name=${name}`], { encoding: 'utf8' }).trim();
}

const cmake = join(root, 'node_modules/.bin/cmake-js');
const mocha = join(root, 'node_modules/mocha/bin/mocha.js');

/** Tests of figures, words and packages alone, of what calls cost, and of a browser, which does not bear a sanitizer's libraries. */
const NOT_NATIVE = [
  'test/{bench,types}/**',
  'test/package.test.ts',
  'test/compare/consumer.test.ts',
  'test/compare/{analysis,environment,experiment,report,run,statistics,store}/**',
  'test/compare/calls/peer/exhausted.test.ts',
  'test/cli/**/{load,usage,sockcall}.test.ts',
  'test/compare/calls/truth/**',
];

/** Tests that start no compiler, no python and no strace: the first two have leaks of their own, the last one allows none. */
const LEAKS_OF_OUR_OWN = 'test/{address,call,control,eai,errno,hostile,message,option,worker}/**/*.test.ts';

const COMPARE = 'test/compare/**/*.test.ts';

/** Tests one after another. */
type Lane = () => Promise<void>;

// All is built before anything runs, two lanes at a time, of about the same length.
const wanted = (name: string): boolean => process.argv.length === 2 || process.argv.includes(name);
const onlyBuilt = process.argv.includes('build');
const [first, second] = onlyBuilt || wanted('address') ? address() : [nothing, nothing];
const third = onlyBuilt || wanted('thread') ? thread() : nothing;
if (!onlyBuilt) void Promise.all([first(), second().then(third)]);

async function nothing(): Promise<void> {}

function address(): [Lane, Lane] {
  const prebuild = build('asan', 'address,undefined');
  const sanitized = (files: string, ignored: readonly string[], leaks: string): Promise<void> =>
    test([files], [...NOT_NATIVE, ...ignored], prebuild, ['libasan.so', 'libubsan.so'], {
      ASAN_OPTIONS: leaks,
      UBSAN_OPTIONS: 'halt_on_error=1:print_stacktrace=1',
    });
  return [
    () => sanitized(LEAKS_OF_OUR_OWN, [], 'detect_leaks=1').then(() => sanitized(COMPARE, [], 'detect_leaks=0')),
    () => sanitized('test/**/*.test.ts', [LEAKS_OF_OUR_OWN, COMPARE], 'detect_leaks=0'),
  ];
}

function thread(): Lane {
  // Node itself is not built for it. What follows fits the locks and the memory of one version, and later ones end early.
  if (!process.version.startsWith('v20.')) {
    console.log(`no ThreadSanitizer: it is known to work with Node 20 only, and this is ${process.version}`);
    return nothing;
  }
  const folders = ['thread', 'reactor', 'promises'].filter((folder) => existsSync(join(root, 'test', folder)));
  const files = folders.map((folder) => `test/${folder}/*.test.ts`);
  // Children that are compared by what they print have the reports on their standard error, and end with 66.
  const options = ['ignore_noninstrumented_modules=1', 'exitcode=66', `suppressions=${join(root, 'scripts/tsan.txt')}`];
  const prebuild = build('tsan', 'thread');
  return () => test(files, NOT_NATIVE, prebuild, ['libtsan.so'], { TSAN_OPTIONS: options.join(':') });
}

function build(name: string, sanitizers: string): string {
  const prebuild = join(root, 'san', name);
  run(cmake, ['compile', '-O', join(prebuild, 'build'), `--CDSANITIZE=${sanitizers}`]);
  return prebuild;
}

/** Its output comes as a whole, when it is over. */
async function test(
  files: readonly string[],
  ignored: readonly string[],
  prebuild: string,
  runtimes: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const args = [mocha, ...ignored.flatMap((pattern) => ['--ignore', pattern]), ...files];
  const preload = runtimes.map(runtime).join(':');
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SOCKCALL_PREBUILD: prebuild, LD_PRELOAD: preload, ...env },
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  process.stdout.write(`${stdout}${stderr}`);
  if (status !== 0) process.exitCode = 1;
}
