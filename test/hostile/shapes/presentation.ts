import fc from 'fast-check';
import { AF_INET, AF_INET6 } from '../../../lib';
import { junkNumber } from '../arbitrary';
import { type Shapes, anything } from './shape';

const family = fc.oneof(junkNumber, fc.constantFrom(AF_INET, AF_INET6));

export const presentation: Shapes = {
  inet_pton: [family, fc.oneof(anything, fc.string(), fc.ipV4(), fc.ipV6()), anything],
  inet_ntop: [family, anything, anything],
};
