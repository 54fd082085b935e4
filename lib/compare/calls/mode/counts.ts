import type { Counts } from '../../experiment';
import type { Direction } from '../arm';
import { type Account, NOTHING } from '../party';
import type { Both } from './together';

/** What was measured, and how. */
export interface Values {
  readonly calls: number;
  readonly total: number;
  readonly samples?: Counts['samples'];
}

/** The counts of a block between two parties. */
export function countsOf({ own, its, error }: Both, direction: Direction, { calls, total, samples }: Values): Counts {
  const accounts = [own.account, its?.account ?? NOTHING];
  const sum = (field: keyof Account): number => accounts[0]![field] + accounts[1]![field];
  const [short, otherShort] =
    direction === 'recv' ? [sum('shortReceives'), sum('shortSends')] : [sum('shortSends'), sum('shortReceives')];
  const lost = Math.max(0, sum('sent') - sum('received'));
  const extra = {
    // What arrived, at both ends.
    bytes: sum('bytesReceived'),
    eagain: sum('eagain'),
    interrupted: sum('interrupted'),
    otherShort,
    // If the peer is gone nobody knows what it had received.
    ...(its === undefined ? {} : { lost }),
  };
  const counts = { calls, total, short, failed: error === undefined ? 0 : 1, extra };
  return { ...counts, ...(error === undefined ? {} : { error }), ...(samples === undefined ? {} : { samples }) };
}
