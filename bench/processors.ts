import { readFileSync } from 'node:fs';
import { isThere } from './child';

type Prefix = readonly string[];

let found: readonly [Prefix, Prefix] | undefined;

/**
 * What to put before the commands of a server and of its load, so that each has a processor of its own and the scheduler
 * moves neither; nothing where that can't be had.
 */
export function apart(): readonly [server: Prefix, load: Prefix] {
  return (found ??= find());
}

function find(): readonly [Prefix, Prefix] {
  const [first, second] = allowed();
  if (second === undefined || !isThere('taskset')) return [[], []];
  return [
    ['taskset', '-c', String(first)],
    ['taskset', '-c', String(second)],
  ];
}

/** The processors that this process may run on, as far as the system tells. */
function allowed(): number[] {
  try {
    const [, list = ''] = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return list.split(',').flatMap((range) => {
      const [from, to = from] = range.split('-').map(Number);
      return Array.from({ length: to! - from! + 1 }, (_, i) => from! + i);
    });
  } catch {
    return [];
  }
}
