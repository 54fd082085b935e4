import { type Environment, facts } from '../../environment';
import type { RunRecord } from '../../record';
import { formatList, plural } from '../words';
import type { Row } from './row';

/** What everybody asks first; the others are for reports with more room. */
const SHORT: readonly string[] = ['date', 'versions', 'kernel', 'processor', 'virtual machine', 'load at the start'];

/** Where and with what a run was made; of a run that was put together, what differs among its parts is told of each. */
export function surroundingsOf(record: RunRecord, all: boolean): Row[] {
  const texts = environmentsOf(record).map(textsOf);
  const titles = [...new Set(texts.flatMap((each) => [...each.keys()]))].filter(
    (title) => all || SHORT.includes(title),
  );
  return [
    ...partsRow(record),
    ...titles.map((title) => ({
      name: NAMES[title] ?? title,
      text: commonOrEach(texts.map((each) => each.get(title))),
    })),
  ];
}

const NAMES: Readonly<Record<string, string>> = { 'virtual machine': 'virtual', 'load at the start': 'load' };

export function environmentsOf({ environment, merged }: RunRecord): readonly Environment[] {
  return merged?.map((part) => part.environment) ?? [environment];
}

function textsOf(environment: Environment): ReadonlyMap<string, string> {
  return new Map(facts(environment).map(({ title, text }) => [title, text]));
}

function commonOrEach(texts: readonly (string | undefined)[]): string {
  if (new Set(texts).size === 1) return texts[0]!;
  return texts.map((text, place) => `${partName(place)}: ${text ?? 'none'}`).join('; ');
}

/** Which processes are whose: they are numbered through. */
function partsRow({ merged }: RunRecord): Row[] {
  if (merged === undefined) return [];
  const parts = merged.map(({ processes }, place) => {
    const numbers = formatList(processes.map((index) => String(index + 1)));
    return `${partName(place)} has ${processes.length === 1 ? 'process' : 'processes'} ${numbers}`;
  });
  return [{ name: 'parts', text: `${plural(merged.length, 'run')} put together: ${parts.join('; ')}` }];
}

/** How one of the runs that a run was put together of is called. */
export function partName(place: number): string {
  return `part ${place + 1}`;
}
