import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const FAMILIES = join(__dirname, '..', '..', 'lib', 'call');
const NATIVE = join(__dirname, '..', '..', 'lib', 'core', 'native.ts');

/** A call as the throwing door declares and explains it. */
export interface Call {
  readonly family: string;
  readonly name: string;
  /** As in C, from the first line of its comment. */
  readonly signature: string;
  /** The type that the throwing door gives. */
  readonly gives: string;
  readonly meaning: string;
  /** Whether a platform may lack it. */
  readonly everywhere: boolean;
}

/** Every call of the package, read from the sources of the throwing door. */
export function calls(): readonly Call[] {
  const absent = new Set([...readFileSync(NATIVE, 'utf8').matchAll(/readonly (\w+)\?: NativeCall/g)].map(([, n]) => n));
  const families = readdirSync(FAMILIES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return families.flatMap(({ name: family }) =>
    functionsOf(join(FAMILIES, family, 'throwing.ts')).flatMap(({ name, comment, gives }) => {
      const [, signature, meaning] = /^`([^`]+)`:\s+(.*)$/s.exec(comment) ?? [];
      if (signature === undefined || meaning === undefined) return [];
      return [{ family, name, signature, gives, meaning: sentence(meaning), everywhere: !absent.has(name) }];
    }),
  );
}

interface Declared {
  readonly name: string;
  readonly comment: string;
  readonly gives: string;
}

/** The exported functions of a file; of one with overloads the first that is commented, with the types of all. */
function functionsOf(file: string): readonly Declared[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Map<string, Declared>();
  for (const statement of source.statements) {
    if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) continue;
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    const name = statement.name.text;
    const [doc] = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
    const comment = ts.getTextOfJSDocComment(doc?.comment) ?? '';
    const before = found.get(name);
    if (before === undefined || (before.comment === '' && comment !== '')) {
      found.set(name, { name, comment, gives: typeText(statement.type, source) });
    }
  }
  return [...found.values()];
}

/** An assertion about an argument gives nothing. */
function typeText(type: ts.TypeNode | undefined, source: ts.SourceFile): string {
  if (type === undefined || ts.isTypePredicateNode(type)) return 'void';
  return type.getText(source).replace(/\s+/g, ' ');
}

/** The first sentence, in one line. */
function sentence(text: string): string {
  const line = text
    .split(/\n\s*\n/)[0]!
    .replace(/\s+/g, ' ')
    .trim();
  return /^.*?[.](?= |$)/.exec(line)?.[0] ?? line;
}
