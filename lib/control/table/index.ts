import type { ControlRow } from '../row';
import { socketRows } from './socket';

/** Every control message that has a form here. */
export const controlRows: readonly ControlRow[] = [...socketRows];
