import type { BlockView, Ends, Instruments } from '../../../../lib/compare/calls/block';
import { F_GETFL, F_SETFL, O_NONBLOCK, fcntl } from '../../../../lib';
import { kinds, withPair } from '../../../helpers/kinds';

/** Opens a pair of a kind as the ends of a block, for the time of a function. */
export function withEnds<T>(name: string, use: (ends: Ends) => T): T {
  const { stream } = kinds.find((kind) => kind.name === name)!;
  return withPair(name, ({ a, b }) => use({ sender: a, receiver: b, messages: !stream }));
}

export function unblock({ sender, receiver }: Ends): void {
  for (const fd of [sender, receiver]) fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

export const streamPair = 'unix stream pair';

/** The views that can be had here: counters may not be permitted. */
export function viewsOf({ counters }: Instruments): readonly BlockView[] {
  return ['native', 'javascript', ...(counters === undefined ? [] : (['counters'] as const))];
}
