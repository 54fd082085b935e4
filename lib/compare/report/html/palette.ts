/** The colours of the page and of its figures. Each is told from its neighbours by more than colour as well. */
export interface Palette {
  readonly paper: string;
  readonly panel: string;
  readonly ink: string;
  readonly muted: string;
  /** Lines that only order. */
  readonly rule: string;
  /** Lines of controls, which have to be seen. */
  readonly edge: string;
  readonly link: string;
  readonly baseline: string;
  readonly candidate: string;
  /** What can be the measurement's own doing. */
  readonly band: string;
  readonly alarm: string;
  readonly alarmPaper: string;
}

export const LIGHT: Palette = {
  paper: '#fbfaf8',
  panel: '#ffffff',
  ink: '#1d2125',
  muted: '#575e66',
  rule: '#e3e0da',
  edge: '#80868d',
  link: '#0a5c91',
  baseline: '#1f6f9f',
  candidate: '#b8500f',
  band: '#e9e6e0',
  alarm: '#7d3c00',
  alarmPaper: '#fff3e2',
};

export const DARK: Palette = {
  paper: '#14171a',
  panel: '#1b1f23',
  ink: '#e8e6e1',
  muted: '#a9b0b7',
  rule: '#30363c',
  edge: '#7d858d',
  link: '#7cc0ef',
  baseline: '#6fb6e3',
  candidate: '#f29a5b',
  band: '#2e343a',
  alarm: '#ffc987',
  alarmPaper: '#33261a',
};

/** The palette as custom properties, each of which follows the scheme that is in force. */
export function paletteCss(): string {
  return (Object.keys(LIGHT) as (keyof Palette)[])
    .map((name) => `--${name}: light-dark(${LIGHT[name]}, ${DARK[name]});`)
    .join(' ');
}
