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
  const seldom = {
    eagain: sum('eagain'),
    interrupted: sum('interrupted'),
    otherShort,
    // If the peer is gone nobody knows what it had received.
    lost: its === undefined ? 0 : lost,
  };
  // What arrived, at both ends; and what does not happen in most blocks.
  const extra = { bytes: sum('bytesReceived'), ...nonZero(seldom) };
  const counts = { calls, total, short, failed: error === undefined ? 0 : 1, extra };
  return { ...counts, ...(error === undefined ? {} : { error }), ...(samples === undefined ? {} : { samples }) };
}

function nonZero(totals: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(totals).filter(([, total]) => total !== 0));
}
