export type { Exchange } from './exchange';
export { measureFixedRate } from './fixed-rate';
export type { Link } from './link';
export { UNTIMED, measurePingPong } from './ping-pong';
export { measureThroughput } from './throughput';
