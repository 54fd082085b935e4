import type { Figure } from '../figure';
import { curve } from './curve';
import { differences } from './differences';
import { ecdf } from './ecdf';
import { forest } from './forest';
import { histogram } from './histogram';
import { order } from './order';
import { shiftFunction } from './shift-function';

/** In the order in which they are on the page. */
export const figures: readonly Figure[] = [curve, forest, ecdf, shiftFunction, histogram, differences, order];
