import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { fileOf } from './sources.mjs';

// Compiling is most of what loading takes. What few programs use, or only when something went wrong, goes into files of
// their own that are compiled when the first of their functions is called. For the modules that import such a function
// there is another of its name and length, which does no more than call it.
const PARTS = {
  seldom:
    /\/lib\/(call\/(ioctl|resolve|service|network)\/(?!throwing|result|promises)|call\/presentation\/(raw|size)|call\/option\/value|call\/(watch|pipe|duplicate|splice)\/(?!throwing|result|promises)|call\/batch\/(raw|block|timeout|batch-misuse)|message\/fds|option\/|control\/|core\/(misuse|layout\/|error\/eai-name))/,
  stream: /\/lib\/socket\/(stream|slab|unsent|promises)/,
  owner: /\/lib\/(socket\/(?!index)|thread\/(?!index)|compound\/(?!blocking|promises|deadline|.*\/promises))/,
};

/** Parts that are opened when they are needed, as any module: what they load beside them has to be opened as well. */
const OPENED_LATE = ['stream'];

const ENTRY = '\0entry:';
const STUB = '\0stub:';
const LATER = '\0later:';

/** The parts as entries of rollup: what lib/core/later.ts loads by the part's name. */
export const LATE_ENTRIES = Object.fromEntries(Object.keys(PARTS).map((part) => [`core/${part}`, ENTRY + part]));

/** What a class is called, to doors alone, that is compiled when the door's property of its name is first read. */
export const LAZY = 'lazily$';

/** Which file of the bundle a module goes into, as far as that is decided here. */
export function lateChunkOf(id) {
  if (id.startsWith(STUB) || id.startsWith(LATER)) return 'core';
  const part = id.startsWith(ENTRY) ? id.slice(ENTRY.length) : partOf(id);
  return part === undefined ? undefined : `core/${part}`;
}

function partOf(id) {
  if (id === undefined || id.startsWith(STUB)) return undefined;
  return Object.keys(PARTS).find((part) => PARTS[part].test(id));
}

const files = readdirSync('lib', { recursive: true })
  .map((file) => resolve('lib', file))
  .filter((file) => file.endsWith('.ts') && partOf(file) !== undefined && exportsOf(file).length > 0);

/** Two modules may export functions of one name, so each is an object of its own there. */
function moduleName(file) {
  return `module${files.indexOf(file)}`;
}

/** The functions and classes that a file exports; anything else that is there at run time cannot wait. */
function exportsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  return source.statements.filter(
    (statement) =>
      (ts.isClassDeclaration(statement) || (ts.isFunctionDeclaration(statement) && statement.body !== undefined)) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
}

/** Parameters as the function itself has them, as far as its length and the arguments handed on go. */
function parametersOf(declaration) {
  const own = declaration.parameters.filter(({ name }) => name.text !== 'this');
  const names = own.map(({ dotDotDotToken }, place) => `${dotDotDotToken ? '...' : ''}a${place}`);
  const declared = own.map(({ initializer }, place) => names[place] + (initializer ? ' = undefined' : ''));
  return { declared: declared.join(', '), given: names.join(', ') };
}

function stubsOf(file) {
  const part = partOf(file);
  const stubs = exportsOf(file).map((declaration) => {
    const name = declaration.name.text;
    const real = `${part}().${moduleName(file)}.${name}`;
    if (ts.isClassDeclaration(declaration)) {
      return `function ${LAZY}${name}() { return ${real}; }\nexport { ${LAZY}${name} as ${name} };`;
    }
    const { declared, given } = parametersOf(declaration);
    return `export function ${name}(${declared}) { return ${real}(${given}); }`;
  });
  return `import { ${part} } from '${LATER}${part}';\n${stubs.join('\n')}\n`;
}

export const late = {
  name: 'late',
  resolveId(source, importer) {
    if (source.startsWith(ENTRY) || source.startsWith(LATER)) return source;
    const ofEntry = importer?.startsWith(ENTRY);
    const file = ofEntry ? source : fileOf(source, importer?.replace(STUB, ''));
    const part = file === null ? undefined : partOf(file);
    if (part === undefined) return null;
    return ofEntry || partOf(importer) === part ? file : STUB + file;
  },
  load(id) {
    if (id.startsWith(STUB)) return stubsOf(id.slice(STUB.length));
    if (id.startsWith(LATER)) {
      const later = resolve('lib/core/later.ts');
      const part = id.slice(LATER.length);
      if (OPENED_LATE.includes(part)) return `export const ${part} = () => require('./${part}.js');\n`;
      return `import { later } from '${later}';\nexport const ${part} = later('${part}', () => undefined);\n`;
    }
    if (!id.startsWith(ENTRY)) return null;
    const own = files.filter((file) => partOf(file) === id.slice(ENTRY.length));
    return own.map((file) => `export * as ${moduleName(file)} from '${file}';\n`).join('') || 'export {};\n';
  },
};
