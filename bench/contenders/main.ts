// node main.js contender case operations blocks: one contender and one case, alone in a fresh process, so that
// what the compiler learns of one does not slow down another. Prints a Reading.
import { join } from 'node:path';
import type { CaseName, Loops, Reading } from '../case';

const [contender, name, operationsText, blocksText] = process.argv.slice(2) as [string, CaseName, string, string];
const operations = Number(operationsText);
const { loops } = require(join(__dirname, contender)) as { loops: Loops };
const loop = loops[name]!();

// A few untimed blocks, until the compiler has done its work.
for (let block = 0; block < 4; block++) loop(operations);

const nanoseconds: number[] = [];
let seen = 0;
for (let block = 0; block < Number(blocksText); block++) {
  const start = process.hrtime.bigint();
  seen += loop(operations);
  nanoseconds.push(Number(process.hrtime.bigint() - start) / operations);
}
const reading: Reading = { nanoseconds, seen };
console.log(JSON.stringify(reading));
