import type { JsonSchema } from '../../lib/compare/store/json-schema';

const HEAD = `<!-- Made by npm run generate from lib/compare/store/stored-run.ts. -->

# The form of stored runs

\`sockcall compare --json FILE\` and \`formatRun()\` of \`sockcall/compare\` write a run as JSON: all that was measured, from
which all reports are made, and where and how it was made. \`--load FILE\` and \`loadRun()\` read it. Beside what is said
here, \`schema/run-2.json\` of the package has it as a JSON Schema (draft 2020-12).

\`schema\` changes when a reader would have to. A file of another number is refused; a property that is not named here is
left alone. Blocks and distributions have a line each, so that a file can be searched.

Two runs are compared only if they are of one experiment, measured the same quantity, were made with the same
\`settings\`, and have cells in common, in which they compare the same arms.
`;

/** The page on the form of stored runs. */
export function compareSchemaPage({ $defs = {}, ...whole }: JsonSchema): string {
  const parts = Object.entries({ 'The whole': whole, ...$defs }).map(([name, schema]) => section(name, schema));
  return `${HEAD}\n${parts.join('\n')}`;
}

function section(name: string, schema: JsonSchema): string {
  const description = schema.description === undefined ? '' : `${schema.description}\n\n`;
  return `## ${name}\n\n${description}| property | type | meaning |\n| --- | --- | --- |\n${rows(schema, '').join('\n')}\n`;
}

function rows(schema: JsonSchema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, of]) => {
    const may = schema.required?.includes(name) === true ? '' : ' (may be absent)';
    const row = `| \`${prefix}${name}\` | ${typeOf(of)}${may} | ${(of.description ?? '').replaceAll('|', '\\|')} |`;
    return [row, ...rows(of, `${prefix}${name}.`)];
  });
}

function typeOf(schema: JsonSchema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice('#/$defs/'.length);
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((each) => `\`${JSON.stringify(each)}\``).join(', ');
  if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(typeOf).join(', ')}]`;
  if (schema.type === 'array') return `array of ${typeOf(schema.items!)}`;
  if (schema.type === 'object' && schema.additionalProperties !== undefined) {
    const values = typeOf(schema.additionalProperties);
    return `object of ${values === '' ? 'anything' : values} by name`;
  }
  return typeof schema.type === 'string' ? schema.type : (schema.type ?? []).join(' or ');
}
