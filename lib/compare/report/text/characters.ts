/** What plots are drawn with. */
export interface Characters {
  readonly line: string;
  readonly point: string;
  readonly zero: string;
  readonly band: string;
  readonly before: string;
  readonly after: string;
  /** From the least to the greatest. */
  readonly bars: string;
}

export const UNICODE: Characters = {
  line: '━',
  point: '●',
  zero: '│',
  band: '░',
  before: '◀',
  after: '▶',
  bars: '▁▂▃▄▅▆▇█',
};

export const ASCII: Characters = {
  line: '-',
  point: 'o',
  zero: '|',
  band: ':',
  before: '<',
  after: '>',
  bars: '12345678',
};
