import { type NativeCall, native } from '../core/native';

/** The calls that can be measured. */
export type ArmName = 'send' | 'write' | 'recv' | 'read';

/** A call under measurement. */
export interface Arm {
  /** The end of the pair at which it is made; the counterpart is made at the other. */
  readonly end: 'sender' | 'receiver';
  /** The call that completes the exchange, untimed. */
  readonly counterpart: 'send' | 'recv';
  /** The native loop around this call. */
  readonly measure: NativeCall;
}

export const arms: Readonly<Record<ArmName, Arm>> = {
  send: { end: 'sender', counterpart: 'recv', measure: native.measureSend },
  write: { end: 'sender', counterpart: 'recv', measure: native.measureWrite },
  recv: { end: 'receiver', counterpart: 'send', measure: native.measureRecv },
  read: { end: 'receiver', counterpart: 'send', measure: native.measureRead },
};
