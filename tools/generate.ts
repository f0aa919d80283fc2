/**
 * Makes the files that are made: config.schema.json, config.example.yaml, docs/openapi.json, docs/commands.md,
 * docs/dashboard.json, registration.example.yaml, what the chart has of those, and the modules of the words and of the
 * list of commands. With --check it writes nothing and fails where one of them is stale. `generatedFiles` is what the
 * test compares.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { configJsonSchema } from '../src/config/config.ts';
import { allCommandsModule } from './generate/all-commands.ts';
import { dashboard } from './generate/dashboard.ts';
import { exampleYaml } from './generate/example.ts';
import { exampleRegistration } from './generate/registration.ts';
import { keysModule, textsModule, wordsFiles } from './generate/words.ts';

const root = join(import.meta.dirname, '..');

const typescript = { parser: 'typescript', printWidth: 120, singleQuote: true } as const;

/** Generated modules of the program: the pages are made by the program as it is with them. */
async function generatedModules(): Promise<[string, string][]> {
  const texts = wordsFiles();
  return [
    ['src/words/keys.ts', await format(keysModule(texts), typescript)],
    ['src/words/texts.ts', await format(textsModule(texts), typescript)],
    ['src/commands/all.ts', await format(allCommandsModule(), typescript)],
  ];
}

/** Each generated file by its path from the project's root. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const schema = configJsonSchema();
  const { openApiDocument } = await import('../src/provisioning/openapi.ts');
  const { commandsPage } = await import('./generate/commands.ts');
  return new Map([
    ...(await generatedModules()),
    ['docs/openapi.json', await format(JSON.stringify(openApiDocument()), { parser: 'json', printWidth: 120 })],
    ['docs/dashboard.json', await format(JSON.stringify(dashboard()), { parser: 'json', printWidth: 120 })],
    ['deploy/helm/mailroom/files/dashboard.json', `${JSON.stringify(dashboard())}\n`],
    ['deploy/helm/mailroom/files/alerts.yaml', await readFile(join(root, 'docs/alerts.yaml'), 'utf8')],
    ['docs/commands.md', await format(commandsPage(), { parser: 'markdown', printWidth: 120, singleQuote: true })],
    ['config.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ['config.example.yaml', await format(exampleYaml(schema), { parser: 'yaml', printWidth: 120, singleQuote: true })],
    [
      'registration.example.yaml',
      await format(exampleRegistration(), { parser: 'yaml', printWidth: 120, singleQuote: true }),
    ],
  ]);
}

/** The generated files that differ from what is on the disk. */
export async function staleFiles(): Promise<string[]> {
  return (await differing(await generatedFiles())).map(([name]) => name);
}

async function differing(files: Iterable<readonly [string, string]>): Promise<(readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  for (const [name, text] of files) {
    const there = await readFile(join(root, name), 'utf8').catch(() => null);
    if (there !== text) found.push([name, text]);
  }
  return found;
}

async function write(files: readonly (readonly [string, string])[]): Promise<void> {
  for (const [name, text] of files) {
    await writeFile(join(root, name), text);
    console.log(`${name}: written`);
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  if (values.check) {
    const stale = await staleFiles();
    for (const name of stale) console.log(`${name}: stale`);
    if (stale.length > 0) process.exitCode = 1;
  } else {
    await write(await differing(await generatedModules()));
    await write(await differing(await generatedFiles()));
  }
}
