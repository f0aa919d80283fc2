/**
 * What stood in rooms before it could be searched for is read in, in the background and a few mails at a time: from the
 * bytes that are kept, else from what was posted. Any number of processes may do so at once; one that ends in between
 * goes on where it was.
 */
import type { Account } from '../bridge/account/account.ts';
import type { AccountId, MessageKey } from '../bridge/types.ts';
import { readEvent } from '../bridge/from-matrix/from-matrix.ts';
import type { Said } from '../bridge/from-matrix/content.ts';
import { ownSearchText } from '../bridge/search/own-search-text.ts';
import { mailSearchText, searchText, writtenAt } from '../bridge/search/search-text.ts';
import type { SearchText } from '../bridge/search/search-text.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { loadOutgoing } from '../db/mail-tables/outgoing.ts';
import { mailEvents } from '../db/mail-tables/outgoing-messages.ts';
import type { Transaction } from '../db/pool.ts';
import { noteReadIn, postedParts, takeReadIn, unreadTexts } from '../db/search-tables/search-progress.ts';
import type { UnreadText } from '../db/search-tables/search-progress.ts';
import { addSearchTexts } from '../db/search-tables/search-texts.ts';
import { readMessageFacts } from '../db/thread-tables/threads.ts';
import type { MessageFacts } from '../db/thread-tables/threads.ts';
import { logTrouble } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import type { Parsed } from '../mail/render/render-mail.ts';
import type { Language } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';

export interface BacklogDeps extends JobDeps {
  readonly parse: (source: AsyncIterable<Uint8Array>, language: Language) => Promise<Parsed>;
}

/** Mails of an account that are read in one turn, and the pause between two turns. */
const AT_ONCE = 20;
const PAUSE_MS = 1_000;

/** Reads in what there is, a little each second. */
export function searchBacklog(deps: BacklogDeps): Ticker {
  const done = new Set<AccountId>();
  return new Ticker({
    everyMs: PAUSE_MS,
    turn: (signal) => readSome(deps, done, signal),
    onError: (error) => logTrouble(deps.log, 'older mail could not be read in for searches', error),
  });
}

/**
 * One turn: some mails of each account. Of one that is `done` nothing is asked again.
 *
 * @internal Exported for its tests: what one turn does is looked at.
 */
export async function readSome(deps: BacklogDeps, done: Set<AccountId>, signal: AbortSignal): Promise<void> {
  for (const account of deps.accounts.values()) {
    if (signal.aborted) return;
    if (done.has(account.id)) continue;
    if (await deps.db.transaction((tx) => readOf(tx, deps, account))) done.add(account.id);
  }
}

/** Whether there is nothing more. */
async function readOf(tx: Transaction, deps: BacklogDeps, account: Account): Promise<boolean> {
  const place = await takeReadIn(tx, account.id);
  if (place === null || place.isDone) return place !== null;
  const next = await unreadTexts(tx, account.id, place, AT_ONCE);
  for (const one of next) {
    const text = one.isDone ? null : await textOf(tx, deps, account, one);
    if (text !== null) await addSearchTexts(tx, [{ message: one.message, text }]);
  }
  await noteReadIn(tx, account.id, next.at(-1) ?? null);
  return next.length === 0;
}

async function textOf(
  tx: Transaction,
  deps: BacklogDeps,
  account: Account,
  one: UnreadText,
): Promise<SearchText | null> {
  const { came, mail } = one;
  const facts = readMessageFacts(one.facts);
  const spoken = account.language;
  const at = writtenAt(facts.date === null ? null : new Date(facts.date), came);
  const folder = one.folder ?? '';
  if (one.direction === 'out') return ownText(tx, deps, { message: one.message, facts }, { at, spoken });
  const parsed = mail === null ? null : await deps.parse(readChunks(tx, mail), spoken);
  if (parsed?.ok === true) return mailSearchText(parsed.mail, parsed.rendered, { at, folder, spoken });
  const parts = await postedParts(tx, one.message);
  const { from, to, cc, subject } = facts;
  const isFile = ({ msgtype }: (typeof parts)[number]) => msgtype !== 'm.text' && msgtype !== 'm.notice';
  const bodies = (some: typeof parts) => some.flatMap(({ body }) => (typeof body === 'string' ? [body] : []));
  return searchText({
    ...{ at, from, to: [...to, ...cc], subject, folder, spoken, attached: '' },
    texts: bodies(parts.filter((part) => !isFile(part))),
    files: bodies(parts.filter(isFile)).map((name) => ({ name, type: '' })),
  });
}

/** What was said in an answer; null for one in which nothing was, such as a reaction. */
async function ownText(
  tx: Transaction,
  { ghosts }: BacklogDeps,
  { message, facts: { from, to, cc, subject } }: { readonly message: MessageKey; readonly facts: MessageFacts },
  { at, spoken }: { readonly at: Date | null; readonly spoken: Language },
): Promise<SearchText | null> {
  const mail = await loadOutgoing(tx, message);
  const [writer] = from;
  if (mail === null || writer === undefined) return null;
  const said = (await mailEvents(tx, message)).flatMap(({ state, type, content }): Said[] => {
    if (state !== 'in') return [];
    const isOwn = (user: string) => ghosts.isOwn(user);
    const action = readEvent({ type, sender: mail.author, content }, { isOwn, notices: true });
    return action.kind === 'message' ? [action.said] : [];
  });
  if (said.length === 0) return null;
  return ownSearchText({ at, from: writer, to: [...to, ...cc], subject, attached: '', spoken }, said);
}
