/** One system call, as strace printed it. */
export interface Line {
  readonly call: string;
  /** The arguments, with descriptors as plain numbers, and `…` for a pointer whose bytes strace does not show. */
  readonly args: string;
  /** The value, or `-1` and the name of the errno. */
  readonly result: string;
  /** The call, its arguments and its result, to be compared. */
  readonly text: string;
  /** As it came, with what each descriptor is of: `4<socket:[1234]>`. */
  readonly printed: string;
}

const LINE = /^(?<call>\w+)\((?<args>.*)\) += (?<result>-1 E\w+|-?\w+)(?<rest>.*)$/;
const DESCRIPTOR = /\b(\d+)<(?:socket|anon_inode|pipe|\/)[^>]*>/g;
const POINTER = /\b0x[0-9a-f]{4,}\b/g;

/** Reads a line of strace's; gives nothing for one that tells of no call, such as that of an exit or a signal. */
export function parse(printed: string): Line[] {
  const found = LINE.exec(printed)?.groups;
  if (found === undefined) return [];
  const { call, result } = found as { call: string; result: string };
  const args = found['args']!.replace(DESCRIPTOR, '$1').replace(POINTER, '…');
  return [{ call, args, result, text: `${call}(${args}) = ${result}`, printed }];
}

/** What a descriptor that a call returned is of: `socket:[1234]`. */
function opened({ call, printed }: Line): string[] {
  if (!/^(socket|accept4?)$/.test(call)) return call === 'socketpair' ? (printed.match(/socket:\[\d+\]/g) ?? []) : [];
  return /= \d+<([^>]+)>$/.exec(printed)?.slice(1) ?? [];
}

/** The calls that have to do with the sockets which this thread has opened, whatever calls they are. */
export function ofItsSockets(lines: readonly Line[]): Line[] {
  const sockets = new Set(lines.flatMap(opened));
  return lines.filter(({ printed }) =>
    (printed.match(/(?<=\d<)socket:\[\d+\](?=>)/g) ?? []).some((it) => sockets.has(it)),
  );
}

/** The calls between two places that the program has marked; nothing if it has not. */
export function between(lines: readonly Line[], begin: string, end: string): Line[] | undefined {
  const place = (name: string): number => lines.findIndex(({ args }) => args.includes(`"/${name}"`));
  const [first, last] = [place(begin), place(end)];
  if (first === -1 || last === -1) return undefined;
  return lines.slice(first + 1, last).filter((line) => !ofNode(line));
}

/** Node's engine gets memory, and wakes its own loop by writing to an eventfd, whenever it likes. */
function ofNode({ call, printed }: Line): boolean {
  return (
    (call === 'write' && printed.includes('<anon_inode:[eventfd]>')) ||
    (/^mmap2?$/.test(call) && printed.includes('MAP_ANONYMOUS'))
  );
}
