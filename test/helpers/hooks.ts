import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { openDescriptors } from './descriptors';

let before: Map<number, string> | undefined;

/** No test may leak a descriptor: what is open at the end was open at the beginning. */
export const mochaHooks = {
  beforeAll(): void {
    before = openDescriptors();
  },

  async afterAll(): Promise<void> {
    const start = before;
    if (start === undefined) return;
    // Node closes the pipes of ended child processes in its own loop.
    for (let turns = 0; turns < 100 && leaked(start).length > 0; turns++) await setImmediate();
    assert.deepEqual(leaked(start), [], 'descriptors that are open at the end and were not at the beginning');
  },
};

function leaked(start: Map<number, string>): string[] {
  const now = [...(openDescriptors() ?? [])];
  return now.filter(([fd, target]) => !start.has(fd) && !ofNode(target)).map(([fd, target]) => `${fd} -> ${target}`);
}

/** What Node opens for itself when it first needs it, and keeps. */
function ofNode(target: string): boolean {
  // libuv opens /dev/null with its first stream, to have a descriptor to spare.
  return target === '/dev/null' || target.startsWith('anon_inode:[event') || target.startsWith('anon_inode:[io_uring');
}
