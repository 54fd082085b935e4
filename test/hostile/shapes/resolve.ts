import fc from 'fast-check';
import { AI_NUMERICHOST, NI_NUMERICHOST } from '../../../lib';
import { junkAddress, junkNumber } from '../arbitrary';
import { type Shapes, anything } from './shape';

const text = fc.oneof(
  anything,
  fc.string(),
  fc.ipV4(),
  fc.ipV6(),
  fc.constantFrom('::1%lo', '0x7f.1', 'x'.repeat(5000)),
);

/** Numbers with a bit that keeps the C library from asking a name server, or that it refuses. */
const withBit = (bit: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.nat(0xffff).map((flags) => flags | bit),
    fc.constant(bit),
    junkNumber.filter((value) => value !== undefined && !(Number.isInteger(value) && ((value as number) & bit) === 0)),
  );

/** Nothing is asked by these: hosts must be in digits, or there is none. */
export const resolve: Shapes = {
  getaddrinfo: [
    text,
    text,
    fc.oneof(
      fc.record({ flags: withBit(AI_NUMERICHOST), family: junkNumber, socktype: junkNumber, protocol: junkNumber }),
      fc.record(
        { flags: fc.constant(AI_NUMERICHOST), family: fc.nat(12), socktype: fc.nat(5) },
        { requiredKeys: ['flags'] },
      ),
      fc.constantFrom<unknown>(true, 5, 'hints', Symbol('s'), () => 1),
      fc.constant(0).map(() => ({
        get flags(): number {
          throw new TypeError('mischief');
        },
      })),
    ),
    anything,
  ],
  getnameinfo: [
    fc.oneof(
      junkAddress,
      fc.record({ family: fc.constant('inet'), address: fc.ipV4(), port: fc.nat(65535) }),
      fc.record({ family: fc.constant('inet6'), address: fc.ipV6(), port: fc.nat(65535), scopeId: fc.nat(9) }),
    ),
    withBit(NI_NUMERICHOST),
    anything,
  ],
};
