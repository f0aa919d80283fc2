/** What the documents say about config and metrics is what the program has. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { configJsonSchema, parseConfig } from '../../../src/config/config.ts';
import { reachTrouble } from '../../../src/check/matrix.ts';
import { EXIT } from '../../../src/cli/command.ts';
import { createMetrics } from '../../../src/watch/metrics.ts';

const root = join(import.meta.dirname, '../../..');
const docs = join(root, 'docs');
const SOURCES = { folder: '/etc/mailroom', readFile: () => 's'.repeat(64), env: {} };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value instanceof Object;
}

/** The settings of a JSON schema, by the path of each. */
function* settingsOf(node: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (!isRecord(node)) return;
  for (const [key, inner] of Object.entries(node)) {
    if (key === 'properties' && isRecord(inner)) {
      for (const [name, value] of Object.entries(inner)) {
        yield [...path, name];
        yield* settingsOf(value, [...path, name]);
      }
    } else if (key === 'items' || key === 'additionalProperties') yield* settingsOf(inner, path);
    else if (Array.isArray(inner)) for (const one of inner) yield* settingsOf(one, path);
  }
}

/** Whether the config has this setting, also where only one form of its section has it. */
function known(path: string): boolean {
  return [...settingsOf(configJsonSchema())].some((setting) => setting.join('.') === path);
}

/** Settings that the config has under another name once it is read. */
const READ_AS: Readonly<Record<string, string>> = { ca_file: 'ca', shared_domains: 'shared' };

describe('a setting', () => {
  it('is read by something', async () => {
    const files = globSync('src/**/*.ts', { cwd: root });
    const texts = files
      .filter((file) => !/^src\/(?:config|words)\//.test(file))
      .map(async (file) => (await readFile(join(root, file), 'utf8')).replace(/\/\*[^]*?\*\/|\/\/.*$/gm, ''));
    const words = new Set((await Promise.all(texts)).flatMap((text) => text.match(/\w+/g) ?? []));
    const settings = [...settingsOf(configJsonSchema())];
    assert.ok(settings.length > 100);
    const unread = settings.filter((path) => {
      const name = path.at(-1) ?? '';
      const read = READ_AS[name] ?? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return !words.has(read);
    });
    assert.deepEqual(unread, []);
  });
});

describe('the documents', () => {
  it('show a smallest config that is valid, and one for a container that others reach', async () => {
    const text = await readFile(join(docs, 'setup.md'), 'utf8');
    const blocks = [...text.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '');
    const [config, container, ...more] = blocks.filter((block) => block.includes('accounts:'));
    assert.equal(more.length, 0);
    assert.equal(parseConfig(config ?? '', 'setup.md', SOURCES).accounts.length, 1);
    const fileOf = (path: string) => (path.endsWith('/database') ? 'postgres://mailroom@db/mailroom' : 's'.repeat(64));
    const contained = parseConfig(container ?? '', 'setup.md', { ...SOURCES, readFile: fileOf });
    assert.equal(reachTrouble(contained.appservice.listen.host, contained.appservice.url), null);
    assert.equal(contained.database.kind, 'url');
  });

  it('name settings that there are', async () => {
    for (const name of ['setup.md', 'operating.md', 'mapping.md', 'commands.md']) {
      const text = await readFile(join(docs, name), 'utf8');
      const paths = [
        ...text.matchAll(
          /`((?:limits|times|keep|logging|observability|provisioning|appservice|homeserver|database)\.(?!yaml)[a-z_.]+)/g,
        ),
      ];
      for (const [, path = ''] of paths) assert.ok(known(path), `${name}: ${path}`);
    }
  });

  it('name metrics that there are', async () => {
    const metrics = createMetrics({ version: 'x', process: false });
    const { text: page } = await metrics.page();
    const there = new Set([...page.matchAll(/^# TYPE (\w+) /gm)].map((match) => match[1]));
    const text = await readFile(join(docs, 'operating.md'), 'utf8');
    const named = [...text.matchAll(/\bmailroom_\w+/g)].map(([name]) => name);
    assert.ok(named.length > 5);
    for (const name of named) assert.ok(there.has(name), name);
  });

  it('list every exit code', async () => {
    const text = await readFile(join(docs, 'operating.md'), 'utf8');
    for (const code of Object.values(EXIT)) assert.match(text, new RegExp(`^\\| ${String(code)} +\\|`, 'm'));
  });
});
