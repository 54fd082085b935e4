import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { median } from 'simple-statistics';
import { baseline, contender } from '../build';
import type { Reading } from '../case';
import { isThere, output } from '../child';
import { apart } from '../processors';
import type { Contender, Settings, Suite, Target } from './suite';

const SIZE = 64;
const DEADLINE_MS = 120_000;

/** What the load program prints. */
interface Load extends Reading {
  /** How many requests were answered in all blocks together; a block ends with the event that completes it. */
  readonly operations: number;
  /** The processor time that the server took for one of them, in nanoseconds. */
  readonly processor: number;
}

/** The servers, measured under load from so many connections. */
function servers(
  connections: number,
  operations: number,
  settings: Settings,
  figure: (load: Load) => number,
): Contender[] {
  const server = (name: string, command: string, ...args: string[]): Contender => ({
    name,
    sample: async () =>
      figure(await loaded(command, args, connections, settings.operations ?? operations, settings.blocks)),
  });
  return [
    server('C', baseline('echo-server')),
    server('C, threaded', baseline('echo-server'), 'threaded'),
    server('raw door', process.execPath, contender('echo-raw')),
    server('promises door', process.execPath, contender('echo-promises')),
    server('Duplex', process.execPath, contender('echo-duplex')),
    server('node:net', process.execPath, contender('echo-net')),
    {
      ...server('python3', 'python3', contender('echo.py')),
      absent: isThere('python3') ? undefined : 'there is no python3',
    },
  ];
}

const EVENT_LOOP_TARGETS: readonly Target[] = [
  { contender: 'promises door', over: 'ratio', atLeast: 0.85 },
  { contender: 'promises door', of: 'node:net', over: 'ratio', atLeast: 1.35 },
  { contender: 'Duplex', of: 'node:net', over: 'ratio', atLeast: 1 },
];

const rate = ({ nanoseconds }: Load): number => 1e9 / median([...nanoseconds]);

/** 64 bytes there and back, over so many connections at once. */
function echo(connections: number, operations: number, settings: Settings): Suite {
  return {
    name: `echo-${connections}`,
    title: `64-byte echo over TCP on loopback, ${connections} ${connections === 1 ? 'connection' : 'connections'}`,
    notes: [
      'The server is the contender; the load comes from one C program, which sends on a connection again when the answer has come.',
      'raw door: epoll_wait, recv and send in a blocking loop. python3: selectors over epoll, socket.recv and send.',
      "promises door: an async loop for each connection, which awaits recv and send. Duplex: Socket's toStream().",
    ],
    unit: 'requests/s',
    contenders: servers(connections, operations, settings, rate),
    targets: [
      { contender: 'raw door', over: 'ratio', atLeast: 0.97 },
      // One connection shows how long it takes to wake up, and has no batches.
      ...(connections === 1 ? [] : EVENT_LOOP_TARGETS),
    ],
  };
}

export const echo1 = (settings: Settings): Suite => echo(1, 1_000, settings);
export const echo64 = (settings: Settings): Suite => echo(64, 4_000, settings);
export const echo512 = (settings: Settings): Suite => echo(512, 4_000, settings);

/** What does not depend on how busy the load program, or the machine, is. */
export function echoProcessor(settings: Settings): Suite {
  return {
    name: 'echo-processor',
    title: '64-byte echo, 64 connections: processor time of the server for a request',
    notes: ['Of all its threads, from the first block to the last: epoll_wait, recv and send, and what they cause.'],
    unit: 'ns',
    // The kernel counts by ticks of some milliseconds, so a few operations would show nothing.
    contenders: servers(64, 4_000, { ...settings, operations: undefined }, ({ processor }) => processor),
    targets: [{ contender: 'raw door', over: 'ratio', atMost: 1.05 }],
  };
}

/** Starts a server, puts the load on it, and waits for its end, which comes with that of its connections. */
async function loaded(
  command: string,
  args: readonly string[],
  connections: number,
  operations: number,
  blocks: number,
): Promise<Load> {
  const [serverSide, loadSide] = apart();
  const [program, ...rest] = [...serverSide, command, ...args];
  const child = spawn(program!, rest, { stdio: ['ignore', 'pipe', 'inherit'], timeout: DEADLINE_MS });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  try {
    const port = await Promise.race([once(child.stdout, 'data').then(String), ended.then(() => '')]);
    if (port === '') throw new Error(`${command} ${args.join(' ')} ended without telling its port`);
    const load = [
      ...loadSide,
      baseline('echo-load'),
      port.trim(),
      ...[connections, operations, blocks, child.pid!].map(String),
    ];
    const reading = JSON.parse(output(load[0]!, load.slice(1))) as Load;
    if (reading.operations < operations * blocks || reading.seen !== reading.operations * SIZE) {
      throw new Error(`${command} ${args.join(' ')} did not answer with what it was sent: ${JSON.stringify(reading)}`);
    }
    const [code, signal] = await ended;
    if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${signal ?? `status ${code}`}`);
    return reading;
  } finally {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
}
