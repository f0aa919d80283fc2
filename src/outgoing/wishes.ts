/**
 * How people want a mail of ours to be written: its sender, its subject, and the conversation so far for who was added
 * to it.
 */
import { isOwnAddress, memberByAddress } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { keyed } from '../bridge/recipients/recipients.ts';
import type { SaidMessage } from '../bridge/to-mail/to-mail.ts';
import { mailedText, withoutAsides } from '../bridge/to-mail/mail-history.ts';
import type { Quoted } from '../bridge/to-mail/said-blocks.ts';
import type { MailGround } from '../db/mail-tables/mail-ground.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { claimHistory, threadHistory } from '../db/mail-tables/recipients-chosen.ts';
import type { HistoryPart } from '../db/mail-tables/recipients-chosen.ts';
import { addressKey } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import type { JobDeps } from '../handling/deps.ts';

/** Mails of a thread that are quoted for somebody who was added, and characters of all of them. */
const HISTORY_MAILS = 50;
const HISTORY_LENGTH = 200_000;
/** Characters of the first message that name a conversation without a subject. */
const SUBJECT_LENGTH = 60;

export interface Wishes {
  /** An address of the account. */
  readonly address: Address;
  /** Of the thread, where the mail that is answered has none of its own. */
  readonly subject: string;
  /** Oldest first; empty where all recipients know it. */
  readonly history: readonly Quoted[];
}

/** The same at every try for the same mail: who is told the history by it is written down at its first try. */
export async function wishesOf(
  deps: Pick<JobDeps, 'db' | 'ghosts'>,
  account: Account,
  mail: Outgoing,
  ground: Pick<MailGround, 'thread' | 'writing' | 'owesHistory'>,
  facts: { readonly parentSubject: string | null; readonly messages: readonly SaidMessage[] },
): Promise<Wishes> {
  const { thread, writing } = ground;
  const { to, cc, bcc = [] } = mail.recipients;
  const people = keyed([...to, ...cc, ...bcc]);
  const owed = ground.owesHistory ? await claimHistory(deps.db, mail.thread, mail.outgoing, people) : [];
  const history = owed.length === 0 ? [] : await threadHistory(deps.db, mail.thread, HISTORY_MAILS);
  const others = people.filter(({ key }) => !owed.includes(key));
  const open = withoutAsides(
    history.map((part) => ({ part, people: outsideKeys(account, part.people) })),
    others.map(({ key }) => key),
  ).map(({ part }) => part);
  const writer = ({ from }: HistoryPart): Parameters<typeof mailedText>[1] => ({
    language: account.language,
    nameOf: (user) => account.team.find((member) => member.user === user)?.name ?? null,
    isInternal: (user) => !deps.ghosts.isGhost(user),
    author: from?.name ?? '',
  });
  const subject = writing.subject ?? facts.parentSubject ?? thread.subject;
  return {
    address: addressOf(account, writing.from),
    subject: subject.trim() === '' && facts.parentSubject === null ? firstWords(facts.messages) : subject,
    history: shortened(open, (part) => part.text ?? mailedText(part.said, writer(part))),
  };
}

/** The same for a reaction, which tells nobody the conversation so far. */
export function reactionWishes(
  account: Account,
  { thread, writing }: Pick<MailGround, 'thread' | 'writing'>,
  parentSubject: string | null,
): Wishes {
  const subject = writing.subject ?? parentSubject ?? thread.subject;
  return { address: addressOf(account, writing.from), subject, history: [] };
}

/** An address that the account has lost since is not written any more. */
function addressOf(account: Account, from: Address | null): Address {
  return from !== null && isOwnAddress(account, from) ? from : account.address;
}

/** Whom a mail was between, without us and the team: they read the room. */
function outsideKeys(account: Account, people: readonly Address[]): string[] {
  const outside = people.filter((one) => !isOwnAddress(account, one) && memberByAddress(account, one) === null);
  return outside.map((one) => addressKey(one));
}

/** The newest mails that fit. */
function shortened(history: readonly HistoryPart[], textOf: (part: HistoryPart) => string): Quoted[] {
  const kept: Quoted[] = [];
  let left = HISTORY_LENGTH;
  for (const part of history.toReversed()) {
    const { from, date } = part;
    const text = textOf(part);
    if (text.trim() === '') continue;
    if (text.length > left) break;
    left -= text.length;
    const author = from === null ? '' : from.name === '' ? from.address : from.name;
    kept.unshift({ author, at: date === null ? null : new Date(date), text });
  }
  return kept;
}

function firstWords(messages: readonly SaidMessage[]): string {
  for (const { said } of messages) {
    const text = said.kind === 'text' ? said.body : said.kind === 'file' ? (said.caption?.body ?? said.name) : '';
    const line = text.trim().split('\n', 1)[0]?.replace(/\s+/g, ' ').trim() ?? '';
    if (line === '') continue;
    if (line.length <= SUBJECT_LENGTH) return line;
    return `${line
      .slice(0, SUBJECT_LENGTH)
      .replace(/\s+\S*$/u, '')
      .toWellFormed()} …`;
  }
  return '';
}
