import { formatBlocksCsv, formatCsv } from '../../csv';
import { Controls } from './controls';
import { type PageData, readData } from './data';
import { button, find } from './dom';
import { downloadText } from './download';
import { Frame } from './figure';
import { figures } from './figures';
import { LIGHT } from '../palette';
import { Choices } from './selection';
import { followTheme } from './theme';

async function start(): Promise<void> {
  const data = await readData();
  offerData(data);
  const choices = new Choices(data);
  const first = choices.first();
  if (first === undefined) {
    followTheme(() => {});
    find('.figures').textContent = 'There is nothing to draw.';
    return;
  }
  const frames = figures.map((figure) => new Frame(figure, data));
  find('.figures').append(...frames.map(({ root }) => root));
  const controls = new Controls(choices, first, (selection) => frames.forEach((frame) => frame.show(selection)));
  const redraw = (): void => frames.forEach((frame) => frame.show(controls.selection));
  followTheme(redraw);
  redraw();
  followWidth(redraw);
  addEventListener('beforeprint', () => frames.forEach((frame) => frame.show(controls.selection, LIGHT)));
  addEventListener('afterprint', redraw);
}

/** Draws again when the page has another width; not for every pixel on the way. */
function followWidth(redraw: () => void): void {
  let width = find('.figures').clientWidth;
  let frame = 0;
  new ResizeObserver(() => {
    if (find('.figures').clientWidth === width) return;
    width = find('.figures').clientWidth;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(redraw);
  }).observe(find('.figures'));
}

function offerData(data: PageData): void {
  const { record, analysis, stored } = data;
  const name = record.experiment.name.replace(/[^\w.-]+/g, '_');
  const tools = find('.downloads');
  tools.append(
    button('Run (JSON)', 'Download the run as JSON', () => downloadText(`${name}.json`, stored, 'application/json')),
    button('Comparisons (CSV)', 'Download the comparisons as CSV', () =>
      downloadText(`${name}-comparisons.csv`, formatCsv(record, analysis), 'text/csv'),
    ),
    button('Blocks (CSV)', 'Download the raw blocks as CSV', () =>
      downloadText(`${name}-blocks.csv`, formatBlocksCsv(record), 'text/csv'),
    ),
  );
  tools.hidden = false;
}

start().catch((error: unknown) => {
  find('.figures').textContent = `The figures could not be drawn: ${String(error)}`;
  throw error;
});
