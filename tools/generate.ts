/**
 * Makes the files that are made: config.schema.json, config.example.yaml, docs/openapi.json, docs/commands.md and registration.example.yaml. With --check it
 * writes nothing and fails where one of them is stale. `generatedFiles` is what the test compares.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { configJsonSchema } from '../src/config.ts';
import { openApiDocument } from '../src/operations/openapi.ts';
import { commandsPage } from './generate/commands.ts';
import { exampleYaml } from './generate/example.ts';
import { exampleRegistration } from './generate/registration.ts';

const root = join(import.meta.dirname, '..');

/** Each generated file by its path from the project's root. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const schema = configJsonSchema();
  return new Map([
    ['docs/openapi.json', await format(JSON.stringify(openApiDocument()), { parser: 'json', printWidth: 120 })],
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
  const stale: string[] = [];
  for (const [name, text] of await generatedFiles()) {
    const there = await readFile(join(root, name), 'utf8').catch(() => null);
    if (there !== text) stale.push(name);
  }
  return stale;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const stale = await staleFiles();
  const files = await generatedFiles();
  for (const name of stale) {
    if (!values.check) await writeFile(join(root, name), files.get(name) ?? '');
    console.log(`${name}: ${values.check ? 'stale' : 'written'}`);
  }
  if (values.check && stale.length > 0) process.exitCode = 1;
}
