import { controlRows } from '../../lib/control/rows';
import { groups } from '../../lib/core/constant/table';
import { optionRows } from '../../lib/option/rows';
import { calls } from './calls';
import { callsPage } from './calls-page';
import { constantsInclude, constantsIndex, constantsModule, errnoPlaces } from './constants';
import '../../lib/core/layout/structs';
import '../../lib/control/structs';
import '../../lib/option/structs';
import '../../lib/option/tcp-info';
import { structs } from '../../lib/core/layout/struct';
import { controlPage } from './control-page';
import { examplesPage } from './examples-page';
import { layoutsInclude } from './layouts';
import { optionPlaces, optionShapes } from './options';
import { optionsPage } from './options-page';
import { constantsPage } from './page';
import { compareSchemaPage } from './compare-schema-page';
import { runSchema } from './run-schema';

/** Beside the sources: what is built reads it too. */
const RUN_SCHEMA = 'schema/run-2.json';

/** Every generated file, as its path from the package's root and its text. */
export function generatedFiles(): [path: string, source: string][] {
  const constantNames = new Set(groups.flatMap(({ rows }) => rows.map(([name]) => name)));
  const errnos = groups.findIndex(({ group }) => group === 'errno');
  const schema = runSchema();
  return [
    ['native/constants.inc', constantsInclude(groups)],
    ['native/layouts.inc', layoutsInclude(structs)],
    ['lib/core/constant/index.ts', constantsIndex(groups)],
    ...groups.map((group, index): [string, string] => [
      `lib/core/constant/generated/${group.group}.ts`,
      constantsModule(group, rowsBefore(index)),
    ]),
    ['lib/core/error/generated/places.ts', errnoPlaces(groups[errnos]!, rowsBefore(errnos))],
    ['lib/option/generated/places.ts', optionPlaces(groups)],
    ['lib/option/generated/codecs.ts', optionShapes()],
    ['docs/options.md', optionsPage(optionRows, constantNames)],
    ['docs/constants.md', constantsPage(groups)],
    ['docs/calls.md', callsPage(calls())],
    ['docs/control-messages.md', controlPage(controlRows(), constantNames)],
    ['examples/README.md', examplesPage()],
    [RUN_SCHEMA, JSON.stringify(schema)],
    ['docs/compare-schema.md', compareSchemaPage(schema)],
  ];
}

function rowsBefore(index: number): number {
  return groups.slice(0, index).reduce((sum, { rows }) => sum + rows.length, 0);
}
