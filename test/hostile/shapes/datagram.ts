import fc from 'fast-check';
import { Sockaddr } from '../../../lib/raw';
import { junkAddress, junkFd, junkNumber } from '../arbitrary';
import { type Shapes, anything, sockaddr } from './shape';

/** What is named last is the raw door's. */
const place = fc.oneof(junkNumber, fc.nat(80));

export const datagram: Shapes = {
  sendto: [junkFd, anything, junkNumber, fc.oneof(sockaddr, junkAddress, fc.constant(undefined)), place, place],
  recvfrom: [
    junkFd,
    anything,
    junkNumber,
    fc.oneof(
      sockaddr,
      fc.constant(0).map(() => new Sockaddr()),
      fc.constant(undefined),
    ),
    place,
    place,
  ],
};
