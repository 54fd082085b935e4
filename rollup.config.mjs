import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

// Loading the sources one by one would take most of the time that `require('sockcall')` takes. Here each door becomes
// one file over a common core, which lands at the depth that it has in lib/, so that paths from it stay true.
const doors = ['index', 'raw', 'result'];

/** TypeScript's own compiler, a file at a time; tsc checks the types and writes the declarations. */
const typescript = {
  name: 'typescript',
  resolveId(source, importer) {
    if (!source.startsWith('.') || importer === undefined) return null;
    const base = resolve(dirname(importer), source);
    return [`${base}.ts`, `${base}/index.ts`].find((file) => existsSync(file)) ?? null;
  },
  transform(code, id) {
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, removeComments: true };
    return { code: ts.transpileModule(code, { compilerOptions, fileName: id }).outputText, map: null };
  },
};

/**
 * Parsing a declaration of each constant would take a third of the time to load the core. Only those that the core uses
 * itself stay variables; all are put into `common` by their places in the table.
 */
function takeConstants(chunk, common) {
  const names = [];
  chunk.code = chunk.code.replace(/^const (\w+) = constantAt\((\d+)\);\n/gm, (declaration, name, place) => {
    names[place] = name;
    common.delete(name);
    const uses = chunk.code.match(new RegExp(`\\b${name}\\b`, 'g')).length;
    return uses > 1 ? declaration : '';
  });
  return `'${names.join(' ')}'.split(' ').forEach((name, place) => {\n  common[name] = constantAt(place);\n});\n`;
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

const MARK = "Object.defineProperty(module.exports, '__esModule', { value: true });\n";

/**
 * V8 takes microseconds for each property that is added to an object with a shape, and each door has hundreds. So what
 * all doors have in common is one dictionary of the core (an object without a prototype is one from the start), the
 * doors copy it into dictionaries of their own, and these get their prototype last.
 */
const exportsAsDictionaries = {
  name: 'exports-as-dictionaries',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type, exports }) => type === 'chunk' && exports.length > 0);
    const taken = new Map(chunks.map((chunk) => [chunk, takeExports(chunk)]));
    const core = bundle['core/core.js'];
    const ofDoors = doors.map((door) => taken.get(bundle[`${door}.js`]));
    const common = new Map();
    for (const [name, value] of taken.get(core)) {
      if (ofDoors.every((exported) => exported.get(name) === `core.${name}`)) common.set(name, value);
    }
    for (const [chunk, exported] of taken) {
      const isDoor = ofDoors.includes(exported);
      if (isDoor || chunk === core) for (const name of common.keys()) exported.delete(name);
      if (isDoor) {
        const all = `Object.assign(Object.create(null), core.common, ${literal(exported)})`;
        chunk.code += `\nmodule.exports = Object.setPrototypeOf(${all}, Object.prototype);\n${MARK}`;
      } else if (chunk === core) {
        const constants = takeConstants(chunk, common);
        chunk.code += `\nconst common = ${literal(common, ['__proto__: null'])};\n${constants}`;
        chunk.code += `\nmodule.exports = ${literal(exported, ['__proto__: common', 'common'])};\n${MARK}`;
      } else {
        chunk.code += `\nmodule.exports = ${literal(exported)};\n${MARK}`;
      }
    }
  },
};

/** Beside each door, the module that `import` finds. It names what it takes from the other, so both give the same. */
const importable = {
  name: 'importable',
  generateBundle(_, bundle) {
    for (const door of doors) {
      const names = bundle[`${door}.js`].exports.join(', ');
      const source = `import door from './${door}.js';\nexport const { ${names} } = door;\n`;
      this.emitFile({ type: 'asset', fileName: `${door}.mjs`, source });
    }
  },
};

/** What the doors share is the core; what belongs to one of them goes into its file. */
function chunkOf(id) {
  if (/\/(error\/(texts|by-call|eai\.ts)|constant\/table)/.test(id)) return undefined;
  if (/\/lib\/index\.ts$|\/(call\/.*|message)\/throwing\.ts$/.test(id)) return 'index';
  if (/\/lib\/result\.ts$|\/(call\/.*|message)\/result\.ts$/.test(id)) return 'result';
  if (/\/lib\/raw\.ts$/.test(id)) return 'raw';
  if (
    /\/lib\/(option\/(codec|structs|fields|text|address|tcp-info)|control\/(rows|row|table|codec|sockaddr|structs))/.test(
      id,
    )
  )
    return undefined;
  const shared = /\/lib\/(common\.ts|values-later|core\/|address\/|call\/|message\/|control\/|option\/)/;
  return shared.test(id) ? 'core' : undefined;
}

export default {
  input: {
    ...Object.fromEntries(doors.map((door) => [door, `lib/${door}.ts`])),
    'core/texts': 'lib/core/error/texts.ts',
    'core/eai': 'lib/core/error/eai.ts',
    'core/values': 'lib/values.ts',
    ...(existsSync('lib/cli/main.ts') ? { 'cli/main': 'lib/cli/main.ts' } : {}),
  },
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  plugins: [typescript, exportsAsDictionaries, importable],
  output: {
    dir: 'dist',
    format: 'cjs',
    esModule: true,
    interop: 'auto',
    manualChunks: chunkOf,
    entryFileNames: '[name].js',
    chunkFileNames: (chunk) => (chunk.name === 'core' ? 'core/[name].js' : 'cli/[name].js'),
  },
};
