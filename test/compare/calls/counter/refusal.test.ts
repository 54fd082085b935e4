import assert from 'node:assert/strict';
import { hardwareRefusal, refusal, userOnly } from '../../../../lib/compare/calls/counter';

describe('the words for counters that are refused', () => {
  it('tell a virtual machine, and counters that others have taken', () => {
    const words = (code: string): string => hardwareRefusal({ code, paranoid: 2 });
    assert.match(
      words('ENOENT'),
      /^Instructions and cycles are not counted: there are no hardware counters, .* virtual/,
    );
    assert.match(words('ENOENT'), /\(perf_event_open: ENOENT\)\.$/);
    assert.match(words('EBUSY'), /taken by another program/);
    assert.match(words('EACCES'), /the kernel refused/);
  });

  it('tell the setting that forbids it, with its value and the remedy', () => {
    const words = refusal({ code: 'EACCES', paranoid: 3 });
    assert.match(words, /^Nothing is counted: kernel\.perf_event_paranoid is 3; root can set it lower/);
    assert.match(words, /sysctl kernel\.perf_event_paranoid=1.*CAP_PERFMON.*\(perf_event_open: EACCES\)\.$/);
  });

  it('tell a filter where the setting would permit it', () => {
    assert.match(refusal({ code: 'EPERM', paranoid: 2 }), /is 2, which would permit it, so a seccomp filter/);
    assert.match(refusal({ code: 'EPERM', paranoid: undefined }), /seccomp filter or the container/);
    assert.match(refusal({ code: 'ENOSYS', paranoid: 2 }), /without perf events, or a seccomp filter/);
    assert.match(refusal({ code: 'EMFILE', paranoid: 2 }), /the kernel refused \(perf_event_open: EMFILE\)/);
  });

  it('tell that user mode alone says nothing of the kernel', () => {
    const words = userOnly({ code: 'EACCES', paranoid: 2 });
    assert.match(words, /user mode alone, so nothing of what the kernel does.*perf_event_paranoid is 2; root can/);
    assert.match(userOnly({ code: 'EACCES', paranoid: undefined }), /EACCES\)\.$/);
  });
});
