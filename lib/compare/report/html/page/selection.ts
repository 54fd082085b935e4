import type { Comparison } from '../../../analysis/comparison';
import type { Level } from '../../../experiment';
import { formatLevel, titleOf } from '../../words';
import type { PageData } from './data';

/** What the reader looks at. */
export interface Selection {
  readonly comparison: Comparison;
  /** `blocks` for the means of blocks, or a kind of single values. */
  readonly values: string;
  /** What shifts are shown in. */
  readonly percent: boolean;
}

/** Something to choose, and what there is. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly selected: string;
}

/** What tells a comparison from the others: its arms, its levels, its view. */
interface Trait {
  readonly id: string;
  readonly label: string;
  readonly of: (comparison: Comparison) => string;
  readonly text: (value: string) => string;
}

export class Choices {
  private readonly traits: readonly Trait[];

  constructor(private readonly data: PageData) {
    const { factors, armTitles } = data.record.experiment;
    const { comparisons } = data.analysis;
    const title = (arm: string): string => armTitles?.[arm] ?? arm;
    const all: Trait[] = [
      {
        id: 'arms',
        label: 'arms',
        of: ({ baseline, candidate }) => JSON.stringify([candidate.arm, baseline.arm]),
        text: (value) => (JSON.parse(value) as string[]).map(title).join(' against '),
      },
      ...factors.map((factor): Trait => {
        const levels = new Map(factor.levels.map((level): [string, Level] => [String(level), level]));
        return {
          id: `factor-${factor.name}`,
          label: factor.title,
          of: ({ cell }) => String(cell[factor.name]),
          text: (value) => titleOf(factor, levels.get(value)) || formatLevel(factor, value),
        };
      }),
      { id: 'view', label: 'view', of: ({ view }) => view, text: (value) => value },
    ];
    this.traits = all.filter((trait) => new Set(comparisons.map((comparison) => trait.of(comparison))).size > 1);
  }

  first(): Selection | undefined {
    const [comparison] = this.data.analysis.comparisons;
    return comparison && { comparison, values: 'blocks', percent: false };
  }

  /** All that can be chosen now. */
  of(selection: Selection): Choice[] {
    const { comparisons } = this.data.analysis;
    const traits = this.traits.map(({ id, label, of, text }) => ({
      id,
      label,
      options: [...new Set(comparisons.map(of))].map((value) => ({ value, text: text(value) })),
      selected: of(selection.comparison),
    }));
    const unit = this.data.record.experiment.quantity.unit;
    const scale = {
      id: 'scale',
      label: 'shifts in',
      options: [
        { value: 'unit', text: unit },
        { value: 'percent', text: '%' },
      ],
      selected: selection.percent ? 'percent' : 'unit',
    };
    return [...traits, ...this.valueChoice(selection), scale];
  }

  private valueChoice({ comparison, values }: Selection): Choice[] {
    const kinds = this.kindsOf(comparison);
    if (kinds.length === 0) return [];
    return [
      {
        id: 'values',
        label: 'values',
        options: [
          { value: 'blocks', text: 'means of blocks' },
          ...kinds.map((kind) => ({
            value: kind,
            text: kind === 'value' ? 'single values' : `single values, ${kind}`,
          })),
        ],
        selected: values,
      },
    ];
  }

  private kindsOf({ index, view }: Comparison): string[] {
    const own = this.data.record.distributions.filter((entry) => entry.cell === index && entry.view === view);
    return [...new Set(own.map(({ kind }) => kind))];
  }

  /** What is chosen after one control was changed: where there is no such comparison, the most alike one. */
  after(selection: Selection, id: string, value: string): Selection {
    if (id === 'scale') return { ...selection, percent: value === 'percent' };
    if (id === 'values') return { ...selection, values: value };
    const changed = this.traits.find((trait) => trait.id === id)!;
    const alike = (comparison: Comparison): number =>
      this.traits.filter((trait) => trait.of(comparison) === trait.of(selection.comparison)).length;
    const fitting = this.data.analysis.comparisons.filter((comparison) => changed.of(comparison) === value);
    const comparison = fitting.reduce((best, each) => (alike(each) > alike(best) ? each : best));
    const values = this.kindsOf(comparison).includes(selection.values) ? selection.values : 'blocks';
    return { ...selection, comparison, values };
  }

  /** In words, for those who can't see what has changed. */
  describe({ comparison }: Selection): string {
    return this.traits.map((trait) => trait.text(trait.of(comparison))).join(', ');
  }
}
