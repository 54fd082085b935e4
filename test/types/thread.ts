// What the compiler knows of threads: of their interruption, and of programs that block.
import { Worker } from 'node:worker_threads';
import { type BlockingProgram, type ThreadTarget, interrupt, interruptSignal, runBlocking, terminate } from '../../lib';
import { type Equal, same } from './equal';

export function threadsAreWorkersOrIds(worker: Worker): void {
  const target: ThreadTarget = worker;
  const interrupted: boolean = interrupt(target) || interrupt(0);
  const code: Promise<number> = terminate(worker);
  // @ts-expect-error an id has no worker to wait for
  void terminate(1);
  // @ts-expect-error a name
  interrupt('main');
  const number: number = interruptSignal() + interruptSignal(50);
  // @ts-expect-error a number
  interruptSignal('SIGURG');
  void [interrupted, code, number];
}

export async function functionsKnowTheirArgumentsAndResults(): Promise<void> {
  const program = runBlocking((fd: number, name: string) => ({ fd, name }), 3, 'x');
  same<Equal<typeof program, BlockingProgram<{ fd: number; name: string }>>>();
  const later = runBlocking(() => Promise.resolve(5));
  same<Equal<typeof later.result, Promise<number>>>();
  // @ts-expect-error the function wants a number
  runBlocking((fd: number) => fd, 'x');
  // @ts-expect-error the function wants an argument
  runBlocking((fd: number) => fd);
  // @ts-expect-error no program
  runBlocking(5);
  const stopped: void = await program.stop();
  const worker: Worker = program.worker;
  void [stopped, worker];
}

export async function modulesAreTakenAtTheirWord(): Promise<void> {
  const unknown: unknown = await runBlocking('./server.js', 1, {}).result;
  const known: string = await runBlocking<string>(new URL('file:///server.js')).result;
  // @ts-expect-error nobody has said so
  const wrong: string = await runBlocking('./server.js').result;
  void [unknown, known, wrong];
}
