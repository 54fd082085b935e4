import type { Factor, Level } from '../experiment';
import type { CallCell, Mode } from './conditions';
import { transports } from './transport';

const MODES: Readonly<Record<Mode, string>> = {
  // What is meant when nothing is said.
  call: '',
  eagain: 'calls that answer EAGAIN',
  'ping-pong': 'ping-pong',
  throughput: 'throughput',
  'fixed-rate': 'requests at a fixed rate',
};

/** The conditions of the experiment on calls, with the levels that its cells have. */
export function factorsOf(cells: readonly CallCell[]): readonly Factor[] {
  const titles = Object.fromEntries(Object.entries(transports).map(([name, { title }]) => [name, title]));
  const levels = (name: keyof CallCell): readonly Level[] => [...new Set(cells.map((cell) => cell[name]!))];
  return [
    { name: 'mode', title: 'mode', levels: levels('mode'), titles: MODES, word: 'in' },
    { name: 'transport', title: 'transport', levels: levels('transport'), titles },
    { name: 'size', title: 'message size', unit: 'B', levels: levels('size') },
    // The arms tell it.
    { name: 'direction', title: 'direction', levels: levels('direction'), titles: { send: '', recv: '' } },
    {
      name: 'blocking',
      title: 'blocking',
      levels: levels('blocking'),
      titles: { true: '', false: 'non-blocking descriptors' },
      word: 'with',
    },
  ];
}
