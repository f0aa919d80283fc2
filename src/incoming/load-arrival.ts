/**
 * Everything that is known of a mail before anything is decided about it: by its ids, its tokens and its Thread-Index,
 * of its sender, of the mail that it reports on, and of what strangers may still begin. Reads only; the caller holds
 * `lockDecisions`. Bounded: at most seventeen statements a mail, whatever it names. What cannot matter any more is not
 * asked: nothing of a probe, no threads for a copy, no rules for what lies in Sent.
 */
import { isOwnAddress, OLD_MAILS } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { patternsOf } from '../bridge/admission/admission.ts';
import { isOldMail } from '../bridge/admission/old-mail.ts';
import type { OldMailKnown } from '../bridge/admission/old-mail.ts';
import { noLookups } from '../bridge/arrival/arrival.ts';
import type {
  ArrivedContent,
  Lookups,
  ArrivingMail,
  JoinableThread,
  ReportedOutgoing,
  WholeMailFacts,
} from '../bridge/arrival/arrival.ts';
import { isReaction } from '../bridge/arrival/decide-reaction.ts';
import { mayTellSender } from '../bridge/arrival/decide-arrival.ts';
import { keyedMail } from '../bridge/arrival/mail-ids.ts';
import { isKnownMail, mailCopies, threadMailFor } from '../bridge/arrival/placement.ts';
import { namedByReport } from '../bridge/arrival/reported-mail.ts';
import { returnTokens } from '../bridge/delivery/return-path.ts';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import type { ThreadId } from '../bridge/types.ts';
import { sendersOf, settingsOf } from '../bridge/arrival/admit-mail.ts';
import { domainOfKey, organisationOf } from '../bridge/thread/organisation.ts';
import { lookedUpIds } from '../bridge/thread/thread.ts';
import { isImportedMail } from '../db/archive-tables/import-mails.ts';
import type { StoredMail } from '../db/intake-tables/mails.ts';
import { oldMailsAtOnce } from '../db/intake-tables/old-mails.ts';
import { recipientByToken } from '../db/mail-tables/delivery-status.ts';
import { loadOutgoing } from '../db/mail-tables/outgoing.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { lastToldRefusal, rulesAbout } from '../db/thread-tables/admission.ts';
import { candidatesOf, messagesLike, threadsBeginning, threadsIndexed } from '../db/thread-tables/thread-traits.ts';
import { reactedMessages } from '../db/thread-tables/reactions.ts';
import { threadsKnowing } from '../db/thread-tables/threads.ts';
import { addressKey } from '../mail/address.ts';
import type { JobDeps } from '../handling/deps.ts';
import { loadFlood } from './load-flood.ts';

/** A mail before anything was looked up about it. */
export interface Arrived<Content extends ArrivedContent> {
  readonly account: Account;
  readonly stored: Pick<
    StoredMail,
    'mail' | 'role' | 'released' | 'letIn' | 'quiet' | 'internalDate' | 'headerDate' | 'startedAt'
  >;
  readonly content: Content;
}

/**
 * All that decides about a mail of which only the header could be read: its thread. Of one without a header nothing is
 * asked.
 */
export async function loadUnread<Content extends Exclude<ArrivedContent, { readonly read: 'whole' }>>(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids' | 'ghosts'>,
  arrived: Arrived<Content>,
) {
  const { content, stored } = arrived;
  const bare = { ...factsOf(arrived), content };
  const flood = await loadFlood(tx, deps, bare, stored.internalDate);
  const old = await loadOld(tx, arrived);
  const facts = { ...bare, lookups: { ...bare.lookups, flood, old } };
  if (content.read === 'nothing') return facts;
  const lookups = await lookUpThreads(tx, deps.ids, { ...facts, content }, deliveredAt(stored));
  return { ...facts, lookups: { ...lookups, flood, old } };
}

/** All that decides about a mail, and the mail of ours that it reports on, if it is a report. */
export async function loadArrival(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids' | 'ghosts'>,
  arrived: Arrived<WholeMailFacts['content']>,
): Promise<{ readonly facts: WholeMailFacts; readonly reported: Outgoing | null }> {
  const { ids } = deps;
  const bare: WholeMailFacts = factsOf(arrived);
  if (bare.content.ids.probed !== null) return { facts: bare, reported: null };
  const { outgoing: reported, found: about } = await lookUpReported(tx, ids, bare);
  const facts = withLookups(bare, { reported: about });
  const placed = withLookups(facts, await lookUpThreads(tx, ids, facts, deliveredAt(arrived.stored)));
  if (placed.lookups.isErased || isKnownMail(placed)) return { facts: placed, reported };
  const flood = await loadFlood(tx, deps, placed, arrived.stored.internalDate);
  const found = await loadOld(tx, arrived);
  const old = found === null ? null : { ...found, imported: await isImported(tx, arrived) };
  const reacted = await lookUpReacted(tx, deps.ghosts, placed);
  return { facts: await lookUpAdmission(tx, withLookups(placed, { flood, old, reacted })), reported };
}

function factsOf<Content extends ArrivedContent>({ account, stored, content }: Arrived<Content>) {
  const { role, released, letIn = false, quiet = false } = stored;
  return { account, role, released, letIn, quiet, content, lookups: noLookups };
}

/** How much old mail the account gets at once; null for a mail that is not older than its account. */
async function loadOld(tx: Transaction, { account, stored }: Arrived<ArrivedContent>): Promise<OldMailKnown | null> {
  const { internalDate: received, headerDate: written, startedAt } = stored;
  if (!isOldMail({ received, written, startedAt })) return null;
  const bound = account.oldMails ?? OLD_MAILS;
  return { bound, ...(await oldMailsAtOnce(tx, account.id, stored.mail, bound)) };
}

/** Whether it was brought in as old mail, or is about to be: by its content, or by its bytes. */
function isImported(
  tx: Transaction,
  { account, stored, content }: Arrived<WholeMailFacts['content']>,
): Promise<boolean> {
  const { contentHash } = content.mail;
  return isImportedMail(tx, account.id, { mail: stored.mail, messageId: content.ids.messageId, contentHash });
}

function withLookups(facts: WholeMailFacts, lookups: Partial<Lookups>): WholeMailFacts {
  return { ...facts, lookups: { ...facts.lookups, ...lookups } };
}

/** The mail of ours that a report is about: by the return path that it came to, else by what it names. */
async function lookUpReported(
  tx: Transaction,
  ids: IdKey,
  { account, content }: WholeMailFacts,
): Promise<{ readonly outgoing: Outgoing | null; readonly found: ReportedOutgoing | null }> {
  const none = { outgoing: null, found: null };
  const { report, verdict, mail } = content;
  // In Sent nothing reports on anything.
  if (report === null || report.kind === 'arf' || verdict === null) return none;
  const tokens = returnTokens(mail.header, (address) => isOwnAddress(account, address));
  const returned = tokens.length === 0 ? null : await recipientByToken(tx, account.id, tokens);
  const named =
    returned === null ? namedByReport(ids, report.about) : { by: 'return-path' as const, outgoing: returned.outgoing };
  const outgoing = named === null ? null : await loadOutgoing(tx, named.outgoing);
  if (named === null || outgoing?.account !== account.id) return none;
  const found = {
    outgoing: outgoing.outgoing,
    messageId: outgoing.messageId,
    by: named.by,
    returned: returned?.address ?? null,
    header: keyedMail(ids, report.about) === outgoing.outgoing,
  };
  return { outgoing, found };
}

/** The messages that a reaction is about. */
async function lookUpReacted(tx: Transaction, ghosts: GhostCodec, facts: WholeMailFacts): Promise<Lookups['reacted']> {
  const { account, content } = facts;
  const { reaction = null, mail } = content;
  const [from] = mail.from;
  if (reaction === null || !isReaction(facts)) return [];
  return reactedMessages(tx, account.id, reaction.about, from === undefined ? null : ghosts.ghost(from.address));
}

/** When the mailbox got it; now where it does not say. */
function deliveredAt({ internalDate }: Arrived<ArrivedContent>['stored']): Date {
  return internalDate ?? new Date();
}

/** By what it would be known if it, or whoever wrote it, was erased. */
function erasedHashes(ids: IdKey, { account, content }: ArrivingMail): string[] {
  const writers = content.mail.from.slice(0, 5).map(({ address }) => addressKey(address));
  return [
    ...ids.erased(account.id, 'id', content.ids.messageId).known,
    ...writers.flatMap((writer) => ids.erased(account.id, 'address', writer).known),
  ];
}

/** What the account has under the mail's ids, and the threads that it may join. */
async function lookUpThreads(tx: Transaction, ids: IdKey, facts: ArrivingMail, delivered: Date): Promise<Lookups> {
  const { account, role, content } = facts;
  const { messageId, former, keyed, tokens: starts } = content.ids;
  const asked = content.read === 'whole' || role === 'sent';
  const keys = keyed === null ? [] : [keyed];
  const like = { similar: [], isErased: false };
  const erased = { hashes: erasedHashes(ids, facts), delivered };
  const found = asked ? await messagesLike(tx, account.id, [messageId, ...former], keys, erased) : like;
  const compared = { ...facts, lookups: { ...facts.lookups, ...found } };
  if (found.isErased || isKnownMail(compared)) return compared.lookups;
  const mail = threadMailFor(compared, null);
  const named = lookedUpIds(mail);
  const index = content.mail.header.threadIndex;
  const known = await threadsKnowing(tx, account.id, named);
  const indexed = index === null ? [] : await threadsIndexed(tx, account.id, index);
  const tokens = starts.length === 0 ? [] : await threadsBeginning(tx, account.id, starts);
  const { copies } = mailCopies(compared);
  const threads = [...new Set([...[...known, ...copies].map(({ thread }) => thread), ...indexed, ...tokens])];
  const people = [...new Set([mail.sender, mail.group, ...mail.people].filter((one) => one !== null))];
  const [first] = content.mail.from;
  const from = first === undefined ? null : addressKey(first.address);
  const { shared } = settingsOf(account);
  const organisation = mail.sender === null ? null : organisationOf(domainOfKey(mail.sender), shared);
  const about = { people, list: mail.list, from, organisation };
  return {
    ...compared.lookups,
    known,
    ownIds: new Set(named.filter((id) => ids.isOwnMessageId(id))),
    tokens,
    indexed,
    threads: threads.length === 0 ? new Map() : await joinable(tx, threads, about),
  };
}

/** The threads that a mail may join, with those beside them. */
async function joinable(
  tx: Transaction,
  threads: readonly ThreadId[],
  about: Parameters<typeof candidatesOf>[2],
): Promise<ReadonlyMap<ThreadId, JoinableThread>> {
  const found = await candidatesOf(tx, threads, about);
  const beside = [...found.values()].flatMap(({ beside: others = [] }) => others).filter((one) => !found.has(one));
  return beside.length === 0 ? found : new Map([...(await candidatesOf(tx, [...new Set(beside)], about)), ...found]);
}

/** The rules about its senders; and when its sender was told of a refusal, where it is to be refused. */
async function lookUpAdmission(tx: Transaction, facts: WholeMailFacts): Promise<WholeMailFacts> {
  const { account, content } = facts;
  const { mail, verdict } = content;
  if (verdict === null || isKnownMail(facts)) return facts;
  const patterns = sendersOf(content).slice(0, 20).flatMap(patternsOf);
  const ruled = withLookups(facts, { rules: await rulesAbout(tx, account.id, patterns) });
  const [from] = mail.from;
  if (from === undefined || !mayTellSender(ruled)) return ruled;
  return withLookups(ruled, { refusals: await lastToldRefusal(tx, account.id, addressKey(from.address)) });
}
