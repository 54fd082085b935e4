export type { Block, BlockView, Ends } from './block';
export { type CounterCost, Instruments } from './instruments';
export { measureAloneBlock, measureBetweenBlock, measureCallBlock, measureEagainBlock } from './measure';
export { UNTIMED } from './plan';
