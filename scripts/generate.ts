import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { generatedFiles } from './generate/files';

const root = join(__dirname, '..');

/** With --check, writes nothing and fails if a generated file is not what the tables say. */
async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  const stale: string[] = [];
  for (const [path, source] of generatedFiles()) {
    const file = join(root, path);
    const text = path.endsWith('.inc')
      ? source
      : await format(source, { ...(await resolveConfig(file)), filepath: file });
    if (!check) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    } else if (readOrEmpty(file) !== text) stale.push(path);
  }
  if (stale.length > 0) {
    console.error(`not as generated: ${stale.join(', ')}; run npm run generate`);
    process.exitCode = 1;
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

void main();
