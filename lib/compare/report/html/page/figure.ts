import { csvRow } from '../../csv/row';
import { LIGHT, type Palette } from '../palette';
import type { PageData } from './data';
import { button, element } from './dom';
import { download, downloadText, pngOf, svgText } from './download';
import type { Selection } from './selection';
import { palette } from './theme';

/** What a figure is drawn from. */
export interface Context {
  readonly data: PageData;
  readonly selection: Selection;
  /** In pixels. */
  readonly width: number;
  readonly palette: Palette;
}

/** What came of it. */
export interface Drawn {
  readonly svg: SVGSVGElement;
  /** What is to be seen, in a sentence or two with its numbers. */
  readonly summary: string;
  readonly legend: readonly { readonly text: string; readonly mark: SVGSVGElement }[];
  /** The data of the figure. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface Figure {
  readonly id: string;
  readonly title: string;
  /** What it is, and how to read it. */
  readonly description: string;
  readonly wide?: boolean;
  /** Nothing, or why there is nothing to draw. */
  draw(context: Context): Drawn | string;
}

/** Where and how a figure is on the page. */
export class Frame {
  readonly root: HTMLElement;
  private readonly plot = element('div', { class: 'plot', tabindex: 0, role: 'group' });
  private readonly legend = element('ul', { class: 'legend' });
  private readonly summary: HTMLElement;
  private readonly table = element('div', { class: 'scroll', tabindex: 0, role: 'group' });
  private readonly details: HTMLDetailsElement;
  private readonly tools: HTMLElement;
  private drawn: Drawn | undefined;
  private selection: Selection | undefined;

  constructor(
    private readonly figure: Figure,
    private readonly data: PageData,
  ) {
    const { id, title, description, wide } = figure;
    this.summary = element('p', { id: `${id}-summary`, class: 'muted' });
    // It can be wider than a narrow page, and is scrolled then: by keyboard, too.
    this.plot.setAttribute('aria-label', `Figure: ${title}`);
    this.table.setAttribute('aria-label', `Data of the figure: ${title}`);
    this.details = element('details', {}, element('summary', {}, 'Table of this figure’s data'), this.table);
    this.details.addEventListener('toggle', () => this.fillTable());
    this.tools = element(
      'div',
      { class: 'tools' },
      button('SVG', `Download the figure ${title} as SVG`, () => this.saveSvg()),
      button('PNG', `Download the figure ${title} as PNG`, () => void this.savePng()),
      button('CSV', `Download the data of the figure ${title} as CSV`, () => this.saveCsv()),
    );
    this.root = element(
      'figure',
      { id: `figure-${id}`, class: wide ? 'wide' : undefined, 'aria-labelledby': `${id}-title` },
      element('figcaption', {}, element('h3', { id: `${id}-title` }, title), element('p', {}, description)),
      this.legend,
      this.plot,
      this.summary,
      this.tools,
      this.details,
    );
  }

  show(selection: Selection, colours: Palette = palette()): void {
    this.selection = selection;
    const drawn = this.draw(colours, this.plot.clientWidth || 600);
    const empty = typeof drawn === 'string';
    this.drawn = empty ? undefined : drawn;
    this.plot.replaceChildren(empty ? element('p', {}, drawn) : drawn.svg);
    this.legend.replaceChildren(...(empty ? [] : drawn.legend.map(({ text, mark }) => element('li', {}, mark, text))));
    this.summary.textContent = empty ? '' : drawn.summary;
    this.tools.hidden = empty;
    this.details.hidden = empty;
    this.fillTable();
  }

  private draw(colours: Palette, width: number): Drawn | string {
    const { id, title } = this.figure;
    const drawn = this.figure.draw({ data: this.data, selection: this.selection!, width, palette: colours });
    if (typeof drawn === 'string') return drawn;
    drawn.svg.setAttribute('role', 'img');
    drawn.svg.setAttribute('aria-label', title);
    drawn.svg.setAttribute('aria-describedby', `${id}-summary`);
    return drawn;
  }

  /** The table is made when it is asked for: some have thousands of rows. */
  private fillTable(): void {
    if (!this.details.open || this.drawn === undefined) return this.table.replaceChildren();
    const { head, rows } = this.drawn;
    const line = (cells: readonly (string | number)[]): HTMLElement =>
      element(
        'tr',
        {},
        ...cells.map((cell) => element('td', { class: typeof cell === 'number' ? 'right' : undefined }, shown(cell))),
      );
    this.table.replaceChildren(
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
        element('tbody', {}, ...rows.map(line)),
      ),
    );
  }

  /** A file is for a light page, whatever this one is, and has its title and its ground with it. */
  private forFile(): SVGSVGElement {
    const drawn = this.draw(LIGHT, 720) as Drawn;
    const { svg } = drawn;
    const make = (name: string, attributes: Record<string, string>, text = ''): SVGElement => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
      made.textContent = text;
      return made;
    };
    svg.prepend(
      make('title', {}, this.figure.title),
      make('desc', {}, drawn.summary),
      make('rect', { width: '100%', height: '100%', fill: LIGHT.panel }),
    );
    svg.removeAttribute('aria-describedby');
    return svg;
  }

  private fileName(extension: string): string {
    return `${this.data.record.experiment.name}-${this.figure.id}.${extension}`.replace(/[^\w.-]+/g, '_');
  }

  private saveSvg(): void {
    downloadText(this.fileName('svg'), svgText(this.forFile()), 'image/svg+xml');
  }

  private async savePng(): Promise<void> {
    download(this.fileName('png'), await pngOf(this.forFile()));
  }

  private saveCsv(): void {
    const { head, rows } = this.drawn!;
    downloadText(this.fileName('csv'), [head, ...rows].map((row) => csvRow(row)).join(''), 'text/csv');
  }
}

function shown(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  return Number.isFinite(cell) ? String(Number(cell.toPrecision(6))) : '?';
}
