/**
 * One attempt at the relay. With one return path for all it is one transaction of SMTP; where each recipient has their
 * own (VERP), it is one for each.
 *
 * Nobody can know whether the relay has a mail from the end of the data to what it answers to that (RFC 5321 section
 * 4.5.3.2.6). Each transaction is marked directly before it, when all its bytes were read and handed on, and the mark
 * is taken away by the first statement after the answer, together with who has the mail. So a process that ends before
 * the mark has sent nothing, and one that ends after that statement has sent it once; nothing else is asked of the
 * database in between. Whom the relay refused or deferred is asked again where the process ends before the result of
 * the whole attempt is written, so that it is told once it is known to the end.
 */
import type { Account } from '../bridge/account/account.ts';
import { returnPath } from '../bridge/delivery/return-path.ts';
import { readMailBytes } from '../db/mail-tables/outgoing-delivery.ts';
import type { Attempt, OutgoingRecipient, Taken } from '../db/mail-tables/outgoing-delivery.ts';
import { fixToken } from '../db/mail-tables/delivery-status.ts';
import { isPlusProved } from '../db/mail-tables/plus-proofs.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { addressKey } from '../mail/address.ts';
import { needsUtf8 } from '../mail/compose.ts';
import type { Address } from '../mail/types.ts';
import { logTrouble } from '../base/log.ts';
import type { NotSent, RecipientResult, SmtpResult } from '../smtp/result.ts';
import type { Envelope } from '../smtp/session.ts';
import type { Smtp } from '../smtp/transport.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { LeavingTogether } from './leaving-together.ts';
import { AttemptMark, markedBytes } from './mark.ts';

export interface HandOverDeps extends JobDeps {
  readonly together: Pick<LeavingTogether, 'mark' | 'note' | 'reach'>;
  readonly smtp: (account: Account) => Smtp;
  readonly failpoint: (name: string) => void;
}

/** What an attempt came to; `refused` were refused in it before it broke off. */
export interface HandedOver {
  readonly result: SmtpResult;
  readonly refused: readonly RecipientResult[];
  /** What was answered in it before it broke off, `refused` among it. */
  readonly before: readonly RecipientResult[];
  /** Who has the mail, where that is written down. */
  readonly noted: ReadonlySet<Address>;
  /** Whom the last transaction was for: of a result that nobody knows, whoever may have the mail. */
  readonly last: readonly Address[];
  /** The Message-IDs that the relay gave it. */
  readonly names: readonly string[];
}

/**
 * Hands a frozen mail to the relay for those who are owed it. Null where somebody else is at it or it was taken back:
 * nothing has left. Never throws but with an error of the database, before the first byte.
 */
export async function handOver(
  deps: HandOverDeps,
  account: Account,
  mail: FrozenMail,
  owed: readonly OutgoingRecipient[],
  certain: AbortSignal,
): Promise<HandedOver | null> {
  const envelope = envelopeOf(deps, account, mail);
  const tokens = (await isVerpUsed(deps, account)) ? await tokensOf(deps, account, mail, owed) : null;
  deps.failpoint('mail-out:begun');
  const noted = new Set<Address>();
  const marks: Marks = { set: false, noted };
  if (tokens === null) {
    const to = owed.map(({ address }) => address);
    const result = await transact(deps, account, mail, { ...envelope, to }, marks, certain);
    return result === null ? null : { result, refused: [], before: [], noted, last: to, names: namesIn(result) };
  }
  const names: string[] = [];
  const done: RecipientResult[] = [];
  for (const [at, { address, from }] of tokens.entries()) {
    const to = [address];
    const handed = await transact(deps, account, mail, { ...envelope, from, to }, marks, certain);
    if (handed === null && done.length === 0) return null;
    const result = handed ?? LOST;
    names.push(...namesIn(result));
    if (result.outcome === 'answered') {
      done.push(...result.recipients);
      continue;
    }
    if (done.length === 0 || result.outcome === 'unknown') {
      const refused = done.filter(({ outcome }) => outcome === 'refused');
      return { result, refused, before: done, noted, last: to, names };
    }
    // The connection went between two of them: what is left is like what the relay defers.
    const rest = tokens.slice(at).map((one): RecipientResult => ({
      address: one.address,
      stage: result.stage,
      outcome: result.temporary ? 'deferred' : 'refused',
      code: result.code ?? 0,
      enhanced: result.enhanced,
      text: result.text,
    }));
    return { result: answered([...done, ...rest]), refused: [], before: [], noted, last: to, names };
  }
  return { result: answered(done), refused: [], before: [], noted, last: [], names };
}

/** A frozen mail; with its bytes where they are at hand. */
type FrozenMail = Outgoing & { readonly bytes: Buffer | null };

/** What is known of an attempt: whether one of its transactions was marked, and who has the mail for certain. */
interface Marks {
  set: boolean;
  readonly noted: Set<Address>;
}

/** Where the mark of a further transaction is lost, nothing of it has left. */
const LOST: NotSent = {
  outcome: 'not-sent',
  temporary: true,
  reason: 'source',
  stage: 'local',
  cause: '',
  code: null,
  enhanced: null,
  text: 'the mark of the attempt was lost',
};

/**
 * One transaction of SMTP, marked before the end of its data and noted after its reply; null where it lost the mark.
 */
async function transact(
  deps: HandOverDeps,
  account: Account,
  mail: FrozenMail,
  envelope: Envelope,
  marks: Marks,
  certain: AbortSignal,
): Promise<SmtpResult | null> {
  const attempt = { outgoing: mail.outgoing, attempt: mail.attempts + 1 };
  const mark = new AttemptMark(async () => {
    await deps.together.reach(mail.outgoing, 'marking');
    return deps.together.mark({ ...attempt, to: envelope.to, first: !marks.set });
  });
  const bytes = () => (mail.bytes === null ? readMailBytes(deps.db, mail.outgoing) : inOne(mail.bytes));
  const raw = () => markedBytes(bytes(), mark, (at) => deps.failpoint(`mail-out:${at}`));
  const result = await deps.smtp(account).send(envelope, raw, certain);
  // Broken off while it was being marked: a mark that comes late would stand behind the result.
  await mark.settled();
  deps.failpoint('mail-out:answered');
  if (mark.state === 'lost') return null;
  if (mark.state === 'set') marks.set = true;
  if (mark.state === 'set' && result.outcome === 'answered') await noteTaken(deps, attempt, result.recipients, marks);
  deps.failpoint('mail-out:noted');
  return result;
}

async function* inOne(bytes: Buffer): AsyncGenerator<Buffer, void, undefined> {
  yield await Promise.resolve(bytes);
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
    reports: { envelopeId: deps.ids.envelopeId(mail.outgoing, mail.keyVersion), on: wanted },
  };
}

/** A return path for each; null where the account's name leaves no room for one. */
async function tokensOf(deps: HandOverDeps, account: Account, mail: Outgoing, owed: readonly OutgoingRecipient[]) {
  const paths: { address: Address; token: string }[] = [];
  for (const { address } of owed) {
    const token = deps.ids.returnToken(mail.outgoing, addressKey(address));
    const from = returnPath(account.address, token);
    if (from === null) return null;
    paths.push({ address, token });
  }
  const fixed = [];
  for (const { address, token } of paths) {
    // A path that an earlier try left by stays: what bounces of it comes back to that one.
    const from = returnPath(account.address, await fixToken(deps.db, mail.outgoing, address, token));
    if (from === null) return null;
    fixed.push({ address, from });
  }
  return fixed;
}

/**
 * Who has the mail is known from here on. Where the database is away it is written with the result of the attempt,
 * which waits for the database.
 */
async function noteTaken(
  deps: HandOverDeps,
  attempt: Attempt,
  results: readonly RecipientResult[],
  { noted }: Marks,
): Promise<void> {
  const taken = results.filter(({ outcome }) => outcome === 'accepted');
  try {
    await deps.together.note({ ...attempt, taken: taken.map(toTaken) });
    for (const { address } of taken) noted.add(address);
  } catch (error) {
    logTrouble(deps.log, 'the reply of a relay could not be noted', error);
  }
}

function toTaken({ address, code, enhanced, text }: RecipientResult): Taken {
  return { address, code, enhanced, words: text, response: `${enhanced ?? ''} ${text}`.trim() };
}
