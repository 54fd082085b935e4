/** The stream ended before as many bytes had come as were asked for. No errno: to the kernel an end is no error. */
export class EndOfStreamError extends Error {
  readonly code = 'ERR_SOCKCALL_END_OF_STREAM';
  /** What came before the end. */
  readonly received: Buffer;
  /** How many bytes were asked for. */
  readonly expected: number;

  constructor(received: Buffer, expected: number) {
    super(`the stream ended after ${received.length} of ${expected} bytes`);
    this.received = received;
    this.expected = expected;
  }

  static {
    this.prototype.name = 'EndOfStreamError';
  }
}

/** More bytes came than the caller would take. */
export class LimitError extends Error {
  readonly code = 'ERR_SOCKCALL_LIMIT';
  /** What came: as many bytes as the limit, and the first of those beyond it. */
  readonly received: Buffer;
  readonly limit: number;

  constructor(received: Buffer, limit: number) {
    super(`the stream has more than ${limit} bytes`);
    this.received = received;
    this.limit = limit;
  }

  static {
    this.prototype.name = 'LimitError';
  }
}
