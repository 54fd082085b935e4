import assert from 'node:assert/strict';
import { MSG_NOSIGNAL } from '../../../lib';
import { callExperiment, checkCallOptions } from '../../../lib/compare/calls';
import { standardArms } from '../../../lib/compare/calls/arm';
import { cellKey } from '../../../lib/compare/experiment';

const armNames = ({ arms }: ReturnType<typeof checkCallOptions>): string[] => arms.map(({ name }) => name);

describe('checkCallOptions', () => {
  it('adds what is absent', () => {
    const options = checkCallOptions();
    assert.deepEqual(armNames(options), ['send', 'write', 'recv', 'read']);
    assert.deepEqual([options.modes, options.peer, options.cpus], [['call'], 'thread', null]);
    assert.deepEqual(checkCallOptions({ sizes: undefined, socket: { sndbuf: 9000 } }), {
      ...options,
      socket: { ...options.socket, sndbuf: 9000 },
    });
  });

  it('gives plain data, which it takes as it is', () => {
    const options = checkCallOptions({ arms: [...standardArms], modes: ['ping-pong'], cpus: [0, 1] });
    assert.deepEqual(checkCallOptions(JSON.parse(JSON.stringify(options)) as typeof options), options);
  });

  it('leaves a direction out whose arms are not there', () => {
    const arms = standardArms.filter(({ name }) => ['recv', 'read', 'readv'].includes(name));
    assert.deepEqual(checkCallOptions({ arms }).directions, ['recv']);
  });

  const oneArm = [{ name: 'send', direction: 'send', steps: [{ call: 'send' }] }];
  const idle = { name: 'look', direction: 'none', steps: [{ call: 'getsockname' }] };
  for (const [option, value, name, code] of [
    ['modes', [], 'modes', 'ERR_INVALID_ARG_VALUE'],
    ['modes', ['ping'], 'modes', 'ERR_INVALID_ARG_VALUE'],
    ['modes', 'call', 'modes', 'ERR_INVALID_ARG_TYPE'],
    ['modes', ['call', 'call'], 'modes', 'ERR_INVALID_ARG_VALUE'],
    ['transports', ['sctp'], 'transports', 'ERR_INVALID_ARG_VALUE'],
    ['sizes', [0], 'sizes', 'ERR_OUT_OF_RANGE'],
    ['sizes', [1.5], 'sizes', 'ERR_OUT_OF_RANGE'],
    ['sizes', ['1'], 'sizes', 'ERR_INVALID_ARG_TYPE'],
    ['sizes', [2 ** 40], 'sizes', 'ERR_OUT_OF_RANGE'],
    ['directions', ['none'], 'directions', 'ERR_INVALID_ARG_VALUE'],
    ['blocking', [1], 'blocking', 'ERR_INVALID_ARG_TYPE'],
    ['arms', oneArm, 'arms', 'ERR_INVALID_ARG_VALUE'],
    ['arms', [...standardArms, idle], 'arms', 'ERR_INVALID_ARG_VALUE'],
    ['peer', 'host', 'peer', 'ERR_INVALID_ARG_VALUE'],
    ['cpus', [0], 'cpus', 'ERR_INVALID_ARG_TYPE'],
    ['cpus', [0, -1], 'cpus', 'ERR_OUT_OF_RANGE'],
    ['socket', null, 'socket', 'ERR_INVALID_ARG_TYPE'],
    ['socket', { sndbuf: -1 }, 'socket.sndbuf', 'ERR_OUT_OF_RANGE'],
    ['socket', { nodelay: 1 }, 'socket.nodelay', 'ERR_INVALID_ARG_TYPE'],
    ['socket', { nodleay: true }, 'socket', 'ERR_INVALID_ARG_VALUE'],
    ['rate', 0, 'rate', 'ERR_OUT_OF_RANGE'],
    ['rate', NaN, 'rate', 'ERR_OUT_OF_RANGE'],
    ['clock', 'sundial', 'clock', 'ERR_INVALID_ARG_VALUE'],
    ['counters', 'yes', 'counters', 'ERR_INVALID_ARG_TYPE'],
    ['size', [1], 'options', 'ERR_INVALID_ARG_VALUE'],
  ] as const) {
    it(`refuses ${JSON.stringify(value)?.slice(0, 40)} for ${option}, by name`, () => {
      assert.throws(
        () => checkCallOptions({ [option]: value }),
        (error: Error & { code?: string }) => error.code === code && error.message.includes(`"${name}"`),
      );
    });
  }

  it('refuses a message that is longer than a datagram can be, where there are datagrams', () => {
    assert.throws(() => checkCallOptions({ transports: ['tcp', 'udp'], sizes: [1, 65_508] }), /"sizes".*65507 on udp/);
    checkCallOptions({ transports: ['tcp'], sizes: [1, 65_508] });
  });
});

describe('callExperiment', () => {
  it('has all combinations as cells, in the order in which they are reported, and their levels as factors', () => {
    const { cells, factors } = callExperiment({
      modes: ['call', 'eagain', 'throughput'],
      transports: ['tcp', 'udp'],
      sizes: [1, 64],
      blocking: [true],
    });
    // UDP takes whatever it is given, and so does not answer EAGAIN.
    assert.equal(cells.length, (4 + 3 + 4) * 2);
    assert.equal(new Set(cells.map(cellKey)).size, cells.length);
    assert.deepEqual(cells[1], { mode: 'call', transport: 'tcp', size: 64, direction: 'send', blocking: true });
    for (const { name, levels } of factors) {
      assert.deepEqual(new Set(cells.map((cell) => cell[name])), new Set(levels), name);
    }
    assert.ok(cells.every(({ mode, blocking }) => blocking === (mode !== 'eagain')));
  });

  it('refuses to measure nothing, and says why', () => {
    assert.throws(
      () => callExperiment({ modes: ['eagain'], transports: ['udp'], directions: ['send'] }),
      /^RangeError: There is nothing to measure\..* Mode eagain has no direction send on udp: /,
    );
  });

  it('compares the arms of a direction with the first of them', () => {
    const experiment = callExperiment({ arms: standardArms, sizes: [1], transports: ['tcp'] });
    assert.deepEqual(experiment.contest(experiment.cells[0]!), {
      baseline: 'send',
      candidates: standardArms
        .filter(({ direction }) => direction === 'send')
        .map(({ name }) => name)
        .slice(1),
    });
    assert.equal(experiment.contest(experiment.cells[1]!).baseline, 'recv');
    assert.equal(experiment.armTitles!['write'], 'write()');
    if (MSG_NOSIGNAL !== undefined) assert.equal(experiment.armTitles!['send MSG_NOSIGNAL'], 'send(MSG_NOSIGNAL)');
  });

  it('looks at calls through other eyes if asked to, and at nothing else', () => {
    const experiment = callExperiment({ modes: ['call', 'ping-pong', 'throughput', 'fixed-rate'], javascript: true });
    const byMode = new Map(experiment.cells.map((cell) => [cell['mode'], experiment.views(cell)]));
    assert.deepEqual(Object.fromEntries(byMode), {
      call: ['native', 'javascript'],
      'ping-pong': ['native'],
      throughput: ['elapsed'],
      'fixed-rate': ['elapsed'],
    });
  });

  it('has settings that differ where runs may not be compared', () => {
    const settings = (options: Parameters<typeof callExperiment>[0]): unknown => callExperiment(options).settings;
    const plain = settings({});
    assert.deepEqual(settings({ sizes: [7], javascript: true }), plain);
    // Where everything is in one thread, nobody asks for the peer.
    assert.deepEqual(settings({ peer: 'process' }), plain);
    for (const other of [{ socket: { sndbuf: 9000 } }, { cpus: [0, 0] }, { cpus: [0, 1] }, { clock: 'tsc' }] as const) {
      assert.notDeepEqual(settings(other), plain);
    }
    assert.notDeepEqual(settings({ modes: ['ping-pong'] }), settings({ modes: ['ping-pong'], peer: 'process' }));
  });

  it('names a processor that is missing, and starts nothing', async () => {
    for (const cpus of [
      [4095, 0],
      [0, 4095],
    ] as const) {
      const experiment = callExperiment({ modes: ['ping-pong'], cpus });
      await assert.rejects(
        async () => experiment.open(),
        /^RangeError: cpus: this process may not run on processor 4095, only on /,
      );
    }
  });

  it('says how it measures', async () => {
    const bench = await callExperiment({ sizes: [1], transports: ['socketpair'], cpus: [0, 0] }).open();
    try {
      const notes = bench.notes!().join(' ');
      assert.match(notes, /^The clock is .* The thread that measures is pinned to processor 0\.$/);
      assert.equal(bench.overhead('elapsed'), 0);
      assert.ok(bench.overhead('native') > 0);
    } finally {
      await bench.close();
    }
  });
});
