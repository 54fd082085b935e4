import { type CallName, type Fd, SyscallError } from '../../../index';
import type { Counts } from '../../experiment';
import { type ProgramStep, stepCalls } from '../arm';
import type { Block } from './block';

/** Turns at the start of a block that are not timed: other code has run before, and the caches are cold. */
export const UNTIMED = 16;

/**
 * How the steps are measured. `call`: one message is in flight, the other end's calls are not timed. `eagain`: nothing is
 * ready, and EAGAIN is what they are to answer. `alone`: nothing else is done. `between`: alone, but between exchanges that are
 * not timed.
 */
export type Loop = 'call' | 'eagain' | 'alone' | 'between';

/** A block taken apart for a loop. */
export interface Plan extends Required<Pick<Block, 'size' | 'calls' | 'patience'>> {
  readonly steps: readonly ProgramStep[];
  /** Which way the message goes. */
  readonly receives: boolean;
  readonly timed: Fd;
  readonly counterpart: Fd;
  readonly messages: boolean;
}

/** An arm that receives is timed at the receiver, all others at the sender. */
export function planOf({ ends, arm, size, calls, patience = 0 }: Block): Plan {
  const { sender, receiver, messages } = ends;
  const receives = arm.direction === 'recv';
  const [timed, counterpart] = receives ? [receiver, sender] : [sender, receiver];
  return { steps: arm.steps, receives, timed, counterpart, messages, size, calls, patience };
}

/** How many of the steps are made in a turn whose moving step answers EAGAIN: that ends it. */
export function stepsRefused(steps: readonly ProgramStep[]): number {
  return moverOf(steps) + 1;
}

/** The place of the step that moves the message, or -1. */
export function moverOf(steps: readonly ProgramStep[]): number {
  return steps.findIndex((step) => step !== null && stepCalls[step.call].moves !== 'none');
}

/** What a loop found. */
export interface Found extends Counts {
  readonly samples: { readonly value: Float64Array };
  /** Calls that answered EAGAIN in a block that did not ask for it, and were made again. They are not in the total. */
  readonly eagain: number;
  /** Calls that did not answer EAGAIN in a block that asked for it. They are not in the total. */
  readonly unexpected: number;
}

/** In place of a step's place: what failed was the other end's call. */
export const COUNTERPART_SEND = -1;
export const COUNTERPART_RECV = -2;

/** The error of the call that ended a block. */
export function failureOf(steps: readonly ProgramStep[], place: number, result: number): SyscallError {
  const counterpart = place === COUNTERPART_SEND ? 'send' : 'recv';
  return new SyscallError<CallName>(place < 0 ? counterpart : steps[place]!.call, result);
}
