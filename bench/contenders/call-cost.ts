// node call-cost.js pair direction size calls rounds: the other side of bench/c/call-cost.c, which prints the same. The blocks
// are those of `sockcall compare`.
const { callExperiment } = require('sockcall/compare') as typeof import('../../lib/compare');

type Transport = 'socketpair' | 'tcp';
type Direction = 'send' | 'recv';

const [transport, direction, ...numbers] = process.argv.slice(2) as [Transport, Direction, ...string[]];
const [size, calls, rounds] = numbers.map(Number) as [number, number, number];

/** Places of the three blocks of a round, in random order. */
function order(): number[] {
  const places = [0, 1, 2];
  for (let last = 2; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [places[last], places[other]] = [places[other]!, places[last]!];
  }
  return places;
}

void (async () => {
  const experiment = callExperiment({ transports: [transport], sizes: [size], directions: [direction] });
  const [cell] = experiment.cells;
  const { baseline, candidates } = experiment.contest(cell!);
  const arms = [baseline, candidates[0]!, baseline];
  const bench = await experiment.open();
  for (let round = 0; round < rounds; round++) {
    await bench.renew();
    const found: number[] = [];
    for (const place of order()) {
      const counts = await bench.measure(cell!, arms[place]!, 'native', calls);
      if (counts.error !== undefined) throw counts.error;
      if (counts.short > 0) throw new Error(`${counts.short} calls were short`);
      found[place] = counts.total / counts.calls;
    }
    console.log([...found, bench.overhead('native')].map((value) => value.toFixed(3)).join(' '));
  }
  await bench.close();
})();
