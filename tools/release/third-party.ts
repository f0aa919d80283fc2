/** THIRD-PARTY.txt: whose work comes along, under what, with the words that their licences want to be passed on. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { licenceOf } from './licences.ts';
import type { RuntimePackage } from './lock.ts';

/** A file of a package that says under what it is. */
interface LicenceText {
  readonly name: string;
  readonly text: string;
}

const FILE = /^(?:licen[cs]e|copying|notice|copyright|unlicense|ofl)(?:[.-].*)?$/i;

/** The licence files of a package's folder; none where it is not installed here (another platform) or has none. */
export async function licenceTexts(folder: string): Promise<LicenceText[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && FILE.test(entry.name)).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => ({ name, text: (await readFile(join(folder, name), 'utf8')).trim() })),
  );
}

/** The file, for packages with what stands in their folders. Packages with the same words stand together above them. */
export function thirdPartyText(packages: readonly { of: RuntimePackage; texts: readonly LicenceText[] }[]): string {
  const titleOf = (each: RuntimePackage) => `${each.name} ${each.version} (${licenceOf(each) ?? 'no licence named'})`;
  const byWords = new Map<string, Set<string>>();
  const without = new Set<string>();
  for (const { of, texts } of packages) {
    if (texts.length === 0) without.add(titleOf(of));
    const words = texts.map(({ text }) => text.replaceAll('\r\n', '\n')).join('\n\n');
    if (words !== '') byWords.set(words, (byWords.get(words) ?? new Set()).add(titleOf(of)));
  }
  const line = '='.repeat(80);
  const sections = [...byWords].map(([words, titles]) => `${line}\n${[...titles].sort().join('\n')}\n\n${words}\n`);
  const head =
    'Mailroom is under the Apache License 2.0 (LICENSE). With it comes the work of others, under their own licences.';
  const rest = 'Without a licence file of their own; their package.json names the licence:';
  return [`${head}\n`, ...sections.sort(), `${line}\n${rest}\n\n${[...without].sort().join('\n')}\n`].join('\n');
}
