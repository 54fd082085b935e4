import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { exportsAsDictionaries } from './scripts/bundle/exports.mjs';
import { LATE_ENTRIES, late, lateChunkOf } from './scripts/bundle/late.mjs';
import { licences } from './scripts/bundle/licences.mjs';
import { typescript } from './scripts/bundle/sources.mjs';

// Loading the sources one by one would take most of the time that `require('sockcall')` takes. Here each door becomes
// one file over a common core, which lands at the depth that it has in lib/, so that paths from it stay true.
const doors = ['index', 'raw', 'result', 'promises'];

// What is measured with is an entry of its own; and so is what each process that measures starts with and loads, and what
// its peer does.
const compare = ['compare/index', 'compare/run/child', 'compare/calls/experiment', 'compare/calls/peer/main'];

/** Beside each door, the module that `import` finds. It names what it takes from the other, so both give the same. */
const importable = {
  name: 'importable',
  generateBundle(_, bundle) {
    for (const door of [...doors, 'compare/index']) {
      const names = bundle[`${door}.js`].exports.join(', ');
      const source = `import door from './${basename(door)}.js';\nexport const { ${names} } = door;\n`;
      this.emitFile({ type: 'asset', fileName: `${door}.mjs`, source });
    }
  },
};

/** What the doors share is the core; what belongs to one of them goes into its file. */
function chunkOf(id) {
  const chunk = lateChunkOf(id);
  if (chunk !== undefined) return chunk;
  // It knows where it is.
  if (/\/lib\/compare\/place\.ts$/.test(id)) return 'compare/place';
  if (/\/(error\/(texts|by-call|eai\.ts)|constant\/table)/.test(id)) return undefined;
  if (/\/lib\/index\.ts$|\/(call\/.*|message)\/throwing\.ts$/.test(id)) return 'index';
  if (/\/lib\/result\.ts$|\/(call\/.*|message)\/result\.ts$/.test(id)) return 'result';
  if (/\/lib\/raw\.ts$/.test(id)) return 'raw';
  if (/\/lib\/promises\.ts$/.test(id)) return 'promises';
  if (
    /\/lib\/reactor\/(?!error)|\/call\/.*\/(promises|connections|[a-z]+-wait)\.ts$|\/compound\/.*(promises|deadline)\.ts$/.test(
      id,
    )
  )
    return 'core/reactor';
  const shared = /\/lib\/(common\.ts|core\/|address\/|call\/|message\/|reactor\/)/;
  return shared.test(id) ? 'core' : undefined;
}

const published = {
  input: {
    ...Object.fromEntries(doors.map((door) => [door, `lib/${door}.ts`])),
    'core/texts': 'lib/core/error/texts.ts',
    ...Object.fromEntries(compare.map((entry) => [entry, `lib/${entry}.ts`])),
    ...LATE_ENTRIES,
    ...(existsSync('lib/cli/main.ts') ? { 'cli/main': 'lib/cli/main.ts' } : {}),
  },
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  plugins: [late, typescript, exportsAsDictionaries(doors), importable],
  output: {
    dir: 'dist',
    format: 'cjs',
    esModule: true,
    interop: 'auto',
    manualChunks: chunkOf,
    entryFileNames: '[name].js',
    // A chunk that is named like a folder beside it would hide the folder's index.d.ts from the compiler.
    chunkFileNames: ({ name }) =>
      /^(core|compare)\//.test(name) ? '[name].js' : name === 'core' ? 'core/[name].js' : 'compare/[name].part.js',
  },
};

/** The script of the HTML report of `compare`: it and the plotting library as one text, which the report has in it. */
const page = {
  input: 'lib/compare/report/html/page/main.ts',
  plugins: [typescript, nodeResolve({ browser: true }), commonjs(), terser(), licences],
  output: { file: 'dist/compare/page.js', format: 'iife' },
};

export default [published, page];
