import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { configJsonSchema, parseConfig, type Config } from '../../../src/config/config.ts';
import { staleFiles } from '../../../tools/generate.ts';

const root = join(import.meta.dirname, '../../..');
const SOURCES = {
  folder: '/etc/mailroom',
  readFile: (path: string) => (path.endsWith('.pem') ? '-----BEGIN CERTIFICATE-----' : 's'.repeat(64)),
  env: {},
};

/** The example with everything that is commented out put to use. */
function everythingOn(example: string): string {
  const isSetting = /^(\s*)# (?=(?: {2})*(?:[a-z_]+:(?: |$)|- \{))/;
  return example
    .split('\n')
    .map((line) => line.replace(/^\s*# (?:Relative paths|commented out|Mailroom:|yaml-).*/, ''))
    .map((line) => line.replace(isSetting, '$1'))
    .join('\n');
}

/** Every path of a setting that the schema knows; the keys of accounts as `*`. */
function settings(node: unknown, at: string): string[] {
  if (typeof node !== 'object' || node === null) return [at];
  if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
    return Object.entries(node.properties).flatMap(([key, child]) => settings(child, `${at}.${key}`));
  }
  if ('additionalProperties' in node && typeof node.additionalProperties === 'object') {
    return settings(node.additionalProperties, `${at}.*`);
  }
  return [at];
}

describe('the generated files', () => {
  it('are what tools/generate.ts makes of the schema now (npm run generate)', async () => {
    assert.deepEqual(await staleFiles(), []);
  });

  it('hold an example that is a valid config as it stands', async () => {
    const text = await readFile(join(root, 'config.example.yaml'), 'utf8');
    assert.equal(parseConfig(text, 'config.example.yaml', SOURCES).accounts.length, 1);
  });

  it('hold an example whose comments are valid settings with the defaults', async () => {
    const text = await readFile(join(root, 'config.example.yaml'), 'utf8');
    const all = parseConfig(everythingOn(text), 'config.example.yaml', SOURCES);
    const plain = parseConfig(text, 'config.example.yaml', SOURCES);
    // What has an example instead of a default differs, and nothing else.
    const normal = (config: Config) => ({
      ...config,
      homeserver: { ...config.homeserver, ca: null },
      logins: { ...config.logins, servers: [] },
      accounts: config.accounts.map((account) => ({
        ...account,
        addresses: [],
        imap: { ...account.imap, ca: null },
        smtp: { ...account.smtp, ca: null },
      })),
    });
    assert.deepEqual(normal(all), normal(plain));
  });

  it('describe every setting, and show each one in the example', async () => {
    const text = await readFile(join(root, 'config.example.yaml'), 'utf8');
    for (const path of settings(configJsonSchema(), '')) {
      const key = path.split('.').at(-1) ?? '';
      assert.match(text, new RegExp(`\\b${key.replace('*', 'support')}:`), path);
    }
  });
});
