/**
 * What the account's own mail server says of its mails, told apart from what the recipients' servers say
 * (`bridge/relay/whose-word.ts`): to the author at their message, and to the lobby once a day for each kind.
 */
import type { Account } from '../bridge/account/account.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { refusalNews } from '../bridge/relay/relay-told.ts';
import type { OwnFailure } from '../bridge/relay/relay-told.ts';
import { areAlike, ownWordOf } from '../bridge/relay/whose-word.ts';
import type { OwnWord } from '../bridge/relay/whose-word.ts';
import { refusalToTell } from '../db/mail-tables/relays.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { tell } from '../handling/delivery-signs.ts';
import type { JobDeps } from '../handling/deps.ts';
import { domainOf } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import type { NotSent, RecipientResult } from '../smtp/result.ts';

/** What our own server said of these recipients; who is not in it was refused or deferred by their own. */
export function ownWordsOf(results: readonly RecipientResult[]): ReadonlyMap<Address, OwnWord> {
  const bad = results.filter(({ outcome }) => outcome !== 'accepted');
  const said = bad.map(({ address, code, text: words }) => ({ domain: domainOf(address), code, words }));
  const alike = bad.length === results.length && areAlike(said);
  const own = new Map<Address, OwnWord>();
  for (const { address, stage, code, enhanced, text: words } of bad) {
    const word = ownWordOf({ stage, code, enhanced, words }, alike);
    if (word !== null) own.set(address, word);
  }
  return own;
}

/** What our own server takes for refused for good, and what ends by itself, is tried again. */
export function withoutHaste(
  results: readonly RecipientResult[],
  own: ReadonlyMap<Address, OwnWord>,
): readonly RecipientResult[] {
  return results.map((result) =>
    result.outcome === 'refused' && own.get(result.address)?.again === true
      ? { ...result, outcome: 'deferred' }
      : result,
  );
}

/** What our own server said to MAIL, or is known to say of a mail's size; null for what is no answer of it. */
export function ownWordOfMail(result: NotSent): OwnWord | null {
  const { stage, reason, code, enhanced, text: words } = result;
  if (reason === 'too-large' && code === null) return { kind: 'too-large', again: false };
  // Without a reply of the server, what is known of it is whether to try again (RFC 5321 section 4.2.1).
  const said = code ?? (result.temporary ? 450 : 550);
  return stage === 'sender' ? ownWordOf({ stage, code: said, enhanced, words }, false) : null;
}

/** Whether the author is told at once that a mail is tried again, and not after four hours as of any delay. */
export function isToldAtOnce({ kind, again }: OwnWord): boolean {
  return again && (kind === 'limit' || kind === 'login-needed' || kind === 'full');
}

/** Tells the author what our own server does not take, and the lobby. */
export async function tellOwn(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  mail: Outgoing,
  failures: readonly OwnFailure[],
): Promise<void> {
  if (failures.length === 0) return;
  const isFinal = failures.some(({ then }) => then === 'failed');
  await tell(tx, deps, account, mail, { kind: 'own', failures }, isFinal);
  await tellLobby(tx, deps, account, failures);
}

/** Tells the account's lobby, once a day for each kind: what one mail meets, the next ones meet too. */
export async function tellLobby(
  tx: Transaction,
  { ids, ghosts }: JobDeps,
  account: Account,
  failures: readonly Pick<OwnFailure, 'refusal' | 'words'>[],
): Promise<void> {
  for (const failure of new Map(failures.map((one) => [one.refusal, one])).values()) {
    const at = await refusalToTell(tx, account.id, failure.refusal);
    if (at === null) continue;
    const of = `${account.id}:refused:${failure.refusal}:${at.toISOString()}`;
    const place = { account: account.id, thread: null, room: null };
    const said = renderLines(refusalNews(failure, account.language));
    await addSend(tx, notice(ids, { place, bot: ghosts.bot, purpose: { kind: 'account-state', of }, said }));
  }
}
