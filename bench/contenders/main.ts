// node main.js contender case operations blocks: one contender and one case, alone in a fresh process, so that
// what the compiler learns of one does not slow down another. Prints a Reading.
import { join } from 'node:path';
import type { CaseName, Loop, Loops, Reading } from '../case';

const [contender, name, operationsText, blocksText] = process.argv.slice(2) as [string, CaseName, string, string];
const operations = Number(operationsText);
const { loops } = require(join(__dirname, contender)) as { loops: Loops };

/** Times a loop's blocks. A loop that waits for events is awaited; to await another one would cost it a turn. */
async function measure(loop: Loop): Promise<Reading> {
  // A few untimed blocks, until the compiler has done its work.
  for (let block = 0; block < 4; block++) await loop(operations);
  const nanoseconds: number[] = [];
  let seen = 0;
  for (let block = 0; block < Number(blocksText); block++) {
    const start = process.hrtime.bigint();
    const answer = loop(operations);
    seen += typeof answer === 'number' ? answer : await answer;
    nanoseconds.push(Number(process.hrtime.bigint() - start) / operations);
  }
  return { nanoseconds, seen };
}

void (async () => {
  const reading = await measure(await loops[name]!());
  // Sockets of node:dgram would keep the process alive.
  process.stdout.write(`${JSON.stringify(reading)}\n`, () => process.exit());
})();
