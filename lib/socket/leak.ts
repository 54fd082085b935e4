import { close } from '../call/lifecycle/raw';

/** What remains of a Socket that was collected: enough to close its descriptor and to tell of it. */
interface Remains {
  readonly fd: number;
  readonly opened: string | undefined;
}

const WARNING = 'SockcallLeakWarning';
const DEBUGGED = (process.env['SOCKCALL_DEBUG'] ?? '').split(',').includes('leaks');

/** Lines of a stack trace that are of the Socket itself. */
const OWN = /^\s+at (new Socket|Socket\.|Function\.|adopt|SocketPromises\.)/;

const owners = new FinalizationRegistry<Remains>(({ fd, opened }) => {
  const message = `A Socket was collected that nobody had closed; its descriptor, ${fd}, is closed now`;
  const detail = opened ?? 'SOCKCALL_DEBUG=leaks in the environment tells where it was opened';
  process.emitWarning(message, { type: WARNING, detail });
  close(fd);
});

/** Takes notice of an owner, so that it can't be collected in silence. */
export function watchOwner(owner: object, fd: number): void {
  owners.register(owner, { fd, opened: DEBUGGED ? placeOfOpening() : undefined }, owner);
}

/** Forgets an owner that owns nothing any more. */
export function forgetOwner(owner: object): void {
  owners.unregister(owner);
}

/** The callers of this package, as a stack trace has them. */
function placeOfOpening(): string {
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace, watchOwner);
  const lines = (trace.stack ?? '').split('\n').slice(1);
  const outside = lines.findIndex((line) => !OWN.test(line));
  return `It was opened here:\n${lines.slice(Math.max(outside, 0)).join('\n')}`;
}
