// Short writes against SO_SNDBUF: how many bytes a call takes that is given more than there is room for, and where they are then.
//
// Run: npx ts-node experiments/short-writes/main.ts [--budget SECONDS]   (--help lists the options)
// See: README.md beside this file.
import { join } from 'node:path';
import { main } from '../program';
import { conclude } from './conclusion';
import { draw } from './figure';

void main({
  source: { module: join(__dirname, 'experiment.ts'), name: 'shortWrites' },
  about: 'Short writes against SO_SNDBUF: how much a call takes, and where the rest waits.',
  conclude,
  draw,
});
