import assert from 'node:assert/strict';
import { MSG_NOSIGNAL } from '../../../../lib';
import { availableStepCalls, defineArm, programOf, standardArms, stepCalls } from '../../../../lib/compare/calls/arm';
import { native } from '../../../../lib/core/native';

describe('standard arms', () => {
  it('are sound, with the baseline of each direction first', () => {
    for (const arm of standardArms) assert.deepEqual(defineArm(arm), arm);
    for (const direction of ['send', 'recv'] as const) {
      assert.equal(standardArms.find((arm) => arm.direction === direction)!.name, direction);
    }
    assert.equal(new Set(standardArms.map(({ name }) => name)).size, standardArms.length);
  });

  it('are all calls that move bytes', () => {
    const moving = availableStepCalls.filter((call) => stepCalls[call].moves !== 'none');
    const made = new Set(standardArms.map(({ steps }) => steps[0]!.call));
    assert.deepEqual(
      moving.filter((call) => !made.has(call)),
      [],
    );
  });
});

describe('the program of an arm', () => {
  it('has the number of each call, and its flags', () => {
    const program = programOf([{ call: 'send', flags: MSG_NOSIGNAL }, null, { call: 'poll' }]);
    const names = native.measureStepNames;
    const expected = [names.indexOf('send'), MSG_NOSIGNAL, names.indexOf('null'), 0, names.indexOf('poll'), 0];
    assert.deepEqual([...program], expected);
  });

  it('is made of calls that TypeScript and the native side know alike', () => {
    const known = native.measureStepNames.filter((name) => name !== 'null');
    assert.deepEqual([...known].sort(), [...availableStepCalls].sort());
  });
});
