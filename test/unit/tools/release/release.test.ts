/** What a release is made of, as far as it is text. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { licenceOf, refusedLicences } from '../../../../tools/release/licences.ts';
import { runtimePackages, type RuntimePackage } from '../../../../tools/release/lock.ts';
import { parsePublisher, publisherFile, PublisherUnknown } from '../../../../tools/release/publisher.ts';
import { sbomText } from '../../../../tools/release/sbom.ts';
import { licenceTexts, thirdPartyText } from '../../../../tools/release/third-party.ts';
import { publisherForTests } from '../../../support/publisher.ts';

const root = join(import.meta.dirname, '../../../..');
const lock = await readFile(join(root, 'package-lock.json'), 'utf8');
const packages = runtimePackages(lock);

const made = (name: string, more: Partial<RuntimePackage> = {}): RuntimePackage => ({
  path: `node_modules/${name}`,
  name,
  version: '1.0.0',
  licence: 'MIT',
  integrity: null,
  resolved: null,
  optional: false,
  needs: [],
  ...more,
});

describe('the publisher', () => {
  it('is missed by the name of each fact that is empty', async () => {
    const facts = Object.keys(publisherForTests);
    const file = parse(await readFile(publisherFile, 'utf8')) as object;
    assert.deepEqual(Object.keys(file).sort(), facts.toSorted());
    const empty = facts.map((fact) => `${fact}: ''\n`).join('');
    assert.throws(
      () => parsePublisher(empty, 'f.yaml'),
      (error: unknown) => {
        assert.ok(error instanceof PublisherUnknown);
        for (const fact of facts) assert.match(error.message, new RegExp(`^ {2}${fact} is empty$`, 'm'));
        return true;
      },
    );
  });

  it('is taken where all of it is there, and told what is wrong where it is not', () => {
    const all = publisherForTests;
    const text = (value: object) => JSON.stringify(value);
    assert.deepEqual(parsePublisher(text(all), 'f'), all);
    const wrong = (value: object) => () => parsePublisher(text(value), 'f.yaml');
    assert.throws(wrong({ ...all, bugs: 'http://bugs.example' }), /f\.yaml .*\n {2}bugs: an https address$/);
    assert.throws(wrong({ ...all, contact: 'call me' }), /contact: a mail address or an https address$/);
    assert.throws(wrong({ ...all, image: 'mailroom:latest' }), /image: an image without a tag$/);
    assert.throws(wrong({ ...all, name: 'two\nlines' }), /name: a name in one line$/);
    assert.throws(wrong({ ...all, extra: 1 }), /extra/);
    assert.throws(() => parsePublisher('', 'f.yaml'), PublisherUnknown);
  });
});

describe('the packages that come along', () => {
  it('are those of the lock file without what only developers need, each with what it needs', () => {
    const byPath = new Map(packages.map((each) => [each.path, each]));
    assert.equal(packages[0]?.name, 'matrix-mailroom');
    assert.ok(byPath.has('node_modules/pg') && !byPath.has('node_modules/eslint'));
    for (const { needs } of packages) for (const path of needs) assert.ok(byPath.has(path), path);
    assert.ok(packages[0].needs.includes('node_modules/imapflow'));
    // An alias goes by the name of what is there.
    const alias = byPath.get('node_modules/@matrix-org/matrix-sdk-crypto-nodejs');
    if (alias !== undefined) assert.equal(alias.name, '@matrix-org/matrix-sdk-crypto-wasm');
  });

  it('finds what a package needs nearest to it', () => {
    const tree = runtimePackages(
      JSON.stringify({
        lockfileVersion: 3,
        packages: {
          '': { name: 'own', version: '1.0.0', dependencies: { a: '1', '@s/b': '1' } },
          'node_modules/@s/b': { version: '1.0.0', dependencies: { c: '1' } },
          'node_modules/a': {
            version: '1.0.0',
            dependencies: { c: '2', gone: '1' },
            peerDependencies: { '@s/b': '1' },
          },
          'node_modules/a/node_modules/c': { version: '2.0.0', dependencies: { d: '1' } },
          'node_modules/c': { version: '1.0.0' },
          'node_modules/d': { version: '1.0.0', dev: true },
        },
      }),
    );
    assert.deepEqual(Object.fromEntries(tree.map(({ path, needs }) => [path, needs])), {
      '': ['node_modules/a', 'node_modules/@s/b'],
      'node_modules/@s/b': ['node_modules/c'],
      'node_modules/a': ['node_modules/a/node_modules/c', 'node_modules/@s/b'],
      'node_modules/a/node_modules/c': [],
      'node_modules/c': [],
    });
  });

  it('are all under licences that were allowed', () => {
    assert.deepEqual(refusedLicences(packages), []);
  });

  it('are refused under others, under none, and under what is no identifier', () => {
    const refused = refusedLicences([
      made('free', { licence: '(MIT OR GPL-3.0-only)' }),
      made('both', { licence: 'MIT AND GPL-3.0-only' }),
      made('agpl', { licence: 'AGPL-3.0-or-later' }),
      made('silent', { licence: null }),
      made('own', { licence: 'SEE LICENSE IN LICENSE' }),
    ]);
    assert.deepEqual(refused, [
      'both@1.0.0: MIT AND GPL-3.0-only',
      'agpl@1.0.0: AGPL-3.0-or-later',
      'silent@1.0.0: no licence is named',
      'own@1.0.0: SEE LICENSE IN LICENSE',
    ]);
  });
});

const bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  metadata: z.object({ timestamp: z.string(), component: z.object({ 'bom-ref': z.string() }) }),
  components: z.array(
    z.object({
      'bom-ref': z.string(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })).default([]),
      licenses: z.array(z.unknown()),
      scope: z.string(),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

describe('the bill of materials', () => {
  const options = {
    packages,
    description: 'what it is',
    publisher: publisherForTests,
    time: new Date('2026-01-31T12:00:00Z'),
    revision: 'a'.repeat(40),
  };

  it('has each package once, with its licence and the hash that the lock file has', () => {
    const { components } = bill.parse(JSON.parse(sbomText(options)));
    const names = new Set(packages.slice(1).map(({ name, version }) => `${name}@${version}`));
    assert.equal(components.length, names.size);
    for (const { hashes, ...each } of components) {
      assert.equal(each.licenses.length, 1, each['bom-ref']);
      assert.match(
        hashes.map(({ alg, content }) => `${alg} ${content}`).join(),
        /^SHA-512 [0-9a-f]{128}$/,
        each['bom-ref'],
      );
    }
    const integrity = packages.find(({ path }) => path === 'node_modules/pg')?.integrity ?? '';
    const pg = components.find((each) => each['bom-ref'].startsWith('pkg:npm/pg@'));
    assert.equal(`sha512-${Buffer.from(pg?.hashes[0]?.content ?? '', 'hex').toString('base64')}`, integrity);
  });

  it('says what needs what by references that there are, from the project on', () => {
    const { metadata, components, dependencies } = bill.parse(JSON.parse(sbomText(options)));
    const known = new Set([metadata.component['bom-ref'], ...components.map((each) => each['bom-ref'])]);
    assert.deepEqual(new Set(dependencies.map(({ ref }) => ref)), known);
    const needs = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    const reached = new Set<string>();
    const walk = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      needs.get(ref)?.forEach(walk);
    };
    walk(metadata.component['bom-ref']);
    assert.deepEqual(
      [...known].filter((ref) => !reached.has(ref)),
      [],
    );
  });

  it('is the same for the same commit, and another for another', () => {
    assert.equal(sbomText(options), sbomText(options));
    const serial = (text: string) => bill.parse(JSON.parse(text)).serialNumber;
    assert.notEqual(serial(sbomText(options)), serial(sbomText({ ...options, revision: 'b'.repeat(40) })));
  });
});

describe('THIRD-PARTY.txt', () => {
  it('names every package, with the words of its licence where it is installed', async () => {
    const read = packages.slice(1).map(async (of) => ({ of, texts: await licenceTexts(join(root, of.path)) }));
    const text = thirdPartyText(await Promise.all(read));
    for (const each of packages.slice(1)) {
      const title = `${each.name} ${each.version} (${licenceOf(each) ?? ''})`;
      assert.ok(text.split('\n').includes(title), title);
    }
    assert.match(text, /SIL Open Font License/i);
    // Whoever has a licence file has it here: few have none.
    const [, without = ''] = text.split('Without a licence file of their own');
    const here = packages.filter(({ path }) => existsSync(join(root, path)));
    assert.ok(without.trim().split('\n').length < here.length / 2);
  });

  it('has the same words once, and their packages together above them', () => {
    const words = [{ name: 'LICENSE', text: 'Do what you like.' }];
    const text = thirdPartyText([
      { of: made('b'), texts: words },
      { of: made('a'), texts: words },
      { of: made('c'), texts: [] },
    ]);
    assert.match(text, /\na 1\.0\.0 \(MIT\)\nb 1\.0\.0 \(MIT\)\n\nDo what you like\.\n/);
    assert.equal(text.split('Do what you like.').length, 2);
    assert.match(text, /Without a licence file[^]*\n\nc 1\.0\.0 \(MIT\)\n$/);
  });
});
