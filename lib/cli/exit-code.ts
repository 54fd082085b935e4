/** What the command line ends with. */
export const ExitCode = {
  OK: 0,
  /** Something failed while it was being done. */
  FAILED: 1,
  /** It was asked for wrongly; nothing was done. */
  USAGE: 2,
  /** And the number of the signal that cut it short, as shells have it. */
  SIGNALLED: 128,
} as const;
