/** To which organisation an address belongs, by its domain (publicsuffix.org). */
import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { wildcardFits } from '../admission/admission.ts';
import { SHARED_DOMAINS, SHARED_LABELS, SHARED_SUFFIXES } from './shared-domains.ts';

const EXACT: ReadonlySet<string> = new Set(SHARED_DOMAINS.filter((domain) => !domain.includes('*')));
const PATTERNS = SHARED_DOMAINS.filter((domain) => domain.includes('*'));

/** RFC 1035 section 2.3.4. */
const LONGEST = 255;

/**
 * The domain of the organisation that a domain belongs to: one label below its public suffix, in Unicode and lower case
 * (RFC 7489 section 3.2). Null for a domain that many share, an address literal, and a public suffix itself.
 *
 * @param domain as `domainOf` gives it
 * @param shared what the account adds to the shared domains: a domain for itself and all below it, `*` for any
 *   characters
 */
export function organisationOf(domain: string, shared: readonly string[]): string | null {
  if (domain.startsWith('[') || domain.length > LONGEST) return null;
  const { domain: organisation, publicSuffix: suffix } = parse(domain, {
    allowPrivateDomains: true,
    extractHostname: false,
  });
  if (organisation === null || suffix === null || isSharedSuffix(suffix)) return null;
  const above = namesAbove(domain, organisation);
  const fits = (pattern: string) => above.some((name) => wildcardFits(name, pattern));
  if (above.some((name) => EXACT.has(name)) || PATTERNS.some(fits) || shared.some(fits)) return null;
  return organisation.includes('xn--') ? domainToUnicode(organisation) : organisation;
}

/** The domain of an `addressKey`. */
export function domainOfKey(key: string): string {
  return key.slice(key.lastIndexOf('@') + 1);
}

function isSharedSuffix(suffix: string): boolean {
  const labels = suffix.split('.');
  return labels.length === 1 ? SHARED_SUFFIXES.has(suffix) : labels.some((label) => SHARED_LABELS.has(label));
}

/** A domain and those above it, up to that of its organisation. */
function namesAbove(domain: string, organisation: string): string[] {
  const labels = domain.split('.');
  const most = labels.length - organisation.split('.').length;
  return Array.from({ length: Math.max(most, 0) + 1 }, (_, at) => labels.slice(at).join('.'));
}
