import fc from 'fast-check';
import { junkNumber } from '../arbitrary';
import { type Shapes, anything } from './shape';

export const network: Shapes = {
  if_nametoindex: [fc.oneof(anything, fc.string({ maxLength: 40 }), fc.constantFrom('lo', 'x'.repeat(5000)))],
  if_indextoname: [fc.oneof(junkNumber, fc.nat(9)), anything],
  if_nameindex: [anything],
};
