/** The calls that are timed. Each has a C baseline of its name in bench/c, and a loop in every contender that can make it. */
export type CaseName =
  | 'bad-descriptor'
  | 'empty-read'
  | 'peek'
  | 'send-recv'
  | 'write-read'
  | 'datagrams'
  | 'datagrams-to'
  | 'datagrams-segmented';

interface Case {
  /** How often the operation is repeated in one timed block. */
  readonly operations: number;
  /**
   * What one operation shows of itself, so that a contender which does not really make its calls is found out:
   * the bytes that were transferred, or 1 for an answer of EBADF or of 0 bytes that was asked for.
   */
  readonly seen: number;
}

export const cases: Readonly<Record<CaseName, Case>> = {
  'bad-descriptor': { operations: 30_000, seen: 1 },
  'empty-read': { operations: 30_000, seen: 1 },
  peek: { operations: 20_000, seen: 1 },
  'send-recv': { operations: 8_000, seen: 128 },
  'write-read': { operations: 8_000, seen: 128 },
  datagrams: { operations: 6_400, seen: 64 },
  'datagrams-to': { operations: 6_400, seen: 64 },
  'datagrams-segmented': { operations: 6_400, seen: 64 },
};

/** Runs a case's operation that often; gives what all of them have shown. */
export type Loop = (operations: number) => number | Promise<number>;

/** Makes a case ready and gives its loop. What a contender can't do is absent. */
export type Loops = Partial<Record<CaseName, () => Loop | Promise<Loop>>>;

/** What a child process prints. */
export interface Reading {
  /** The time of one operation in each block. */
  readonly nanoseconds: readonly number[];
  readonly seen: number;
}
