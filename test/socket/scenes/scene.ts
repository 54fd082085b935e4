import type { Connected, Log, StreamOptions } from '../subjects';

/** What is done to a stream and its peer, and what is to be told of it beside the events. */
export interface Scene {
  readonly name: string;
  readonly options?: StreamOptions;
  /** Events that are to be seen. */
  readonly expected: readonly string[];
  play(connected: Connected, log: Log): Promise<readonly unknown[] | void>;
  /** Whether it makes sense for TCP alone. */
  readonly tcpOnly?: boolean;
}
