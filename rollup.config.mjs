import { existsSync } from 'node:fs';
import { exportsAsDictionaries } from './scripts/bundle/exports.mjs';
import { SELDOM_ENTRY, seldom, seldomChunkOf } from './scripts/bundle/seldom.mjs';
import { typescript } from './scripts/bundle/sources.mjs';

// Loading the sources one by one would take most of the time that `require('sockcall')` takes. Here each door becomes
// one file over a common core, which lands at the depth that it has in lib/, so that paths from it stay true.
const doors = ['index', 'raw', 'result', 'promises'];

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
  const chunk = seldomChunkOf(id);
  if (chunk !== undefined) return chunk;
  if (/\/(error\/(texts|by-call|eai\.ts)|constant\/table)/.test(id)) return undefined;
  if (/\/lib\/index\.ts$|\/(call\/.*|message)\/throwing\.ts$/.test(id)) return 'index';
  if (/\/lib\/result\.ts$|\/(call\/.*|message)\/result\.ts$/.test(id)) return 'result';
  if (/\/lib\/raw\.ts$/.test(id)) return 'raw';
  if (/\/lib\/promises\.ts$/.test(id)) return 'promises';
  if (/\/lib\/reactor\/|\/call\/.*\/(promises|connections|[a-z]+-wait)\.ts$|\/compound\/promises\.ts$/.test(id))
    return 'core/reactor';
  if (/\/lib\/(thread|socket|compound)\//.test(id)) return 'core/owner';
  const shared = /\/lib\/(common\.ts|core\/|address\/|call\/|message\/)/;
  return shared.test(id) ? 'core' : undefined;
}

export default {
  input: {
    ...Object.fromEntries(doors.map((door) => [door, `lib/${door}.ts`])),
    'core/texts': 'lib/core/error/texts.ts',
    'core/seldom': SELDOM_ENTRY,
    ...(existsSync('lib/cli/main.ts') ? { 'cli/main': 'lib/cli/main.ts' } : {}),
  },
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  plugins: [seldom, typescript, exportsAsDictionaries(doors), importable],
  output: {
    dir: 'dist',
    format: 'cjs',
    esModule: true,
    interop: 'auto',
    manualChunks: chunkOf,
    entryFileNames: '[name].js',
    chunkFileNames: ({ name }) =>
      name.startsWith('core/') ? '[name].js' : `${name === 'core' ? 'core' : 'cli'}/[name].js`,
  },
};
