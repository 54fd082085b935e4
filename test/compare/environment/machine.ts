import type { Machine } from '../../../lib/compare/environment/machine';

/** What a machine has, as far as a test is about it: files by path, and what differs from a quiet machine with four processors. */
export interface Parts {
  readonly files?: Readonly<Record<string, string>>;
  /** Files that are there instead after the wait in which others are watched. */
  readonly later?: Readonly<Record<string, string>>;
  readonly os?: Partial<Machine['os']>;
  readonly process?: Partial<Machine['process']>;
  /** What programs answer, by their command line. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** A machine out of files. */
export function machineOf({ files = {}, later = {}, os, process, answers = {} }: Parts): Machine {
  let now = 0;
  const all = (): Readonly<Record<string, string>> => (now === 0 ? files : { ...files, ...later });
  return {
    readFile: (path) => {
      const text = all()[path]?.trim();
      return text === '' ? undefined : text;
    },
    list: (path) => {
      const prefix = path === '/' ? '/' : `${path}/`;
      const under = Object.keys(all()).filter((file) => file.startsWith(prefix));
      return [...new Set(under.map((file) => file.slice(prefix.length).split('/')[0]!))];
    },
    ask: (program, ...args) => answers[[program, ...args].join(' ')],
    wait: (ms) => void (now += ms),
    now: () => now,
    os: {
      type: 'Linux',
      release: '6.1.0',
      version: '',
      arch: 'x64',
      models: Array.from({ length: 4 }, () => 'A Processor'),
      usable: 4,
      loadavg: [0, 0, 0],
      total: 2 ** 34,
      free: 2 ** 33,
      ...os,
    },
    process: { pid: 1, env: {}, execArgv: [], versions: { node: '20.0.0', v8: '11.3' }, inspected: false, ...process },
  };
}
