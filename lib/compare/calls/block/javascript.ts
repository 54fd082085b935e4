import { constants } from 'node:os';
import { MSG_DONTWAIT, MSG_WAITALL, POLLIN, POLLOUT, recv, send } from '../../../raw';
import type { ProgramStep } from '../arm';
import { type Make, makerOf } from './javascript-steps';
import {
  COUNTERPART_RECV,
  COUNTERPART_SEND,
  type Found,
  type Loop,
  type Plan,
  UNTIMED,
  failureOf,
  moverOf,
} from './plan';
import { isReady } from './ready';
import { bufferOf, samplesFor } from './room';

const { EAGAIN } = constants.errno;

/**
 * The finest and the cheapest clock that JavaScript has: it tells nanoseconds, and two readings are 31 ns apart where those
 * of process.hrtime.bigint() are 40 ns apart, of process.hrtime() 41 ns.
 */
const now = performance.now.bind(performance);

/** The clock tells milliseconds. */
const NS = 1e6;

/** So many turns, in so many blocks, before the first block of an arm: until the compiler has done its work. */
const WARM_BLOCKS = 20;
const WARM_TURNS = 250;

const warmed = new Map<Loop, WeakSet<readonly ProgramStep[]>>();

/** Runs a loop in JavaScript, as the native ones, with the calls made by the raw door. */
export function runJavaScript(loop: Loop, plan: Plan): Found {
  let warm = warmed.get(loop);
  if (warm === undefined) warmed.set(loop, (warm = new WeakSet()));
  if (!warm.has(plan.steps)) {
    for (let block = 0; block < WARM_BLOCKS; block++) {
      const found = new JavaScriptLoop(plan, WARM_TURNS).run(loop);
      if (found.error !== undefined) return found;
    }
    warm.add(plan.steps);
  }
  return new JavaScriptLoop(plan, plan.calls).run(loop);
}

/** What the steps answered and how long they took. */
class JavaScriptLoop {
  private readonly makes: readonly Make[];
  private readonly mover: number;
  private readonly out: Uint8Array;
  private readonly in: Uint8Array;
  private readonly samples: Float64Array;

  private calls = 0;
  private total = 0;
  private short = 0;
  private failed = 0;
  private eagain = 0;
  private unexpected = 0;
  /** The place of the step that failed, or one of the COUNTERPART_ numbers. */
  private place = 0;
  /** How long the last steps took. */
  private took = 0;

  constructor(
    private readonly plan: Plan,
    private readonly turns: number,
  ) {
    const { steps, timed, size } = plan;
    const buffer = bufferOf(size);
    this.out = buffer.subarray(0, size);
    this.in = buffer.subarray(size);
    this.samples = samplesFor(Math.max(turns, UNTIMED));
    this.mover = moverOf(steps);
    this.makes = steps.map((step) => makerOf(step, timed, plan.receives ? this.in : this.out));
  }

  run(loop: Loop): Found {
    let error = 0;
    for (let left = UNTIMED; left > 0 && error === 0; left--) error = this.turn(loop);
    this.restart();
    for (let left = this.turns; left > 0 && error === 0; left--) error = this.turn(loop);
    const { calls, total, short, failed, eagain, unexpected, samples, place, plan } = this;
    const found = { calls, total, short, failed, eagain, unexpected, samples: { value: samples.subarray(0, calls) } };
    return error === 0 ? found : { ...found, error: failureOf(plan.steps, place, error) };
  }

  /** Forgets what was found so far, but not a failure. */
  private restart(): void {
    this.calls = this.total = this.short = this.eagain = this.unexpected = 0;
  }

  private turn(loop: Loop): number {
    if (loop === 'call') return this.plan.receives ? this.exchangeIn() : this.exchangeOut();
    const answer = this.time();
    if (loop === 'eagain' && answer >= 0) this.unexpected++;
    else if (answer < 0 && !(loop === 'eagain' && this.refused(answer))) return this.fail(this.place, answer);
    else this.add();
    return loop === 'between' ? this.exchangeUntimed() : 0;
  }

  private exchangeUntimed(): number {
    const { timed, counterpart } = this.plan;
    const sent = this.send(timed);
    if (sent < 0) return this.fail(COUNTERPART_SEND, sent);
    const received = this.drain(counterpart, sent);
    return received < 0 ? this.fail(COUNTERPART_RECV, received) : 0;
  }

  /** Makes the steps between two readings of the clock. */
  private time(): number {
    const { makes, mover } = this;
    let moved = 0;
    const start = now();
    for (let place = 0; place < makes.length; place++) {
      const answer = makes[place]!();
      if (answer < 0) {
        this.place = place;
        moved = answer;
        break;
      }
      if (place === mover) moved = answer;
    }
    this.took = now() - start;
    return moved;
  }

  private exchangeOut(): number {
    const answer = this.timeReady(POLLOUT);
    if (answer < 0) return this.fail(this.place, answer);
    this.add();
    const received = this.drain(this.plan.counterpart, answer);
    if (received < 0) return this.fail(COUNTERPART_RECV, received);
    if (answer !== this.plan.size || received !== answer) this.short++;
    return 0;
  }

  private exchangeIn(): number {
    const sent = this.send(this.plan.counterpart);
    if (sent < 0) return this.fail(COUNTERPART_SEND, sent);
    const answer = this.timeReady(POLLIN);
    if (answer < 0) return this.fail(this.place, answer);
    this.add();
    if (answer !== this.plan.size || sent !== answer) this.short++;
    // The end of the stream leaves nothing, and what is left of a message is gone.
    if (answer === 0 || answer === sent || this.plan.messages) return 0;
    const rest = this.drain(this.plan.timed, sent - answer);
    return rest < 0 ? this.fail(COUNTERPART_RECV, rest) : 0;
  }

  /** Makes the steps again, after poll(), where they answer EAGAIN; or not, if the block has no patience. */
  private timeReady(events: number): number {
    for (;;) {
      const answer = this.time();
      if (!this.refused(answer) || !this.wait(this.plan.timed, events)) return answer;
      this.eagain++;
    }
  }

  private send(fd: number): number {
    for (;;) {
      const sent = send(fd, this.out);
      if (sent !== -EAGAIN || !this.wait(fd, POLLOUT)) return sent;
    }
  }

  private drain(fd: number, count: number): number {
    const { messages } = this.plan;
    let drained = 0;
    while (drained < count) {
      const got = recv(fd, this.in, messages ? MSG_DONTWAIT : MSG_WAITALL, 0, count - drained);
      if (got === -EAGAIN && this.wait(fd, POLLIN)) continue;
      if (got < 0) return got;
      drained += got;
      if (got === 0 || messages) break;
    }
    return drained;
  }

  private wait(fd: number, events: number): boolean {
    return this.plan.patience > 0 && isReady(fd, events, this.plan.patience);
  }

  private refused(answer: number): boolean {
    return answer === -EAGAIN && this.place === this.mover;
  }

  private add(): void {
    const value = this.took * NS;
    this.samples[this.calls++] = value;
    this.total += value;
  }

  private fail(place: number, answer: number): number {
    this.place = place;
    this.failed++;
    return answer;
  }
}
