import { contender } from '../build';
import { output } from '../child';
import type { Contender, Suite } from './suite';

/** Names a module as require() takes it. */
function loading(name: string, module: string): Contender {
  return { name, sample: () => Number(output(process.execPath, [contender('load'), module])) };
}

export function load(): Suite {
  return {
    name: 'load',
    title: 'require() in a fresh process',
    notes: ['The file cache is warm. The time is inside the process, around require() alone.'],
    unit: 'ms',
    contenders: [
      loading('empty module', contender('empty')),
      loading('sockcall', 'sockcall'),
      loading('sockcall/raw', 'sockcall/raw'),
      loading('sockcall/result', 'sockcall/result'),
    ],
    targets: [{ contender: 'sockcall', over: 'difference', atMost: 5 }],
  };
}
