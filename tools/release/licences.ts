/** Under which licences what we bring may be. */
import satisfies from 'spdx-satisfies';
import type { RuntimePackage } from './lock.ts';

/**
 * By their identifiers of SPDX. What is not here is looked at by a person first. LGPL: libvips, a library of its own
 * that the thumbnailer loads and anybody may replace; MPL: a file that is changed stays under it, which none is.
 */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unicode-3.0',
  'Unlicense',
] as const;

/** Packages whose package.json does not name an identifier; what was read where. */
const READ_BY_A_PERSON: Readonly<Record<string, string>> = {
  // `licenses` of its package.json, and its LICENSE.
  'async@0.2.10': 'MIT',
  // Its README.md.
  'binary-search-tree@0.2.5': 'MIT',
  // Its LICENSE.
  'nedb@1.8.0': 'MIT',
  // Its LICENSE.
  'underscore@1.4.4': 'MIT',
};

/** The licence of a package as an expression of SPDX; null where nobody knows it. */
export function licenceOf({
  name,
  version,
  licence,
}: Pick<RuntimePackage, 'name' | 'version' | 'licence'>): string | null {
  return READ_BY_A_PERSON[`${name}@${version}`] ?? licence;
}

/** Those that are under no allowed licence, each with what it says; empty where all is well. */
export function refusedLicences(packages: readonly RuntimePackage[]): string[] {
  const refused = packages
    .filter((each) => !isAllowed(licenceOf(each)))
    .map((each) => `${each.name}@${each.version}: ${licenceOf(each) ?? 'no licence is named'}`);
  return [...new Set(refused)];
}

function isAllowed(licence: string | null): boolean {
  if (licence === null) return false;
  try {
    return satisfies(licence, ALLOWED);
  } catch {
    // No expression of SPDX.
    return false;
  }
}
