import { close } from '../../../call/lifecycle/raw';
import { NOTHING } from '../party/account';
import { Outcome, type Report } from '../party/outcome';
import { runParty } from '../party/run';
import type { Terms } from '../party/terms';
import type { Control } from './control';
import type { Answer, Order } from './order';

/** What a peer does until nobody has an order for it any more. */
export function serve(control: Control, kind: 'thread' | 'process'): void {
  let ends: readonly number[] = [];
  const say = (answer: Answer): boolean => control.write(answer);
  const giveBack = (): void => {
    // Those of a thread are not its own.
    if (kind === 'process') for (const fd of ends) close(fd);
    ends = [];
  };
  try {
    say({ ready: true });
    for (;;) {
      const order = control.read() as Order | undefined;
      if (order === undefined) return;
      if (order.order === 'take') {
        giveBack();
        ends = kind === 'process' ? control.takeFds() : order.fds;
        say({ taken: ends.length });
      } else if (order.order === 'party') say({ report: take(control, ends[order.end]!, order.terms) });
    }
  } finally {
    giveBack();
  }
}

function take(control: Control, data: number, terms: Terms): Report {
  // The order to leave has been read already, so the loop would not find it.
  if (control.pending) return { outcome: Outcome.CALLED_OFF, account: NOTHING };
  return runParty({ data, control: control.fd }, terms);
}
