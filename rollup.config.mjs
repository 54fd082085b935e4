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

/** V8 takes microseconds for each property added to an object, and there are hundreds: a literal has them at once. */
const exportsAsLiteral = {
  name: 'exports-as-literal',
  renderChunk(code) {
    const properties = [];
    const rest = code.replace(/^exports\.([\w$]+) = (.+);\n?/gm, (_, name, value) => {
      properties.push(name === value ? name : `${name}: ${value}`);
      return '';
    });
    if (properties.length === 0) return null;
    const marked = rest.replace(/^Object\.defineProperty\(exports, '__esModule'.*\n/m, '');
    const mark = "Object.defineProperty(module.exports, '__esModule', { value: true });";
    return { code: `${marked}\nmodule.exports = {\n  ${properties.join(',\n  ')},\n};\n${mark}\n`, map: null };
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
  const shared = /\/lib\/(common\.ts|core\/|address\/|call\/)/.test(id);
  const ownToADoor = /\/(throwing|result)\.ts$/.test(id) && id.includes('/call/');
  const texts = /\/core\/(error\/(texts|by-call)|constant\/table)/.test(id);
  return shared && !ownToADoor && !texts ? 'core' : undefined;
}

export default {
  input: {
    ...Object.fromEntries(doors.map((door) => [door, `lib/${door}.ts`])),
    'core/texts': 'lib/core/error/texts.ts',
    ...(existsSync('lib/cli/main.ts') ? { 'cli/main': 'lib/cli/main.ts' } : {}),
  },
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  plugins: [typescript, exportsAsLiteral, importable],
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
