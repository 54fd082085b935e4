import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package that a module of others belongs to. */
function packageOf(id) {
  if (!id.includes('/node_modules/')) return undefined;
  let folder = dirname(id);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function licenceOf(folder) {
  const { name, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file === undefined ? `${license}, ${author?.name ?? author ?? ''}` : readFileSync(join(folder, file), 'utf8');
  // Many packages have one licence, but for the years.
  const notices = text.match(/^.*copyright (\(c\) )?\d.*$/gim) ?? [];
  const terms = notices.reduce((rest, notice) => rest.replace(notice, ''), text).trim();
  return { name, notices: notices.map((notice) => notice.trim()), terms };
}

/** Puts the licences of all packages that are in a bundle at its head: whoever gets the bundle has to get them. */
export const licences = {
  name: 'licences',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      const folders = new Set(Object.keys(chunk.modules ?? {}).flatMap((id) => packageOf(id.replace(/^\0/, '')) ?? []));
      const byTerms = new Map();
      for (const licence of [...folders].sort().map(licenceOf)) {
        byTerms.set(licence.terms, [...(byTerms.get(licence.terms) ?? []), licence]);
      }
      const parts = [...byTerms].map(([terms, all]) => {
        const lines = all.map(({ name, notices }) => [name, ...notices].join(': '));
        return `${lines.join('\n')}\n\n${terms}`;
      });
      if (parts.length > 0) chunk.code = `/*\n${parts.join('\n\n----\n\n').replaceAll('*/', '* /')}\n*/\n${chunk.code}`;
    }
  },
};
