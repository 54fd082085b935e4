import assert from 'node:assert/strict';
import { type Outcome, linesOf, run, start } from './run';

/** One line of the story. */
interface Step {
  readonly at: number;
  readonly who: string;
  readonly call: string;
  readonly args: string;
  readonly result: string;
  readonly picture: string;
}

const LINE = /^ *(?<at>[\d.]+) {2}(?<who>\w+) {2}(?<call>\w+)\((?<args>.*)\) += (?<result>.*?) {2,}(?<picture>\S.*)$/;

function steps(lines: readonly string[]): Step[] {
  return lines.map((line) => {
    const found = LINE.exec(line)?.groups;
    assert.ok(found, `not a step: ${line}`);
    return { ...(found as unknown as Step), at: Number(found['at']) };
  });
}

function only(story: readonly Step[], who: string, call: string, nth = 0): Step {
  const found = story.filter((step) => step.who === who && step.call === call)[nth];
  assert.ok(found, `${who} has no ${call} number ${nth + 1}`);
  return found;
}

/** The calls of one side, in its order. */
const SERVER = 'socket bind getsockname listen accept write read read close close';
const CLIENT = 'socket connect recv getsockname getpeername send close';

describe('examples/lifecycle', () => {
  let story: Step[];

  before(async () => {
    const [head, ...lines] = linesOf(await run('lifecycle/main.ts'));
    assert.match(head!, /who +call +result +on the telephone/);
    story = steps(lines);
  });

  const callsOf = (who: string): string => {
    const calls = story.filter((step) => step.who === who).map((step) => step.call);
    return calls.join(' ');
  };

  it('shows every call of both sides', () => {
    assert.equal(callsOf('server'), SERVER);
    assert.equal(callsOf('client'), CLIENT);
    assert.equal(story.length, `${SERVER} ${CLIENT}`.split(' ').length);
  });

  it('has a picture for each', () => {
    const pictures: Record<string, RegExp> = {
      socket: /installs a telephone/,
      bind: /number/,
      listen: /switches it on.*passive open/,
      connect: /dials.*active open/,
      accept: /picks up.*passive open/,
      send: /talks/,
      write: /talks/,
      recv: /hears/,
      read: /hears/,
      close: /hangs up/,
    };
    for (const [call, picture] of Object.entries(pictures)) {
      const shown = story.filter((step) => step.call === call);
      assert.ok(shown.length > 0, call);
      for (const step of shown) assert.match(step.picture, picture);
    }
  });

  it('keeps the order of cause and effect', () => {
    const talk = [
      only(story, 'server', 'listen'),
      only(story, 'client', 'connect'),
      only(story, 'server', 'accept'),
      only(story, 'server', 'write'),
      only(story, 'client', 'recv'),
      only(story, 'client', 'send'),
      only(story, 'server', 'read'),
      only(story, 'server', 'read', 1),
    ];
    // What was sent may be read before or after the client has hung up; the end comes after both.
    const end = [only(story, 'client', 'send'), only(story, 'client', 'close'), only(story, 'server', 'read', 1)];
    for (const chain of [talk, end]) {
      const order = chain.map((step) => story.indexOf(step));
      assert.deepEqual(
        order,
        [...order].sort((a, b) => a - b),
      );
    }
    assert.ok(story.every((step, i) => i === 0 || step.at >= story[i - 1]!.at));
  });

  it('shows addresses that agree', () => {
    const serverAddress = only(story, 'server', 'getsockname').result;
    const clientAddress = only(story, 'client', 'getsockname').result;
    assert.match(serverAddress, /^127\.0\.0\.1:[1-9]\d*$/);
    assert.match(clientAddress, /^127\.0\.0\.1:[1-9]\d*$/);
    assert.notEqual(serverAddress, clientAddress);
    assert.ok(only(story, 'client', 'connect').args.endsWith(`, ${serverAddress}`));
    assert.equal(only(story, 'client', 'getpeername').result, serverAddress);
    assert.ok(only(story, 'server', 'accept').result.endsWith(` from ${clientAddress}`));
  });

  it('shows that what is said is heard, and 0 at the end', () => {
    const said = only(story, 'server', 'write');
    const answered = only(story, 'client', 'send');
    assert.equal(only(story, 'client', 'recv').result, `${said.result} ${said.args.replace(/^\d+, /, '')}`);
    assert.equal(only(story, 'server', 'read').result, `${answered.result} ${answered.args.replace(/^\d+, /, '')}`);
    assert.equal(only(story, 'server', 'read', 1).result, '0');
  });

  it('closes every descriptor that was opened', () => {
    for (const who of ['server', 'client']) {
      const own = story.filter((step) => step.who === who);
      const opened = own.filter(({ call }) => /^(socket|accept)$/.test(call)).map(({ result }) => parseInt(result));
      const closed = own.filter(({ call }) => call === 'close').map(({ args }) => parseInt(args));
      assert.deepEqual(closed.sort(), opened.sort());
    }
  });

  it('can be told by hand, each side for itself', async () => {
    const server = start('lifecycle/server.ts');
    const [, port] = await server.line(/getsockname\(.*:(\d+) /);
    await server.line(/listen\(/);
    const both: Outcome[] = [await run('lifecycle/client.ts', port!), await server.outcome];
    const [client, serving] = both.map((outcome) => steps(linesOf(outcome)));
    assert.equal(client!.map((step) => step.call).join(' '), CLIENT);
    assert.equal(serving!.map((step) => step.call).join(' '), SERVER);
  });
});
