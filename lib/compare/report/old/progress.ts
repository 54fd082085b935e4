import { SingleBar } from 'cli-progress';
import type { Progress } from '../../run';

/** Tells how far a run has come. */
export interface ProgressDisplay {
  update(progress: Progress): void;
  stop(): void;
}

export const silent: ProgressDisplay = { update: () => {}, stop: () => {} };

/** A bar on a terminal, a few plain lines elsewhere. */
export function progressOn(stream: NodeJS.WritableStream & { isTTY?: boolean }): ProgressDisplay {
  return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WritableStream): ProgressDisplay {
  const single = new SingleBar({
    format: 'measuring [{bar}] {percentage}% {rounds} rounds',
    stream,
    clearOnComplete: true,
  });
  single.start(100, 0, { rounds: 0 });
  return {
    update: ({ done, rounds }) => single.update(Math.floor(100 * done), { rounds }),
    stop: () => single.stop(),
  };
}

const STEP = 0.25;

function lines(stream: NodeJS.WritableStream): ProgressDisplay {
  let next = 0;
  stream.write('warming up\n');
  return {
    update({ done, rounds }): void {
      if (done < next) return;
      stream.write(`measuring: ${Math.floor(100 * done)} %, rounds done: ${rounds}\n`);
      next = STEP * (Math.floor(done / STEP) + 1);
    },
    stop(): void {},
  };
}
