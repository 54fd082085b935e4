import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { fileOf } from './sources.mjs';

// Compiling is most of what loading takes. What few programs use, or only when something went wrong, goes into a file of
// its own that is compiled when the first of its functions is called. For the modules that import such a function there
// is another of its name and length, which does no more than call it.
const SELDOM =
  /\/lib\/(call\/(ioctl|resolve|service|network)\/(?!throwing|result|promises)|call\/presentation\/(raw|size)|call\/option\/value|call\/(watch|pipe|duplicate|splice)\/(?!throwing|result|promises)|call\/batch\/(raw|block|timeout|batch-misuse)|message\/fds|option\/|control\/|thread\/(?!index)|core\/(misuse|layout\/|error\/eai-name))/;

/** As an entry of rollup: what lib/core/later.ts loads as `seldom`. */
export const SELDOM_ENTRY = '\0seldom';
const STUB = '\0stub:';
const LATER = '\0later';

/** Which file of the bundle a module goes into, as far as that is decided here. */
export function seldomChunkOf(id) {
  if (id.startsWith(STUB) || id === LATER) return 'core';
  return isSeldom(id) || id === SELDOM_ENTRY ? 'core/seldom' : undefined;
}

function isSeldom(id) {
  return SELDOM.test(id) && !id.startsWith(STUB);
}

const files = readdirSync('lib', { recursive: true })
  .map((file) => resolve('lib', file))
  .filter((file) => file.endsWith('.ts') && isSeldom(file) && functionsOf(file).length > 0);

/** Two modules may export functions of one name, so each is an object of its own there. */
function moduleName(file) {
  return `module${files.indexOf(file)}`;
}

/** The functions that a file exports; anything else that is there at run time cannot wait. */
function functionsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  return source.statements.filter(
    (statement) =>
      ts.isFunctionDeclaration(statement) &&
      statement.body !== undefined &&
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
  const stubs = functionsOf(file).map((declaration) => {
    const { declared, given } = parametersOf(declaration);
    const name = declaration.name.text;
    return `export function ${name}(${declared}) { return seldom().${moduleName(file)}.${name}(${given}); }`;
  });
  return `import { seldom } from '${LATER}';\n${stubs.join('\n')}\n`;
}

export const seldom = {
  name: 'seldom',
  resolveId(source, importer) {
    if (source === SELDOM_ENTRY || source === LATER) return source;
    const file = importer === SELDOM_ENTRY ? source : fileOf(source, importer?.replace(STUB, ''));
    if (file === null || !isSeldom(file)) return null;
    return importer === SELDOM_ENTRY || isSeldom(importer) ? file : STUB + file;
  },
  load(id) {
    if (id.startsWith(STUB)) return stubsOf(id.slice(STUB.length));
    if (id === LATER) {
      const later = resolve('lib/core/later.ts');
      return `import { later } from '${later}';\nexport const seldom = later('seldom', () => undefined);\n`;
    }
    if (id !== SELDOM_ENTRY) return null;
    return files.map((file) => `export * as ${moduleName(file)} from '${file}';\n`).join('');
  },
};
