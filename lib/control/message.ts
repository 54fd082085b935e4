import type { ReceivedControlFields, SentControlFields } from './fields';

/**
 * A control message as its bytes: what is not known here comes so, and anything known may be given so.
 * `name` is never there; the type says so that `message.name === undefined` tells it from the others.
 */
export interface RawControlMessage {
  readonly level: number;
  readonly type: number;
  readonly data: Uint8Array;
  readonly name?: undefined;
}

type Flat<T> = { readonly [K in keyof T]: T[K] };

type AnyReceived = {
  [N in keyof ReceivedControlFields]: Flat<{ name: N; level: number; type: number } & ReceivedControlFields[N]>;
}[keyof ReceivedControlFields];

type AnySent = {
  [N in keyof SentControlFields]: Flat<
    { name: N; level?: number | undefined; type?: number | undefined } & SentControlFields[N]
  >;
}[keyof SentControlFields];

/** The received control message of a name: `ReceivedControl<'IP_TTL'>` is `{ name, level, type, ttl }`. */
export type ReceivedControl<N extends AnyReceived['name']> = Extract<AnyReceived, { readonly name: N }>;

/** The control message of a name as it is sent: level and type are those of the name, and may be left out. */
export type SentControl<N extends AnySent['name']> = Extract<AnySent, { readonly name: N }>;

/** What a receive gives. A `switch` over `name` tells the messages apart; it is absent in raw ones. */
export type ReceivedControlMessage = AnyReceived | RawControlMessage;

/** What a send takes. */
export type SentControlMessage = AnySent | RawControlMessage;

/** Any control message. */
export type ControlMessage = ReceivedControlMessage | SentControlMessage;

/** The names of the control messages that are known here, which are C's. */
export type ControlName = keyof ReceivedControlFields | keyof SentControlFields;
