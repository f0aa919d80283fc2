/**
 * Whom a mail leaves out. Either their addresses are paused, since mail to them came back for good: one dead address
 * spoils no conversation, and the others get the mail as if nobody else had been meant. Or people banned them from the
 * room. Pure.
 */
import { addressKey } from '../../mail/address.ts';
import type { Person } from '../../mail/types.ts';
import type { Addressed, Recipients } from '../types.ts';
import { isNobody, meantFor } from './recipients.ts';
import type { Chosen } from './recipients.ts';

/**
 * The recipients without those whose address is paused, by their `addressKey`s. Nobody is left where all are paused;
 * `meant` says for whom it was. Whoever was left out before and is paused no more is back.
 */
export function withoutPaused(recipients: Recipients, paused: ReadonlySet<string>): Recipients {
  const { why, answers } = recipients;
  const meant = meantFor(recipients);
  const there = (people: readonly Person[]) => people.filter(({ address }) => !paused.has(addressKey(address)));
  const [to, cc, bcc] = [there(meant.to), there(meant.cc), there(meant.bcc ?? [])];
  const all = meant.to.length + meant.cc.length + (meant.bcc?.length ?? 0);
  if (to.length + cc.length + bcc.length === all) return { ...meant, why, answers };
  // Somebody must be addressed, where there is anybody who may be.
  const addressed = to.length === 0 ? { to: cc, cc: [] } : { to, cc };
  return { ...addressed, ...(bcc.length === 0 ? {} : { bcc }), why, answers, meant };
}

/** Who is banned from a room, by their `addressKey`s. */
export function bannedKeys(chosen: readonly Chosen[]): ReadonlySet<string> {
  return new Set(chosen.flatMap(({ field, address }) => (field === 'banned' ? [addressKey(address)] : [])));
}

/** The recipients without whom people banned from the room, whatever the mails say and whoever was asked for. */
export function withoutBanned(recipients: Recipients, banned: ReadonlySet<string>): Recipients {
  if (banned.size === 0) return recipients;
  const { why, answers } = recipients;
  const meant = meantFor(recipients);
  const there = (people: readonly Person[]) => people.filter(({ address }) => !banned.has(addressKey(address)));
  const [to, cc, bcc] = [there(meant.to), there(meant.cc), there(meant.bcc ?? [])];
  const addressed = to.length === 0 ? { to: cc, cc: [] } : { to, cc };
  const result = { ...addressed, ...(bcc.length === 0 ? {} : { bcc }), answers };
  return isNobody(result) ? { ...result, why: { kind: 'nobody' } } : { ...result, why };
}

/** Who is left out; a person once. */
export function leftOutOf(recipients: Addressed & { readonly meant?: Addressed | undefined }): Person[] {
  const { to, cc, bcc = [] } = recipients;
  const there = new Set([...to, ...cc, ...bcc].map(({ address }) => addressKey(address)));
  const meant = meantFor(recipients);
  return [...meant.to, ...meant.cc, ...(meant.bcc ?? [])].filter(({ address }) => !there.has(addressKey(address)));
}
