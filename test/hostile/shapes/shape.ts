import fc from 'fast-check';
import { Sockaddr } from '../../../lib/raw';
import { buffer, junkAddress, junkNumber } from '../arbitrary';

/** By call: arguments of the right shape, and wrong in any place. */
export type Shapes = Readonly<Record<string, readonly fc.Arbitrary<unknown>[]>>;

export const anything = fc.oneof(junkNumber, buffer, junkAddress);

export const sockaddr = fc.oneof(
  anything,
  fc.constant(0).map(() => new Sockaddr()),
);
