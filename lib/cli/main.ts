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

// Nobody can be told; what is measured is worth more than the progress that is not seen.
process.stderr.on('error', () => {});

// Nothing is left to wait for: something waits for ever, which can only be a module of the user's.
const onStandstill = (): void => {
  process.stderr.write('error: a module that was loaded waits for something that never comes\n');
  process.exitCode = ExitCode.USAGE;
};
process.once('beforeExit', onStandstill);

void runProgram(process.argv.slice(2), process).then((code) => {
  process.off('beforeExit', onStandstill);
  process.exitCode = code;
});
