#!/usr/bin/env node
import { ExitCode } from './exit-code';
import { runProgram } from './program';

// A reader that has seen enough (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(ExitCode.OK);
  process.stderr.write(`error: can't write to standard output: ${error.message}\n`, () =>
    process.exit(ExitCode.FAILED),
  );
});

void runProgram(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
