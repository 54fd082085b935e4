import assert from 'node:assert/strict';
import {
  IN_ACCESS,
  IN_MODIFY,
  IN_NONBLOCK,
  type Fd,
  close,
  inotify_add_watch,
  inotify_init1,
  read,
  recv,
  send,
  write,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { withPair } from '../helpers/kinds';

/** The masks of the events that wait to be read. */
function events(fd: Fd): number[] {
  const buffer = new Uint32Array(256);
  const size = raw.read(fd, buffer);
  const masks: number[] = [];
  for (let word = 0; word * 4 < size; word += 4 + buffer[word + 3]! / 4) masks.push(buffer[word + 1]!);
  return masks;
}

const linux = process.platform === 'linux' ? describe : describe.skip;

linux('inotify_init1, inotify_add_watch (Linux)', () => {
  it('show that write and read are file events, and that send and recv are none', () => {
    const watch = inotify_init1(IN_NONBLOCK);
    withPair('unix stream pair', ({ a, b }) => {
      for (const fd of [a, b]) assert.ok(inotify_add_watch(watch, `/proc/self/fd/${fd}`, IN_MODIFY | IN_ACCESS) > 0);
      send(a, 'x');
      recv(b, new Uint8Array(1));
      assert.deepEqual(events(watch), []);
      write(a, 'x');
      assert.deepEqual(events(watch), [IN_MODIFY]);
      read(b, new Uint8Array(1));
      assert.deepEqual(events(watch), [IN_ACCESS]);
    });
    close(watch);
  });

  it('are there in every door', () => {
    const made = result.inotify_init1();
    assert.ok(made.ok);
    assert.ok(result.inotify_add_watch(made.value, '/', IN_MODIFY).ok);
    assert.ok(raw.inotify_add_watch(made.value, '/', raw.IN_ONESHOT | IN_MODIFY) > 0);
    const fd = raw.inotify_init1(IN_NONBLOCK);
    assert.ok(fd >= 0);
    close(made.value);
    raw.close(fd);
  });
});
