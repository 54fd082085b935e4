// Runs an experiment by its name.
//
// Run: npm run experiment -- NAME [OPTIONS]
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const names = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const [name = ''] = process.argv.splice(2, 1);
if (names.includes(name)) require(join(__dirname, name, 'main'));
else {
  console.error(`usage: npm run experiment -- NAME [OPTIONS]\n\nThere are: ${names.join(', ')}`);
  process.exitCode = 2;
}
