// Runs the table in this process, whoever it belongs to, and prints what was wrong as JSON: started by errno.test.ts.
import { cases } from './cases';
import { doors } from './doors';
import { notForThisUser, runCase, title } from './run';

const wrong: string[] = [];
let ran = 0;
for (const errnoCase of cases.filter((candidate) => notForThisUser(candidate) === undefined)) {
  for (const door of doors) {
    ran++;
    const verdict = runCase(errnoCase, door);
    if (verdict !== undefined && 'wrong' in verdict) wrong.push(`${door.name}: ${title(errnoCase)}: ${verdict.wrong}`);
  }
}
process.stdout.write(JSON.stringify({ uid: process.getuid?.(), ran, wrong }));
