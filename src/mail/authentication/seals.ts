/** Reads the fields of ARC (RFC 8617) that say who sealed. */
import { domainOfIdentity } from './results.ts';
import type { Seal } from '../types.ts';

/** Instance and domain of an ARC-Seal; one that has a tag twice is nobody's. */
export function readSeal(value: string): Seal {
  const tags = readTags(value);
  return { instance: Number(tags?.get('i') ?? 0), domain: domainOfIdentity(tags?.get('d') ?? '') };
}

/** The instance that ARC-Authentication-Results begins with (RFC 8617 section 4.1.1); 0 for none. */
export function sealInstance(value: string): number {
  return Number(/^\s*i\s*=\s*(\d{1,2})\s*;/i.exec(value)?.[1] ?? 0);
}

/**
 * The tags of a seal (RFC 6376 section 3.2), null where one comes twice: of two domains whoever checked the seal may
 * have taken the other.
 */
function readTags(value: string): ReadonlyMap<string, string> | null {
  const tags = new Map<string, string>();
  for (const tag of value.slice(0, 8000).split(';')) {
    const sign = tag.indexOf('=');
    const name = tag.slice(0, Math.max(sign, 0)).trim().toLowerCase();
    if (tags.has(name)) return null;
    if (sign > 0) tags.set(name, tag.slice(sign + 1).trim());
  }
  return tags;
}
