import { Command, CommanderError } from 'commander';
import { packageVersion } from '../compare/environment';
import { compareCommand } from './compare/command';
import { type CompareOptions, addCompareOptions } from './compare/options';
import { ExitCode } from './exit-code';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** Does what the arguments after `sockcall` ask for, and gives the exit code. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = ExitCode.OK;
  const program = newProgram(terminal);
  addCompareOptions(program.command('compare'))
    .description('measure what a call costs against another: send() or write(), recv() or read()')
    .action(async (options: CompareOptions) => {
      code = await compareCommand(options, terminal);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has already said what is wrong. Help and version come this way too, with a code of 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.OK : ExitCode.USAGE;
    terminal.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof UsageError ? ExitCode.USAGE : ExitCode.FAILED;
  }
}

function newProgram(terminal: Terminal): Command {
  return new Command('sockcall')
    .description('The real BSD-socket system calls: what they cost.')
    .version(packageVersion())
    .showHelpAfterError('(sockcall --help tells what there is)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    });
}
