import type { Analysis, Percentiles } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { formatCount, formatNumber, scaleOf } from '../words';
import { type Seen, levelsIn } from './levels';
import type { ReportTable, Section } from './table';

/** Percentiles of single values, corrected and uncorrected next to each other; undefined if there are none. */
export function percentileTable(record: RunRecord, analysis: Analysis, wide: boolean): ReportTable | undefined {
  const levels = levelsIn(record, analysis).filter(({ level }) => Object.keys(level.percentiles).length > 0);
  if (levels.length === 0) return undefined;
  const places = new Map<string, Seen[]>();
  for (const seen of levels) {
    const key = JSON.stringify([seen.place, seen.view]);
    places.set(key, [...(places.get(key) ?? []), seen]);
  }
  const kinds = new Set(levels.flatMap(({ level }) => Object.keys(level.percentiles)));
  const corrected = kinds.has('corrected')
    ? ' Corrected values count from the moment at which a message was to be sent, so that waiting behind a late one ' +
      'shows; uncorrected ones from when it was sent.'
    : '';
  return {
    id: 'percentiles',
    title: 'Percentiles of single values',
    about: `From a histogram of all single values, what measuring adds subtracted.${corrected}`,
    aligns: ['left', 'left', ...Array<'right'>(wide ? 7 : 6).fill('right')],
    sections: [...places.values()].map((seen) => sectionOf(seen, record, kinds.size > 1, wide)),
  };
}

/** Maxima are long, and medians next to them need their digits. */
const LARGE = 1e6;

function sectionOf(seen: readonly Seen[], { experiment }: RunRecord, severalKinds: boolean, wide: boolean): Section {
  const { place, view, factor, index } = seen[0]!;
  const all = seen.flatMap(({ level }) => Object.values(level.percentiles));
  const { unit, per } = scaleOf(
    experiment.quantity.unit,
    all.map(({ max }) => max),
    LARGE,
  );
  const first = view === experiment.cells[index]?.views[0];
  const where = [place, ...(first ? [] : [view])].filter((text) => text !== '').join(', ');
  return {
    title: where === '' ? `In ${unit}` : `${where}, in ${unit}`,
    head: [factor?.title ?? '', 'arm', 'p50', 'p90', 'p99', 'p99.9', 'p99.99', 'max', ...(wide ? ['values'] : [])],
    rows: seen.flatMap(({ level, size }) =>
      Object.entries(level.percentiles).map(([kind, figures]) => ({
        cells: [size, severalKinds ? `${level.arm}, ${kind}` : level.arm, ...figuresOf(figures, per, wide)],
      })),
    ),
  };
}

function figuresOf({ p50, p90, p99, p999, p9999, max, count }: Percentiles, per: number, wide: boolean): string[] {
  const figures = [p50, p90, p99, p999, p9999, max].map((figure) => formatNumber(figure / per));
  return wide ? [...figures, formatCount(count)] : figures;
}
