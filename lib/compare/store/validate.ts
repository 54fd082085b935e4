import type { JsonSchema } from './json-schema';

/** The first thing that is wrong with a value, or undefined: `blocks[17].calls must be a number, not "many"`. */
export function validate(value: unknown, schema: JsonSchema): string | undefined {
  return new Validator(schema.$defs ?? {}).check(value, schema, '');
}

class Validator {
  constructor(private readonly definitions: Readonly<Record<string, JsonSchema>>) {}

  check(value: unknown, schema: JsonSchema, path: string): string | undefined {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.slice('#/$defs/'.length);
      return this.check(value, this.definitions[name]!, path);
    }
    if (schema.anyOf !== undefined) {
      const wrong = schema.anyOf.map((each) => this.check(value, each, path));
      return wrong.includes(undefined) ? undefined : wrong[0];
    }
    const allowed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
    if (allowed !== undefined && !allowed.some((each) => each === value)) {
      return said(path, allowed.map((each) => JSON.stringify(each)).join(' or '), value);
    }
    if (schema.type === undefined) return undefined;
    const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
    const type = typeOf(value);
    if (!types.includes(type)) return said(path, types.map((each) => A[each] ?? each).join(' or '), value);
    if (type === 'array') return this.array(value as readonly unknown[], schema, path);
    return type === 'object' ? this.object(value as Record<string, unknown>, schema, path) : undefined;
  }

  private array(values: readonly unknown[], schema: JsonSchema, path: string): string | undefined {
    const { items, prefixItems = [], minItems = 0, maxItems = Infinity } = schema;
    if (values.length < minItems || values.length > maxItems) {
      return `${path} must have ${minItems} items, not ${values.length}`;
    }
    for (let place = 0; place < values.length; place++) {
      const ofItem = prefixItems[place] ?? items;
      const wrong = ofItem && this.check(values[place], ofItem, `${path}[${place}]`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }

  private object(value: Record<string, unknown>, schema: JsonSchema, path: string): string | undefined {
    const within = (name: string): string => (path === '' ? name : `${path}.${name}`);
    const missing = schema.required?.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return `${within(missing)} is missing`;
    for (const name in value) {
      const known = schema.properties !== undefined && Object.hasOwn(schema.properties, name);
      const ofProperty = known ? schema.properties[name] : schema.additionalProperties;
      const wrong = ofProperty && this.check(value[name], ofProperty, within(name));
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }
}

const A: Readonly<Record<string, string>> = {
  array: 'an array',
  object: 'an object',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** How much of a wrong value is shown. */
const SHOWN = 40;

function said(path: string, wanted: string, value: unknown): string {
  const text = JSON.stringify(value);
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return `${path === '' ? 'it' : path} must be ${wanted}, not ${shown}`;
}
