// Nagle's algorithm against delayed acknowledgements: a request that is sent in two parts, and the ways around the stall.
//
// Run: npx ts-node experiments/nagle/main.ts [--budget SECONDS]   (--help lists the options)
// See: README.md beside this file.
import { join } from 'node:path';
import { main } from '../program';
import { conclude } from './conclusion';
import { draw } from './figure';

void main({
  source: { module: join(__dirname, 'experiment.ts'), name: 'nagle' },
  about: "Nagle's algorithm against delayed acknowledgements: what a request in two parts costs, and what helps.",
  conclude,
  draw,
});
