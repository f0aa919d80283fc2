/** src/words/keys.ts and texts.ts from the files of texts in src/words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWords } from '../words/read.ts';

const folder = join(import.meta.dirname, '../../src/words');

/** A line of the head of a file whose texts no native speaker has reviewed. */
const NOT_REVIEWED = '### Not reviewed by a native speaker yet.';

/** The text of each language by its tag, English first. */
export function wordsFiles(): Map<string, string> {
  const tags = readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .map((name) => name.slice(0, -'.ftl'.length))
    .sort((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b, 'en'));
  return new Map(tags.map((tag) => [tag, readFileSync(join(folder, `${tag}.ftl`), 'utf8')]));
}

/** Every key with its arguments as English has them, and the languages. Not yet formatted. */
export function keysModule(files: ReadonlyMap<string, string>): string {
  const read = [...files].map(([tag, text]) => readWords(`${tag}.ftl`, text).messages);
  // A language may have plural forms where English has none.
  const counted = new Set(
    read
      .flat()
      .flatMap(({ key, takes }) => [...takes].flatMap(([name, kind]) => (kind === 'number' ? [`${key} ${name}`] : []))),
  );
  const unreviewed = [...files].filter(([, text]) => text.includes(`\n${NOT_REVIEWED}\n`)).map(([tag]) => tag);
  const rows = (read[0] ?? []).map(({ key, takes }) => {
    const given = [...takes.keys()].map(
      (name) => `readonly ${name}: ${counted.has(`${key} ${name}`) ? 'number' : 'Text'}`,
    );
    return `  readonly '${key}': ${given.length === 0 ? 'null' : `{ ${given.join('; ')} }`};`;
  });
  return [
    '/** Every key of the texts with its arguments. Made from the .ftl files beside it by `npm run generate`; ' +
      'change those. */',
    '',
    '/** The languages that there are, one for each .ftl file. */',
    `export const LANGUAGES = [${tagsOf(files.keys())}] as const;`,
    '',
    '/** Those of them that no native speaker has reviewed yet, as the heads of their files say. */',
    `export const UNREVIEWED: readonly (typeof LANGUAGES)[number][] = [${tagsOf(unreviewed)}];`,
    '',
    '/** Stands in a text as it is; a number in plain digits. */',
    'type Text = string | number;',
    '',
    '/** The arguments of each key; null where it has none. */',
    'export interface Messages {',
    ...rows,
    '}',
    '',
  ].join('\n');
}

function tagsOf(tags: Iterable<string>): string {
  return [...tags].map((tag) => `'${tag}'`).join(', ');
}

/** The texts as the program reads them, without comments. Not yet formatted. */
export function textsModule(files: ReadonlyMap<string, string>): string {
  const text = (ftl: string) =>
    ftl
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .join('\n')
      .replace(/[\\`]|\$\{/g, '\\$&');
  return [
    '/** The texts of each language in Fluent. Made from the .ftl files beside it by `npm run generate`; ' +
      'change those. */',
    '',
    'export const TEXTS = {',
    ...[...files].map(([tag, ftl]) => `${tag}: \`\n${text(ftl)}\n\`,`),
    '} as const;',
    '',
  ].join('\n');
}
