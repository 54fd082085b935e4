// Measures in two processes, and leaves so few descriptors for the second one as the argument says. Prints how it ended.
const { closeSync, openSync } = require('node:fs');
const { join } = require('node:path');
const { run } = require('sockcall/compare');

const fds = [];

function crowd(left) {
  try {
    for (;;) fds.push(openSync('/dev/null'));
  } catch (error) {
    if (error.code !== 'EMFILE') throw error;
  }
  fds.splice(0, left).forEach(closeSync);
}

async function main() {
  const source = { module: join(__dirname, 'made-up.ts'), name: 'madeUp', options: {} };
  const plan = { seed: 1, budgetMs: null, rounds: 2, processes: 2, width: null };
  const onProgress = ({ process: index, phase }) => {
    if (index === 1 && phase === 'starting') crowd(Number(process.argv[2]));
  };
  const { end, failure, processes, blocks } = await run(source, plan, { onProgress });
  fds.forEach(closeSync);
  process.stdout.write(
    JSON.stringify({ end, failure, processes: processes.map((each) => each.failure ?? null), blocks: blocks.length }),
  );
}

void main();
