import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from '../place';
import type { RunRecord } from '../record';
import { inconsistency } from './check';
import type { JsonSchema } from './json-schema';
import { KIND, SCHEMA, type StoredRun } from './stored-run';
import { validate } from './validate';

/** A file that can't be taken for a run, and why. */
export class StoreError extends Error {}

/** Reads a run from a file. */
export function loadRun(path: string): RunRecord {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new StoreError(`can't read ${path}: ${(error as Error).message}`, { cause: error });
  }
  return parseRun(text, path);
}

/** Takes a run out of a file's text, if all of it is as it should be. */
export function parseRun(text: string, name: string): RunRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StoreError(`${name} is not JSON: ${(error as Error).message}`, { cause: error });
  }
  const wrong = wrongVersion(value) ?? validate(value, schema()) ?? inconsistency(value as StoredRun);
  if (wrong !== undefined) throw new StoreError(`${name}: ${wrong}`);
  // Whatever else the file may have is none of a run's.
  const { experiment, plan, environment, merged, notes, end, failure, processes } = value as StoredRun;
  const { blocks, distributions, elapsedMs } = value as StoredRun;
  return {
    ...{ experiment, plan, environment, notes, end, processes, blocks, distributions, elapsedMs },
    ...(merged === undefined ? {} : { merged }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function wrongVersion(value: unknown): string | undefined {
  const { schema: version, kind } = (value ?? {}) as { schema?: unknown; kind?: unknown };
  if (typeof version !== 'number') return 'it is no stored run of sockcall';
  if (version > SCHEMA) return `it has schema ${version} of a later sockcall; this one knows ${SCHEMA}`;
  if (version < SCHEMA) return `it has schema ${version} of an earlier sockcall; this one knows ${SCHEMA} alone`;
  return kind === KIND ? undefined : `it is no stored run of sockcall, but "${String(kind)}"`;
}

let known: JsonSchema | undefined;

function schema(): JsonSchema {
  known ??= JSON.parse(readFileSync(join(PACKAGE, 'schema', `run-${SCHEMA}.json`), 'utf8')) as JsonSchema;
  return known;
}
