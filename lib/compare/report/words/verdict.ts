import type { Verdict } from '../../analysis/comparison';

/** How a verdict reads in a table. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  more: 'more',
  less: 'less',
  negligible: 'negligible',
  none: 'none',
  'too few': 'too few',
};

/** What each of them says. */
export const MEANINGS: Readonly<Record<Verdict, string>> = {
  more: 'the candidate has more than the baseline: significant, and the whole interval lies beyond the A/A floor and beyond what is too small to matter',
  less: 'the candidate has less than the baseline, by the same rules',
  negligible: 'the whole interval lies within what is too small to matter',
  none: 'no difference that this run can show, which is not the same as no difference',
  'too few': 'too few rounds for any word',
};
