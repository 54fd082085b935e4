import assert from 'node:assert/strict';
import { ending } from './scenes/ending';
import { flowing } from './scenes/flowing';
import type { Scene } from './scenes/scene';
import { type Connected, Log, nodes, ours, streamKinds } from './subjects';

/** Plays a scene with one kind of stream: its events, and what the scene tells. */
async function play(scene: Scene, connected: Connected): Promise<{ events: readonly string[]; told: unknown }> {
  const log = new Log(connected.stream);
  const told = await scene.play(connected, log);
  const events = [...(await log.closed())];
  connected.peer.close();
  return { events, told };
}

for (const kind of streamKinds) {
  describe(`a stream over a ${kind.name}`, function () {
    this.timeout(30_000);
    for (const scene of [...ending, ...flowing]) {
      if (scene.tcpOnly === true && !kind.name.startsWith('TCP')) continue;
      it(`emits what net.Socket emits when ${scene.name}`, async () => {
        const theirs = await play(scene, nodes.connect(kind, scene.options));
        assert.deepEqual(await play(scene, ours.connect(kind, scene.options)), theirs);
        assert.deepEqual(theirs.events, scene.expected);
      });
    }
  });
}
