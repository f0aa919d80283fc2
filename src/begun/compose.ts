/**
 * New conversations by command: read, asked for what is missing, begun. The thread, its recipients and what its room is
 * told are written in the transaction of the event that completes it; the room is made when the first of it is sent.
 */
import { memberByUser } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { answered, missing, readComposeDraft } from '../bridge/recipients/draft.ts';
import type { ComposeDraft, Missing } from '../bridge/recipients/draft.ts';
import { joinedNotices, renderLines } from '../bridge/notice/rendered.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import { notice, sendId } from '../bridge/notice/notices.ts';
import { capabilities } from '../bridge/account/permissions.ts';
import { keyed } from '../bridge/recipients/recipients.ts';
import { plainName } from '../bridge/room/room-state.ts';
import { aliasLink } from '../bridge/room-link.ts';
import type { EventId, RoomId, ThreadId, UserId } from '../bridge/types.ts';
import { askDraft, askedDraft, dropDraft } from '../db/mail-tables/composing.ts';
import { addAct } from '../db/room-tables/member-acts.ts';
import { knownThread } from '../db/known-ids.ts';
import type { Transaction } from '../db/pool.ts';
import { chooseRecipient, setWriting } from '../db/mail-tables/recipients-chosen.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { openThread } from '../db/thread-tables/threads.ts';
import { addressKey, formatPerson, parseAddress } from '../mail/address.ts';
import { escapeHtml } from '../mail/html/write.ts';
import { words } from '../words/words.ts';
import type { Language } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import { levelAt } from '../handling/rights.ts';

/** Who composes, where. */
export interface Composing {
  readonly room: RoomId;
  readonly user: UserId;
  readonly event: EventId;
  readonly language: Language;
  /** The account whose room it is; null in a direct chat with the bot. */
  readonly here: Account | null;
}

/**
 * Accounts that a person may begin conversations from: where they are of the team, else where the operator lets them.
 */
export function accountsFor(deps: Pick<JobDeps, 'accounts' | 'ghosts'>, user: UserId): Account[] {
  const able = [...deps.accounts.values()].filter((account) =>
    capabilities(levelAt(account, user, deps.ghosts.domain)).has('compose'),
  );
  const own = able.filter((account) => memberByUser(account, user) !== null);
  return own.length > 0 ? own : able;
}

/** The answer to `!mail compose …`. */
export function beginCompose(tx: Transaction, deps: JobDeps, at: Composing, rest: string): Promise<NoticeContent> {
  return goOn(tx, deps, at, readComposeDraft(rest));
}

/** What somebody says in a room where they were asked; null where nothing was, or it is for somebody else. */
export async function continueCompose(
  tx: Transaction,
  deps: JobDeps,
  at: Composing,
  said: string,
): Promise<NoticeContent | null> {
  const open = await askedDraft(tx, at.room, at.user);
  if (open === null) return null;
  const draft = answered(open.draft, open.asked, said);
  if (draft === null) {
    const question = await ask(tx, deps, at, open.draft, open.asked);
    return renderLines([words(at.language)('compose-not-understood'), question]);
  }
  return goOn(tx, deps, at, draft);
}

/** The answer to `!mail cancel`. */
export async function cancelCompose(tx: Transaction, at: Composing): Promise<NoticeContent> {
  const say = words(at.language);
  return renderLines([
    (await dropDraft(tx, at.room, at.user)) ? say('compose-cancelled') : say('compose-nothing-to-cancel'),
  ]);
}

async function goOn(tx: Transaction, deps: JobDeps, at: Composing, draft: ComposeDraft): Promise<NoticeContent> {
  const meant = composingAccounts(deps, at, draft.account);
  const lacks = missing(draft, meant.length);
  const [account] = meant;
  if (lacks === null && account !== undefined) return start(tx, deps, at, account, draft);
  return renderLines([await ask(tx, deps, at, draft, lacks ?? 'account')]);
}

async function ask(
  tx: Transaction,
  deps: JobDeps,
  at: Composing,
  draft: ComposeDraft,
  lacks: Missing,
): Promise<string> {
  const say = words(at.language);
  const able = accountsFor(deps, at.user);
  if (able.length === 0) return say('compose-may-not');
  await askDraft(tx, at.room, at.user, { account: at.here?.id ?? null, asked: lacks, draft });
  // In the direct chat commands have no prefix.
  const hint = say('compose-cancel-hint', { command: at.here === null ? 'cancel' : '!mail cancel' });
  switch (lacks) {
    case 'account': {
      const accounts = able.map(({ id, address }) => `${id} (${address})`).join(', ');
      return `${say('compose-ask-account', { accounts })} ${hint}`;
    }
    case 'to':
      return `${say('compose-ask-to')} ${hint}`;
    case 'subject':
      return `${say('compose-ask-subject')} ${hint}`;
  }
}

/**
 * The accounts that a word can mean: key, name or an own address. Without a word the account of the room, or the
 * person's only one.
 */
export function composingAccounts(
  deps: Pick<JobDeps, 'accounts' | 'ghosts'>,
  at: Pick<Composing, 'user' | 'here'>,
  word: string | null,
): Account[] {
  const able = accountsFor(deps, at.user);
  if (word === null) {
    const here = able.filter(({ id }) => id === at.here?.id);
    return here.length > 0 ? here : able;
  }
  const wanted = word.trim().toLowerCase();
  const address = parseAddress(wanted);
  return able.filter(
    ({ id, name, own }) =>
      id === wanted || name.toLowerCase() === wanted || (address !== null && own.has(addressKey(address))),
  );
}

async function start(
  tx: Transaction,
  deps: JobDeps,
  at: Composing,
  account: Account,
  draft: ComposeDraft,
): Promise<NoticeContent> {
  await dropDraft(tx, at.room, at.user);
  const thread = await beginConversation(tx, deps, { user: at.user, of: at.event }, account, draft);
  return begunAt(deps, at, thread, draft);
}

/**
 * Begins a conversation whose parts are all known: its thread with its recipients, and what its room is told. The room
 * is made when that is sent.
 *
 * @param who.of the fact that it comes of, an event or a request of an operator: the same is the same conversation
 * @param forwards what its first mail forwards; its words may be none then
 */
export async function beginConversation(
  tx: Transaction,
  { ids, ghosts }: Pick<JobDeps, 'ids' | 'ghosts'>,
  who: { readonly user: UserId; readonly of: string },
  account: Account,
  draft: ComposeDraft,
  forwards: Forwarding | null = null,
): Promise<ThreadId> {
  const thread = await knownThread(tx, ids.begun(account.id, who.of));
  const by = forwards === null ? 'compose' : 'forward';
  await openThread(tx, { thread, account: account.id, subject: draft.subject ?? '', by });
  for (const field of ['to', 'cc', 'bcc'] as const) {
    for (const person of keyed(draft[field])) {
      if (account.own.has(person.key)) continue;
      await chooseRecipient(tx, { account: account.id, thread, person, field, by: who.user, quoted: true });
      // Nobody else may see a blind copy, so that the room is not told either.
      if (field === 'bcc') continue;
      const ghost = { user: ghosts.ghost(person.address), name: plainName(person.name, person.address), said: null };
      const join = { ...ghost, act: ids.send(who.of, `join:${person.key}`), account: account.id, thread, room: null };
      await addAct(tx, { ...join, kind: 'join' });
    }
  }
  const from = draft.account === null ? null : parseAddress(draft.account);
  if (from !== null && account.own.has(addressKey(from))) await setWriting(tx, account.id, thread, { from });
  const act = { account: account.id, thread, room: null, user: who.user, name: null, said: null };
  await addAct(tx, { ...act, act: ids.send(who.of, 'invite-author'), kind: 'invite' });
  const place = { account: account.id, thread, room: null };
  await addSend(
    tx,
    notice(ids, {
      place,
      bot: ghosts.bot,
      purpose: { kind: 'welcome', of: who.of },
      said: joinedNotices([
        welcome(account, { ...draft, from: from ?? account.address }),
        ...(forwards === null ? [] : [forwards.aside]),
      ]),
    }),
  );
  if (draft.body !== '' || forwards !== null) {
    const first = { body: draft.body, forwards: forwards?.shown ?? null };
    await firstMail(tx, { ids, ghosts }, who, account, thread, first);
  }
  return thread;
}

/** A mail of another conversation that the first mail of a new one carries. */
export interface Forwarding {
  /** What the new room is told of the other one. */
  readonly aside: NoticeContent;
  /** The mail as the new room shows it, below the words of whoever forwards it. */
  readonly shown: NoticeContent;
}

/** The send by which the room of a conversation shows what came with the command, and the act that mails it. */
export function firstWords(ids: JobDeps['ids'], of: string): string {
  return sendId(ids, { kind: 'first-words', of }).make;
}

/** The first words in the room of a conversation that begins. */
export function welcome(
  account: Account,
  draft: Pick<ComposeDraft, 'to' | 'cc' | 'bcc' | 'subject' | 'body'> & { readonly from: string },
): NoticeContent {
  const say = words(account.language);
  const people = [...draft.to, ...draft.cc].map(formatPerson).join(', ');
  const subject = draft.subject ?? '';
  return renderLines([
    say('compose-welcome', { from: draft.from, people: people === '' ? say('recipients-none') : people }),
    ...(draft.bcc.length === 0 ? [] : [`${say('recipients-bcc')}: ${draft.bcc.map(formatPerson).join(', ')}`]),
    subject === '' ? say('compose-subject-from-words') : say('compose-subject', { subject }),
    ...(draft.body === '' ? [say('compose-first-is-mail')] : []),
  ]);
}

/** The text that came with the command: shown in the room by the bot, mailed as its author's. */
async function firstMail(
  tx: Transaction,
  { ids, ghosts }: Pick<JobDeps, 'ids' | 'ghosts'>,
  who: { readonly user: UserId; readonly of: string },
  account: Account,
  thread: ThreadId,
  { body, forwards }: { readonly body: string; readonly forwards: NoticeContent | null },
): Promise<void> {
  const place = { account: account.id, thread, room: null };
  const say = words(account.language);
  const name = memberByUser(account, who.user)?.name ?? who.user;
  const wrote = forwards === null ? say('compose-wrote', { name }) : say('forward-wrote', { name });
  const plain = [wrote, ...(body === '' ? [] : [body]), ...(forwards === null ? [] : ['', forwards.body])].join('\n');
  const shown = notice(ids, {
    place,
    bot: ghosts.bot,
    purpose: { kind: 'first-words', of: who.of },
    said: { body: plain, html: '' },
  });
  const quoted = body === '' ? '' : `<blockquote>${escapeHtml(body).replaceAll('\n', '<br>')}</blockquote>`;
  const html = `<p>${escapeHtml(wrote)}</p>${quoted}${forwards?.html ?? ''}`;
  const content = { ...shown.content, msgtype: 'm.text', formatted_body: html, [ECHO_KEY]: shown.send };
  await addSend(tx, { ...shown, content });
  await addAct(tx, {
    act: shown.send,
    account: account.id,
    thread,
    room: null,
    kind: 'first',
    user: who.user,
    name: null,
    said: body,
  });
}

function begunAt({ ids, ghosts }: JobDeps, at: Composing, thread: ThreadId, draft: ComposeDraft): NoticeContent {
  const say = words(at.language);
  const people = [...draft.to, ...draft.cc, ...draft.bcc].map(formatPerson).join(', ');
  const link = aliasLink(ids.threadAlias(thread, 0), ghosts.domain);
  const label = draft.subject === null || draft.subject === '' ? say('compose-room') : draft.subject;
  return {
    body: `${say('compose-begun', { people })} ${link}`,
    html: `${escapeHtml(say('compose-begun', { people }))} <a href="${escapeHtml(link)}">${escapeHtml(label)}</a>`,
  };
}
