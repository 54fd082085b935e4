export type { Block, Counts } from './block';
export { UNTIMED, measureBlock } from './native';
export { measureClock } from './clock';
