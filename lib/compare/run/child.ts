import { F_SETFL, F_SETOWN, F_SETSIG, O_ASYNC, fcntl } from '../../index';
import { loadExperiment } from '../load/experiment';
import { measure } from './measure';
import { type Channel, type Order, type Report, STOP, type Task } from './message';

// What a process that measures starts with. It leads a group of its own, so that Ctrl-C on the terminal goes to the
// starting process alone: a signal in the middle of a block would be a call that fails with EINTR.

/** Has the kernel end the whole group when the starting process is gone, however that came, and whatever is done then. */
function endWithStarter(): void {
  if (F_SETSIG === undefined || F_SETOWN === undefined || O_ASYNC === undefined) return;
  const stdin = 0 as Parameters<typeof fcntl>[0];
  fcntl(stdin, F_SETOWN, -process.pid);
  fcntl(stdin, F_SETSIG, SIGTERM);
  fcntl(stdin, F_SETFL, O_ASYNC);
}

const SIGTERM = 15;

class ToStarter implements Channel {
  private readonly controller = new AbortController();
  private answered: ((order: Order) => void) | undefined;
  readonly signal = this.controller.signal;

  constructor() {
    process.on('message', (said: Order | typeof STOP) => {
      if (said === STOP) this.controller.abort();
      else this.answered?.(said);
    });
  }

  report(report: Report): Promise<Order> {
    process.send!(report);
    return new Promise((resolve) => (this.answered = resolve));
  }
}

async function main(task: Task): Promise<void> {
  const channel = new ToStarter();
  try {
    const experiment = await loadExperiment(task.source);
    await measure(experiment, task, channel, () => performance.now());
  } catch (error) {
    await channel.report({ kind: 'end', distributions: [], failure: (error as Error).message });
  }
  process.disconnect();
}

process.on('disconnect', () => process.exit());
endWithStarter();
process.once('message', (task: Task) => void main(task));
