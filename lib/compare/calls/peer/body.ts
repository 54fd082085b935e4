/** What a peer lives in: a thread or a process. */
export interface Body {
  /** As it is called in a sentence: `the peer process (pid 123)`. */
  readonly name: string;
  /** Resolves when it has ended, with how: `was ended by SIGKILL`. */
  readonly ended: Promise<string>;
  /** Ends it, if it has not ended by itself; it has been told to. Resolves when it is gone. */
  end(): Promise<void>;
}
