export type { Exchange } from './exchange';
export { measureFixedRate } from './fixed-rate';
export type { Link } from './link';
export { measurePingPong } from './ping-pong';
export { measureThroughput } from './throughput';
