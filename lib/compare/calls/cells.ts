import type { CallCell, CallOptions, Mode } from './conditions';
import { transports } from './transport';

/** The combinations that are measured, in the order in which they are reported. */
export function cellsOf(options: CallOptions): readonly CallCell[] {
  const cells = options.modes.flatMap((mode) =>
    options.transports.flatMap((transport) =>
      options.directions.flatMap((direction) =>
        blockingOf(mode, options).flatMap((blocking) =>
          options.sizes.map((size): CallCell => ({ mode, transport, size, direction, blocking })),
        ),
      ),
    ),
  );
  return cells.filter((cell) => reasonAgainst(cell) === undefined);
}

/** What was asked for and is not measured, and why, in sentences. */
export function omissionsOf(options: CallOptions): readonly string[] {
  const { modes, transports: names, directions } = options;
  const size = options.sizes[0]!;
  const reasons = modes.flatMap((mode) =>
    names.flatMap((transport) =>
      directions.map((direction) => reasonAgainst({ mode, transport, direction, size, blocking: false })),
    ),
  );
  const blocking =
    modes.includes('eagain') && options.blocking.includes(true)
      ? ['Mode eagain is measured on descriptors that do not block: others would wait.']
      : [];
  return [...blocking, ...new Set(reasons.filter((reason) => reason !== undefined))];
}

/** A descriptor that blocks does not answer EAGAIN. */
function blockingOf(mode: Mode, { blocking }: CallOptions): readonly boolean[] {
  return mode === 'eagain' ? [false] : blocking;
}

/** Why a combination makes no sense. */
function reasonAgainst({ mode, transport, direction }: CallCell): string | undefined {
  if (mode === 'eagain' && direction === 'send' && !transports[transport].keeps) {
    return `Mode eagain has no direction send on ${transport}: it drops what there is no room for, and takes more.`;
  }
  return undefined;
}

/** Whether the two ends are in two threads or processes. */
export function hasPeer(mode: Mode): boolean {
  return mode !== 'call' && mode !== 'eagain';
}
