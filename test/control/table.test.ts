import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as sockcall from '../../lib';
import { type ControlMessage, decodeControl, encodeControl } from '../../lib';
import { controlRows as allRows, rowsHere } from '../../lib/control/rows';
import { controlTexts } from '../../lib/control/texts';
import { received, sent } from './samples';

/** The tests that look at bytes alone. */
const WITHOUT_SOCKETS = ['table.test.ts', 'misuse.test.ts'];

const constants = sockcall as unknown as Record<string, number | undefined>;
const controlRows = allRows();
const here = rowsHere().filter((row) => row.level !== undefined && row.types[0] !== undefined);

function encoded(message: object): Uint8Array {
  return encodeControl([message as ControlMessage]);
}

describe('the table of control messages', () => {
  it('has each name once, under the number that the constant of that name has', () => {
    assert.equal(new Set(controlRows.map(({ name }) => name)).size, controlRows.length);
    for (const row of controlRows) {
      assert.equal(row.types[0], constants[row.name], row.name);
      assert.equal(row.level, constants[row.levelName], row.name);
      assert.match(controlTexts[row.name].meaning, /^[A-Z].*\.$/, row.name);
    }
  });

  it('has one form for each number that can be received, and one for each that can be sent', () => {
    for (const way of ['send', 'receive']) {
      const numbers = here
        .filter(({ direction }) => direction === way || direction === 'both')
        .flatMap(({ level, types }) => [...new Set(types)].map((type) => `${level} ${type}`));
      assert.equal(new Set(numbers).size, numbers.length, way);
    }
  });

  it('has an example here of each, in the direction in which it goes', () => {
    const names = (way: string): string[] =>
      controlRows.filter(({ direction }) => direction === way || direction === 'both').map(({ name }) => name);
    assert.deepEqual(Object.keys(received).sort(), names('receive').sort());
    assert.deepEqual(Object.keys(sent).sort(), names('send').sort());
  });

  it('has each used by a test on real sockets', () => {
    const files = readdirSync(__dirname).filter((file) => file.endsWith('.test.ts') && !WITHOUT_SOCKETS.includes(file));
    const tests = files.map((file) => readFileSync(join(__dirname, file), 'utf8').replace(/^.*?\ndescribe\(/s, ''));
    const names = new Set(tests.join('\n').match(/\b[A-Z][A-Z0-9_]+\b/g));
    assert.deepEqual(
      controlRows.map(({ name }) => name).filter((name) => !names.has(name)),
      [],
    );
  });

  it('tells in its shape the fields that there are', () => {
    assert.equal(Object.keys(controlTexts).length, controlRows.length);
    for (const { name } of controlRows) {
      const { shape } = controlTexts[name];
      const fields = (received as Record<string, object>)[name] ?? (sent as Record<string, object>)[name]!;
      for (const field of Object.keys(fields)) assert.ok(shape.includes(field), `${name}: ${field}`);
    }
  });

  for (const { name, level, types } of here.filter((row) => row.direction !== 'send')) {
    for (const type of new Set(types)) {
      it(`${name} (${type}) comes out as it went in`, () => {
        const message = { name, level, type, ...(received as Record<string, object>)[name] };
        const bytes = encoded(message);
        const [back, ...others] = decodeControl(bytes, bytes.length);
        assert.deepEqual({ ...back }, message);
        assert.deepEqual(others, []);
      });
    }
  }

  for (const { name, level, types, codec } of here.filter((row) => row.direction !== 'receive')) {
    it(`${name} is sent by its name alone`, () => {
      const fields = (sent as Record<string, object>)[name]!;
      const bytes = encoded({ name, ...fields });
      assert.deepEqual(encoded({ name, level, type: types[0], ...fields }), bytes);
      const data = bytes.slice(16, Number(new DataView(bytes.buffer).getBigUint64(0, true)));
      assert.deepEqual({ ...codec.read(data), ...fields }, { ...codec.read(data) });
    });
  }

  it('gives data that is too short for its form as it is, whatever its length', () => {
    for (const { name, level, types } of here.filter((row) => row.direction !== 'send')) {
      const full = encoded({ name, ...(received as Record<string, object>)[name] });
      for (let size = 0; size < 64; size++) {
        const data = new Uint8Array(size).fill(1);
        const bytes = encodeControl([{ level, type: types[0]!, data }]);
        const [back] = decodeControl(bytes, bytes.length);
        assert.ok(back, name);
        if (back.name === undefined) assert.deepEqual(back, { level, type: types[0], data });
        else assert.equal(back.name, name);
      }
      for (let length = 0; length <= full.length; length++) {
        assert.equal(decodeControl(full, length).length, length < 16 ? 0 : 1, name);
      }
    }
  });
});
