/**
 * The bill of materials: CycloneDX 1.6 as JSON (https://cyclonedx.org/docs/1.6/json/), of what an install for use may
 * have. npm's own tool and CycloneDX's read the installed tree and refuse one with overrides; the lock file has all
 * that is wanted, with the hash of each archive. The same commit gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { licenceOf } from './licences.ts';
import type { RuntimePackage } from './lock.ts';
import type { Publisher } from './publisher.ts';

export interface SbomOptions {
  /** The project itself first. */
  readonly packages: readonly RuntimePackage[];
  readonly description: string;
  readonly publisher: Publisher;
  /** Of the commit. */
  readonly time: Date;
  readonly revision: string;
}

/** The text of the file. */
export function sbomText(options: SbomOptions): string {
  const [own, ...packages] = options.packages;
  if (own === undefined) throw new Error('the lock file has no project');
  const references = new Map(options.packages.map((each) => [each.path, purlOf(each)]));
  const merged = new Map<string, RuntimePackage[]>();
  for (const each of options.packages) merged.set(purlOf(each), [...(merged.get(purlOf(each)) ?? []), each]);
  const body = {
    version: 1,
    metadata: {
      timestamp: options.time.toISOString(),
      tools: { components: [{ type: 'application', name: 'npm run release', version: own.version }] },
      supplier: { name: options.publisher.name, url: [options.publisher.homepage] },
      component: {
        ...componentOf('application', [own]),
        description: options.description,
        externalReferences: [
          { type: 'vcs', url: options.publisher.repository, comment: options.revision },
          { type: 'website', url: options.publisher.homepage },
          { type: 'issue-tracker', url: options.publisher.bugs },
        ],
      },
    },
    components: [...merged.values()].filter(([each]) => each !== own).map((group) => componentOf('library', group)),
    dependencies: [...merged].map(([ref, group]) => ({
      ref,
      dependsOn: [...new Set(group.flatMap(({ needs }) => needs.map((path) => references.get(path) ?? path)))].sort(),
    })),
  };
  if (packages.length === 0) throw new Error('the lock file has no packages');
  const serial = uuidOf(JSON.stringify(body));
  const document = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${serial}`, ...body };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A package URL (https://github.com/package-url/purl-spec, type npm). */
function purlOf({ name, version }: Pick<RuntimePackage, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;
}

/** The same package in all places where it stands: it is optional where it is so in each. */
function componentOf(type: 'application' | 'library', group: readonly RuntimePackage[]): object {
  const [first] = group;
  if (first === undefined) throw new Error('no package');
  const [, scope, name = ''] = /^(?:(@[^/]+)\/)?(.+)$/.exec(first.name) ?? [];
  const licence = licenceOf(first);
  const isExpression = /[ ()]/.test(licence ?? '');
  return {
    type,
    'bom-ref': purlOf(first),
    ...(scope !== undefined && { group: scope }),
    name,
    version: first.version,
    ...(type === 'library' && { scope: group.every(({ optional }) => optional) ? 'optional' : 'required' }),
    ...(first.integrity !== null && { hashes: hashesOf(first.integrity) }),
    ...(licence !== null && {
      licenses: [isExpression ? { expression: licence } : { license: { id: licence, acknowledgement: 'declared' } }],
    }),
    purl: purlOf(first),
    ...(first.resolved !== null && { externalReferences: [{ type: 'distribution', url: first.resolved }] }),
  };
}

const ALGORITHMS: Readonly<Record<string, string>> = {
  sha512: 'SHA-512',
  sha384: 'SHA-384',
  sha256: 'SHA-256',
  sha1: 'SHA-1',
};

/** Subresource integrity, `sha512-BASE64` (W3C), as CycloneDX has hashes: in hexadecimal. */
function hashesOf(integrity: string): object[] {
  return integrity.split(/\s+/).flatMap((each) => {
    const [, algorithm = '', base64 = ''] = /^(\w+)-(.+)$/.exec(each) ?? [];
    const alg = ALGORITHMS[algorithm];
    return alg === undefined ? [] : [{ alg, content: Buffer.from(base64, 'base64').toString('hex') }];
  });
}

/** A UUID of version 8 (RFC 9562 section 5.8) that is a hash of a text. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
