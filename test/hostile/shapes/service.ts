import fc from 'fast-check';
import { junkNumber } from '../arbitrary';
import { type Shapes, anything } from './shape';

const name = fc.oneof(anything, fc.string(), fc.constantFrom('http', 'tcp', 'udp', 'x'.repeat(5000)));

export const service: Shapes = {
  getservbyname: [name, name, anything],
  getservbyport: [fc.oneof(junkNumber, fc.nat(1000)), name, anything],
  getprotobyname: [name, anything],
  getprotobynumber: [fc.oneof(junkNumber, fc.nat(260)), anything],
};
