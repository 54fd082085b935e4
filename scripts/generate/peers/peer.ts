/** What another package for the same system calls has, as scripts/peers.ts read it from that package itself. */
export interface Peer {
  readonly title: string;
  /** Which edition was read, where it was had from, and when. */
  readonly source: string;
  /** What it calls each call, or null for none. A call that is not here was not looked up. */
  readonly calls: Readonly<Record<string, string | null>>;
  /** The options whose own structure or type it knows. */
  readonly typedOptions: ReadonlySet<string>;
  /** The control messages whose data it makes or takes apart. */
  readonly typedMessages: ReadonlySet<string>;
  /** All its constants that name an option, a control message or what belongs to one. */
  readonly constants: ReadonlySet<string>;
  /** The control messages that it knows by number; all constants if absent. */
  readonly rawMessages?: ReadonlySet<string>;
}

/** The words of a text. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** How much a peer has of an option or of a control message. */
export type Extent = 'typed' | 'constant' | 'none';

export function extentOf(typed: ReadonlySet<string>, constants: ReadonlySet<string>, names: readonly string[]): Extent {
  if (names.some((name) => typed.has(name))) return 'typed';
  return names.some((name) => constants.has(name)) ? 'constant' : 'none';
}
