import { later } from './core/later';

/** The codecs of options and the forms of control messages, compiled when the first is needed. */
export const values = later('values', () => require('./values') as typeof import('./values'));
