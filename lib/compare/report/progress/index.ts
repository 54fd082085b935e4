import { SingleBar } from 'cli-progress';
import { clip } from '../text/wrap';
import { type Subject, fullText, shortText } from './describe';
import type { Progress } from '../../run/progress';

export type { Subject } from './describe';

/** Shows how far a run has come. */
export interface ProgressView {
  update(progress: Progress): void;
  stop(): void;
}

/** Where it is shown. */
export type ProgressStream = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

export const silent: ProgressView = { update: () => {}, stop: () => {} };

/** A bar on a terminal, a few plain lines elsewhere. */
export function showProgress(stream: ProgressStream, subject: Subject): ProgressView {
  return stream.isTTY ? bar(stream, subject) : lines(stream, subject);
}

const WIDTH = 80;
const BAR = 8;
/** Between the bar and its text. */
const SPACE = 1;

function bar(stream: ProgressStream, subject: Subject): ProgressView {
  const single = new SingleBar({
    // A bar and one text: cli-progress would take what stands in braces in a name for a value of its own.
    format: (options, { progress }, payload) => {
      const full = Math.round(progress * BAR);
      const left = (stream.columns ?? WIDTH) - BAR - 2 - SPACE;
      return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}] ${clipped((payload as { text: string }).text, left)}`;
    },
    stream,
    clearOnComplete: true,
    // Lines that wrap can't be drawn over.
    linewrap: false,
  });
  single.start(1, 0, { text: 'starting' });
  return {
    update(progress): void {
      single.update(Math.min(Math.max(progress.done, 0), 1), { text: shortText(progress, subject) });
    },
    stop: () => single.stop(),
  };
}

function clipped(text: string, width: number): string {
  return clip(text, width).replace('…', '~');
}

const STEP = 0.25;

/** A line at the start, and whenever another quarter is done. */
function lines(stream: ProgressStream, subject: Subject): ProgressView {
  let next = 0;
  return {
    update(progress): void {
      if (progress.done < next) return;
      stream.write(`${Math.floor(100 * Math.min(progress.done, 1))} %: ${fullText(progress, subject)}\n`);
      next = STEP * (Math.floor(progress.done / STEP) + 1);
    },
    stop(): void {},
  };
}
