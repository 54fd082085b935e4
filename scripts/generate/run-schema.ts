import { join } from 'node:path';
import ts from 'typescript';
import type { JsonSchema } from '../../lib/compare/store/json-schema';

const LIB = join(__dirname, '..', '..', 'lib');
const FILE = join(LIB, 'compare', 'store', 'stored-run.ts');

/** The JSON Schema of a stored run, from its type in TypeScript and the comments there. */
export function runSchema(): JsonSchema {
  const program = ts.createProgram([FILE], {
    ...{ strict: true, noEmit: true, types: [], skipLibCheck: true },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, noUncheckedIndexedAccess: true },
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(FILE)!)!;
  const stored = checker.getExportsOfModule(module).find(({ name }) => name === 'StoredRun')!;
  return new Schemas(checker).whole(checker.getDeclaredTypeOfSymbol(stored), stored);
}

/** Makes schemas of types; a type with a name of its own becomes a definition. */
class Schemas {
  private readonly definitions: Record<string, JsonSchema> = {};

  constructor(private readonly checker: ts.TypeChecker) {}

  whole(type: ts.Type, symbol: ts.Symbol): JsonSchema {
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      ...this.described(symbol),
      ...this.object(type),
      $defs: this.definitions,
    };
  }

  private described(symbol: ts.Symbol): JsonSchema {
    const description = ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).replace(/\s+/g, ' ');
    return description === '' ? {} : { description };
  }

  private of(type: ts.Type): JsonSchema {
    if (type.isUnion()) return this.union(type);
    if (type.isLiteral()) return { const: type.value as string | number };
    const { flags } = type;
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' };
    if (flags & ts.TypeFlags.String) return { type: 'string' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & ts.TypeFlags.Unknown) return {};
    if (this.checker.isTupleType(type)) return this.tuple(type as ts.TypeReference);
    if (this.checker.isArrayType(type)) {
      return { type: 'array', items: this.of(this.checker.getTypeArguments(type as ts.TypeReference)[0]!) };
    }
    if (flags & ts.TypeFlags.Object) return this.named(type);
    throw new Error(`no schema for ${this.checker.typeToString(type)}`);
  }

  private union(type: ts.UnionType): JsonSchema {
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    const all = type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const isBoolean = (each: ts.Type): boolean => (each.flags & ts.TypeFlags.BooleanLiteral) !== 0;
    const schemas = all.filter((each) => !isBoolean(each)).map((each) => this.of(each));
    if (all.some(isBoolean)) schemas.push({ type: 'boolean' });
    if (schemas.length === 1) return schemas[0]!;
    if (schemas.every((schema) => 'const' in schema)) return { enum: schemas.map((schema) => schema.const!) };
    if (schemas.every(({ type: name, ...rest }) => typeof name === 'string' && Object.keys(rest).length === 0)) {
      return { type: schemas.map((schema) => schema.type as string) };
    }
    return { anyOf: schemas };
  }

  private tuple(type: ts.TypeReference): JsonSchema {
    const items = this.checker.getTypeArguments(type).map((each) => this.of(each));
    return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
  }

  /** A reference, if the type is an interface or has been named. */
  private named(type: ts.Type): JsonSchema {
    const symbol = type.aliasSymbol ?? type.symbol;
    const own = symbol.name !== '__type' && this.isOurs(symbol);
    if (!own) return this.object(type);
    if (!(symbol.name in this.definitions)) {
      // There before its parts are looked at: they may refer to it.
      this.definitions[symbol.name] = {};
      this.definitions[symbol.name] = { ...this.described(symbol), ...this.object(type) };
    }
    return { $ref: `#/$defs/${symbol.name}` };
  }

  private isOurs(symbol: ts.Symbol): boolean {
    return symbol.declarations?.some((each) => each.getSourceFile().fileName.startsWith(LIB)) ?? false;
  }

  private object(type: ts.Type): JsonSchema {
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    for (const property of this.checker.getPropertiesOfType(type)) {
      properties[property.name] = { ...this.described(property), ...this.of(this.checker.getTypeOfSymbol(property)) };
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    return {
      type: 'object',
      ...(required.length === 0 ? {} : { required }),
      ...(Object.keys(properties).length === 0 ? {} : { properties }),
      ...(index === undefined ? {} : { additionalProperties: this.of(index) }),
    };
  }
}
