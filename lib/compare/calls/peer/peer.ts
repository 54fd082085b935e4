import { setTimeout } from 'node:timers/promises';
import { AF_UNIX, type Fd, SOCK_STREAM, close, socketpair } from '../../../index';
import { type WaitError, readable } from '../../../promises';
import type { PeerKind } from '../conditions';
import { type Report, type Terms, setSlice } from '../party';
import type { Body } from './body';
import { Control } from './control';
import type { Answer, Order } from './order';
import { PeerError } from './peer-error';
import { startProcess } from './process';
import { startThread } from './thread';

const START_MS = 30_000;
/** For an answer: longer than any wait of a party's. */
const ANSWER_SLICES = 300;
/** The same when the block was called off, which it looks for after each slice. */
const CALLED_OFF_SLICES = 50;
/** How long it takes at most until a process's end is known here, when its descriptors are closed. */
const HEAR_MS = 2000;

const startBody = { thread: startThread, process: startProcess };

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The other end: a thread or a process that does its part of a block when it is told to. */
export class Peer {
  private readonly control: Control;
  private open = true;

  private constructor(
    private readonly kind: PeerKind,
    private readonly body: Body,
    private readonly fds: readonly Fd[],
  ) {
    this.control = new Control(fds[0]!);
  }

  /** Starts one, on a processor if it is given one, and waits until it is ready. */
  static async start(kind: PeerKind, cpu: number | null): Promise<Peer> {
    const [own, its] = socketpair(AF_UNIX, SOCK_STREAM);
    let body: Body;
    try {
      for (const fd of [own, its]) setSlice(fd);
      body = await startBody[kind]({ control: its, cpu });
    } catch (error) {
      for (const fd of [own, its]) close(fd);
      throw new PeerError(`the peer ${kind} could not be started: ${messageOf(error)}`, { cause: error });
    }
    // A process has its own by now.
    if (kind === 'process') close(its);
    const peer = new Peer(kind, body, kind === 'process' ? [own] : [own, its]);
    try {
      await peer.becomeReady();
      return peer;
    } catch (error) {
      await peer.close();
      throw error;
    }
  }

  /** As it is called in a sentence. */
  get name(): string {
    return this.body.name;
  }

  /** The descriptor that tells of the peer while both are in their loops. */
  get controlFd(): number {
    return this.control.fd;
  }

  /** Gives it the far ends of pairs, instead of those that it had. Those that go to a process are closed here. */
  async take(ends: readonly Fd[]): Promise<void> {
    const order: Order = { order: 'take', fds: ends };
    try {
      this.control.write(order, this.kind === 'process' ? ends : []);
    } finally {
      if (this.kind === 'process') ends.forEach((fd) => close(fd));
    }
    const answer = this.read();
    if (answer === undefined || !('taken' in answer)) throw await this.explain('before a round');
    if (answer.taken !== ends.length) throw new PeerError(`${this.name} got ${answer.taken} of ${ends.length} sockets`);
  }

  /** Tells it to do its part of a block. */
  begin(end: number, terms: Terms): void {
    this.control.write({ order: 'party', end, terms } satisfies Order);
  }

  /** Tells it that the block is over. */
  callOff(): void {
    this.control.write({ order: 'leave' } satisfies Order);
  }

  /** What came of its part; `undefined` if it does not answer. */
  report({ calledOff }: { readonly calledOff: boolean }): Report | undefined {
    const answer = this.read(calledOff ? CALLED_OFF_SLICES : ANSWER_SLICES);
    return answer !== undefined && 'report' in answer ? answer.report : undefined;
  }

  /** The error for a peer that does not answer. */
  async explain(when: string): Promise<PeerError> {
    const patience = new AbortController();
    const late = setTimeout(HEAR_MS, undefined, { signal: patience.signal }).catch(() => undefined);
    const how = await Promise.race([this.body.ended, late]);
    patience.abort();
    return new PeerError(`${this.name} ${how ?? 'does not answer'} ${when}`);
  }

  /** Ends it. Nothing of it is left behind when that is done. */
  async close(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    // The end of this stream is what tells a process to go.
    const [own, ...its] = this.fds;
    close(own!);
    try {
      await this.body.end();
    } finally {
      its.forEach((fd) => close(fd));
    }
  }

  private read(slices = ANSWER_SLICES): Answer | undefined {
    return this.control.read(slices) as Answer | undefined;
  }

  private async becomeReady(): Promise<void> {
    const abandon = new AbortController();
    const readableSoon = readable(this.control.fd, { signal: abandon.signal, timeout: START_MS });
    try {
      await Promise.race([readableSoon, this.body.ended]);
    } catch (error) {
      const late = (error as Partial<WaitError>).code === 'ERR_SOCKCALL_TIMEOUT';
      const why = late ? `was not ready within ${START_MS / 1000} s` : `can't be waited for: ${messageOf(error)}`;
      throw new PeerError(`${this.name} ${why}`, { cause: error });
    } finally {
      abandon.abort();
      await readableSoon.catch(() => {});
    }
    const answer = this.control.read(0) as Answer | undefined;
    if (answer === undefined) throw await this.explain('before it was ready');
    if ('failed' in answer) throw new PeerError(`${this.name}: ${answer.failed}`);
  }
}
