/**
 * One attempt at the relay. With one return path for all it is one transaction of SMTP; where each recipient has their own (VERP), it is one for
 * each, and who took the one before is written down before the next begins: who has the mail never gets it again, whatever breaks. Whom the relay
 * refused or deferred is asked again where the process ends in between, so that it is told once it is known to the end.
 */
import type { Account } from '../bridge/account.ts';
import { returnPath } from '../bridge/return-path.ts';
import { readMailBytes, settleRecipient } from '../db/outgoing-delivery.ts';
import type { OutgoingRecipient } from '../db/outgoing-delivery.ts';
import { setToken } from '../db/ladder.ts';
import { isPlusProved } from '../db/plus-proofs.ts';
import type { Outgoing } from '../db/outgoing.ts';
import { addressKey } from '../mail/address.ts';
import { needsUtf8 } from '../mail/compose.ts';
import type { Address } from '../mail/types.ts';
import type { RecipientResult, SmtpResult } from '../smtp/result.ts';
import type { Envelope } from '../smtp/session.ts';
import type { Smtp } from '../smtp/transport.ts';
import type { JobDeps } from './deps.ts';

export interface HandOverDeps extends JobDeps {
  readonly smtp: (account: Account) => Smtp;
  readonly failpoint: (name: string) => void;
}

/** What an attempt came to; `refused` were refused in it before it broke off. */
export interface HandedOver {
  readonly result: SmtpResult;
  readonly refused: readonly RecipientResult[];
  /** The Message-IDs that the relay gave it. */
  readonly names: readonly string[];
}

/** Hands a frozen mail to the relay for those who are owed it. Never throws but with an error of the database, before the first byte. */
export async function handOver(
  deps: HandOverDeps,
  account: Account,
  mail: Outgoing,
  owed: readonly OutgoingRecipient[],
  certain: AbortSignal,
): Promise<HandedOver> {
  const smtp = deps.smtp(account);
  const raw = () => readMailBytes(deps.db, mail.outgoing);
  const envelope = envelopeOf(deps, account, mail);
  const tokens = (await isVerpUsed(deps, account)) ? await tokensOf(deps, account, mail, owed) : null;
  if (tokens === null) {
    const to = owed.map(({ address }) => address);
    const result = await smtp.send({ ...envelope, to }, raw, certain);
    return { result, refused: [], names: namesIn(result) };
  }
  const names: string[] = [];
  const done: RecipientResult[] = [];
  for (const [at, { address, from }] of tokens.entries()) {
    const result = await smtp.send({ ...envelope, from, to: [address] }, raw, certain);
    names.push(...namesIn(result));
    deps.failpoint('mail-out:handed');
    if (result.outcome === 'answered') {
      done.push(...result.recipients);
      if (at < tokens.length - 1) await noteTaken(deps, mail, result.recipients);
      deps.failpoint('mail-out:noted');
      continue;
    }
    if (done.length === 0 || result.outcome === 'unknown') {
      return { result, refused: done.filter(({ outcome }) => outcome === 'refused'), names };
    }
    // The connection went between two of them: what is left is like what the relay defers.
    const rest = tokens.slice(at).map((one): RecipientResult => ({
      address: one.address,
      outcome: result.temporary ? 'deferred' : 'refused',
      code: result.code ?? 0,
      enhanced: result.enhanced,
      text: result.text,
    }));
    return { result: answered([...done, ...rest]), refused: [], names };
  }
  return { result: answered(done), refused: [], names };
}

function namesIn(result: SmtpResult): string[] {
  return result.outcome === 'answered' && result.serverMessageId !== null ? [result.serverMessageId] : [];
}

function answered(recipients: readonly RecipientResult[]): SmtpResult {
  return { outcome: 'answered', recipients, serverMessageId: null };
}

/** What bounces to an address that is not delivered is lost: only where mail to plus-addresses was seen to arrive. */
async function isVerpUsed(deps: HandOverDeps, account: Account): Promise<boolean> {
  if (!account.delivery.verp) return false;
  if (await isPlusProved(deps.db, account.id, addressKey(account.address))) return true;
  deps.log.warn('verp is on but plus-addresses are not proved: run check', { account: account.id });
  return false;
}

function envelopeOf(deps: HandOverDeps, account: Account, mail: Outgoing): Omit<Envelope, 'to'> {
  const { to, cc, bcc = [] } = mail.recipients;
  const wanted = ['failure', 'delay', ...(account.delivery.reports === 'all' ? ['success' as const] : [])] as const;
  return {
    from: mail.envelopeFrom ?? account.address,
    size: mail.size ?? 0,
    utf8: needsUtf8([{ name: '', address: account.address }, ...to, ...cc, ...bcc]),
    reports: { envelopeId: deps.ids.envelopeId(mail.outgoing), on: wanted },
  };
}

/** A return path for each; null where the account's name leaves no room for one. */
async function tokensOf(deps: HandOverDeps, account: Account, mail: Outgoing, owed: readonly OutgoingRecipient[]) {
  const paths: { address: Address; from: Address; token: string }[] = [];
  for (const { address } of owed) {
    const token = deps.ids.returnToken(mail.outgoing, addressKey(address));
    const from = returnPath(account.address, token);
    if (from === null) return null;
    paths.push({ address, from, token });
  }
  for (const { address, token } of paths) await setToken(deps.db, mail.outgoing, address, token);
  return paths;
}

async function noteTaken(deps: HandOverDeps, mail: Outgoing, results: readonly RecipientResult[]): Promise<void> {
  for (const { address, outcome, code, enhanced, text } of results) {
    if (outcome !== 'accepted') continue;
    const response = `${enhanced ?? ''} ${text}`.trim();
    await settleRecipient(deps.db, mail.outgoing, { address, state: outcome, code, response });
  }
}
