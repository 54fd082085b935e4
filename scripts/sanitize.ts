// Builds the addon with AddressSanitizer and UndefinedBehaviorSanitizer and runs the whole suite over it.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');
const prebuild = join(root, 'san/asan');

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? (signal === null ? 1 : 128));
}

function runtime(name: string): string {
  return execFileSync('g++', [`-print-file-name=${name}`], { encoding: 'utf8' }).trim();
}

const cmake = join(root, 'node_modules/.bin/cmake-js');
const mocha = join(root, 'node_modules/mocha/bin/mocha.js');

run(cmake, ['compile', '-O', join(prebuild, 'build'), '--CDSANITIZE=address,undefined']);
// Leaks are looked for where no compiler, no python and no strace is started: the first two have leaks of their own.
test('test/**/*.test.ts', 'detect_leaks=0');
test('test/{address,call,control,eai,errno,hostile,message,option,worker}/**/*.test.ts', 'detect_leaks=1');

function test(files: string, options: string): void {
  run(process.execPath, [mocha, files], {
    SOCKCALL_PREBUILD: prebuild,
    LD_PRELOAD: `${runtime('libasan.so')}:${runtime('libubsan.so')}`,
    ASAN_OPTIONS: options,
    UBSAN_OPTIONS: 'halt_on_error=1:print_stacktrace=1',
  });
}
