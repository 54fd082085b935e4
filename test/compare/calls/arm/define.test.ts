import assert from 'node:assert/strict';
import { MSG_DONTWAIT, MSG_ERRQUEUE, MSG_OOB, MSG_PEEK } from '../../../../lib';
import { type Arm, MOST_STEPS, checkArms, defineArm, hasStepCall } from '../../../../lib/compare/calls/arm';

const sound: Arm = {
  name: 'two',
  direction: 'send',
  steps: [{ call: 'fcntl' }, { call: 'send', flags: MSG_DONTWAIT }],
};

function refuses(arm: unknown, code: string, message: RegExp): void {
  assert.throws(() => defineArm(arm as Arm), { code, message }, JSON.stringify(arm));
}

describe('defineArm', () => {
  it('gives a copy that nobody can change', () => {
    const defined = defineArm(sound);
    assert.deepEqual(defined, sound);
    assert.notEqual(defined, sound);
    assert.ok(Object.isFrozen(defined) && Object.isFrozen(defined.steps) && defined.steps.every(Object.isFrozen));
    assert.deepEqual(JSON.parse(JSON.stringify(defined)), sound);
  });

  it('takes arms that receive, and arms that move nothing', () => {
    defineArm({ name: 'r', direction: 'recv', steps: [{ call: 'poll' }, { call: 'read' }] });
    defineArm({ name: 'n', direction: 'none', steps: [{ call: 'getsockopt' }] });
    defineArm({ name: 'flags of none', direction: 'send', steps: [{ call: 'write', flags: 0 }] });
  });

  it('refuses what is no arm, and names it', () => {
    const type = 'ERR_INVALID_ARG_TYPE';
    const value = 'ERR_INVALID_ARG_VALUE';
    const range = 'ERR_OUT_OF_RANGE';
    const step = sound.steps[1];
    const rows: [unknown, string, RegExp][] = [
      [undefined, type, /"arm" argument must be an object/],
      [[], type, /"arm" argument must be an object/],
      [{ ...sound, name: 1 }, type, /"arm\.name" argument must be of type string/],
      [{ ...sound, name: '' }, value, /"arm\.name"/],
      [{ ...sound, name: ' a' }, value, /"arm\.name"/],
      [{ ...sound, colour: 1 }, value, /no properties but name, direction, steps\. Received 'colour'/],
      [{ ...sound, direction: 'up' }, value, /"arm 'two': direction" argument must be one of send, recv, none/],
      [{ ...sound, direction: 0 }, type, /arm 'two': direction/],
      [{ ...sound, steps: 'send' }, type, /"arm 'two': steps" argument must be an array/],
      [{ ...sound, steps: [] }, range, /"arm 'two': steps\.length".*>= 1 && <= 16/],
      [{ ...sound, steps: new Array(MOST_STEPS + 1).fill({ call: 'fcntl' }) }, range, /steps\.length/],
      [{ ...sound, steps: [step, null] }, type, /"arm 'two': steps\[1\]" argument must be an object/],
      [{ ...sound, steps: [{ call: 'open' }] }, value, /steps\[0\]\.call" argument must be one of send, write/],
      [{ ...sound, steps: [{ call: 'toString' }] }, value, /steps\[0\]\.call/],
      [{ ...sound, steps: [{ call: 7 }] }, type, /steps\[0\]\.call/],
      [{ ...sound, steps: [{ call: 'send', flag: 1 }] }, value, /no properties but call, flags\. Received 'flag'/],
      [{ ...sound, steps: [{ call: 'send', flags: 1.5 }] }, range, /steps\[0\]\.flags.*an integer/],
      [{ ...sound, steps: [{ call: 'send', flags: '1' }] }, type, /steps\[0\]\.flags/],
      [{ ...sound, steps: [{ call: 'write', flags: 1 }] }, value, /absent: write\(\) has none/],
      [
        { ...sound, steps: [{ call: 'fcntl' }] },
        value,
        /exactly one call that moves bytes, and one of direction 'send'/,
      ],
      [{ ...sound, steps: [{ call: 'send' }, { call: 'write' }] }, value, /Received 'send, write'/],
      [{ ...sound, steps: [{ call: 'recv' }] }, value, /exactly one/],
      [{ ...sound, direction: 'none' }, value, /no call that moves bytes, as the direction is 'none'/],
      [{ ...sound, direction: 'recv', steps: [{ call: 'recv', flags: MSG_PEEK }] }, value, /without MSG_PEEK/],
      [{ ...sound, direction: 'recv', steps: [{ call: 'recv', flags: MSG_ERRQUEUE }] }, value, /without MSG_ERRQUEUE/],
      [{ ...sound, direction: 'recv', steps: [{ call: 'recv', flags: MSG_OOB }] }, value, /without MSG_OOB/],
      [{ ...sound, steps: [{ call: 'send', flags: MSG_OOB }] }, value, /without MSG_OOB/],
    ];
    for (const row of rows) refuses(...row);
  });

  it('says of a call that only other platforms have that it is missing', function () {
    if (hasStepCall('sendmmsg')) return this.skip();
    const arm: Arm = { name: 'batch', direction: 'send', steps: [{ call: 'sendmmsg' }] };
    refuses(arm, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', /sendmmsg\(\) does not exist/);
  });
});

describe('checkArms', () => {
  it('checks each, and refuses two of one name', () => {
    assert.deepEqual(checkArms([sound]), [sound]);
    assert.throws(() => checkArms([sound, { ...sound, direction: 'none', steps: [{ call: 'poll' }] }]), {
      code: 'ERR_INVALID_ARG_VALUE',
      message: /different names\. Received 'two'/,
    });
    assert.throws(() => checkArms(sound), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => checkArms([sound, {}]), { code: 'ERR_INVALID_ARG_TYPE' });
  });
});
