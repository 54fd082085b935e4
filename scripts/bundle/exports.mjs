import { LAZY } from './late.mjs';

/**
 * Parsing a declaration of each constant would take a third of the time to load the core. Only those that the core uses
 * itself stay variables; `fill` puts all that this platform has into an object, by their places in the table.
 */
function takeConstants(chunk, common) {
  const names = [];
  chunk.code = chunk.code.replace(/^const (\w+) = constantAt\((\d+)\);\n/gm, (declaration, name, place) => {
    names[place] = name;
    common.delete(name);
    const uses = chunk.code.match(new RegExp(`\\b${name}\\b`, 'g')).length;
    return uses > 1 ? declaration : '';
  });
  chunk.code += `
const constantNames = '${names.join(' ')}'.split(' ');
function fill(target) {
  for (let place = 0; place < constantNames.length; place++) {
    const value = constantAt(place);
    if (value !== undefined) target[constantNames[place]] = value;
  }
  return Object.assign(target, common);
}
let filled;
function constants() {
  return (filled ??= fill({ __proto__: null }));
}
`;
  return new Set(names);
}

/** Takes rollup's export statements out of a chunk, as pairs of name and value. */
function takeExports(chunk) {
  const exported = new Map();
  chunk.code = chunk.code.replace(
    /^(?:exports\.([\w$]+) = (.+);|Object\.defineProperty\(exports, '__esModule'.*)\n?/gm,
    (_, name, value) => {
      if (name !== undefined) exported.set(name, value);
      return '';
    },
  );
  return exported;
}

function literal(exported, first = []) {
  const properties = [...exported].map(([name, value]) => (name === value ? name : `${name}: ${value}`));
  return `{\n  ${[...first, ...properties].join(',\n  ')},\n}`;
}

/** Takes out what is to be had by a getter: a class that is compiled when it is first read. */
function takeLazy(exported) {
  const lazy = [...exported].filter(([, value]) => value.startsWith(`core.${LAZY}`));
  for (const [name] of lazy) exported.delete(name);
  return lazy
    .map(([name, value]) => `Object.defineProperty(module.exports, '${name}', { get: ${value}, enumerable: true });\n`)
    .join('');
}

const MARK = "Object.defineProperty(module.exports, '__esModule', { value: true });\n";

/**
 * V8 takes microseconds for each property that is added to an object with a shape, and each door has hundreds. So the
 * doors are dictionaries (an object without a prototype is one from the start), which the core fills with what all of
 * them have, and they get their prototype last.
 */
export const exportsAsDictionaries = (doors) => ({
  name: 'exports-as-dictionaries',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type, exports }) => type === 'chunk' && exports.length > 0);
    const taken = new Map(chunks.map((chunk) => [chunk, takeExports(chunk)]));
    const core = bundle['core/core.js'];
    const ofCore = taken.get(core);
    const ofDoors = doors.map((door) => taken.get(bundle[`${door}.js`]));
    const common = new Map();
    for (const [name, value] of ofCore) {
      if (ofDoors.every((exported) => exported.get(name) === `core.${name}`)) common.set(name, value);
    }
    for (const exported of ofDoors) for (const name of common.keys()) exported.delete(name);
    const constants = takeConstants(core, common);
    for (const name of constants) ofCore.delete(name);
    core.code += `\nconst common = ${literal(common)};\n`;
    core.code += `\nmodule.exports = ${literal(ofCore, ['fill', 'constants'])};\n${MARK}`;
    for (const chunk of Object.values(bundle)) {
      if (chunk === core || chunk.type !== 'chunk') continue;
      const exported = taken.get(chunk);
      chunk.code = chunk.code.replace(/\bcore\.(\w+)\b(?!\.js)/g, (use, name) =>
        constants.has(name) ? `core.constants().${name}` : use,
      );
      if (ofDoors.includes(exported)) {
        const lazy = takeLazy(exported);
        const all = `Object.assign(core.fill({ __proto__: null }), ${literal(exported)})`;
        chunk.code += `\nmodule.exports = Object.setPrototypeOf(${all}, Object.prototype);\n${lazy}${MARK}`;
      } else if (exported !== undefined) {
        chunk.code += `\nmodule.exports = ${literal(exported)};\n${MARK}`;
      }
    }
  },
});
