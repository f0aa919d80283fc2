/** The line of a new conversation in its account's inbox. Pure. */
import { escapeHtml } from '../../mail/html/write.ts';
import { words } from '../../words/words.ts';
import type { Account } from '../account/account.ts';
import type { IdKey } from '../ids.ts';
import { notice } from '../notice/notices.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import { aliasLink } from '../room-link.ts';
import { plainName } from '../room/room-state.ts';
import type { MatrixSend, MessageKey, ThreadId, UserId } from '../types.ts';

export interface InboxFacts {
  readonly thread: ThreadId;
  /** Who wrote first, as their mail is shown. */
  readonly who: string;
  /** Whether that was one of our own people. */
  readonly ours: boolean;
  /** Without prefixes; '' where there is none. */
  readonly subject: string;
  /** The words of its first mail, without what it quotes. */
  readonly text: string;
  readonly files: number;
  /** The mail, where it is news of a conversation that has its line already. */
  readonly again?: MessageKey;
}

/** Characters of the first words and of the subject that a line shows. */
const WORDS = 90;
const SUBJECT = 120;

/**
 * Who, subject, first words, link. It leads to the room's alias: the room itself may not be there yet, and a successor
 * takes the alias over.
 */
export function inboxLine(
  { ids, bot, domain }: { readonly ids: IdKey; readonly bot: UserId; readonly domain: string },
  account: Account,
  facts: InboxFacts,
): MatrixSend {
  const say = words(account.language);
  const name = plainName(facts.who, account.address);
  const who = facts.ours
    ? say('inbox-begun-by', { name })
    : facts.again === undefined
      ? name
      : say('inbox-again', { name });
  const subject = cut(plainName(facts.subject, say('inbox-no-subject')), SUBJECT);
  const first = cut(facts.text.replace(/\s+/gu, ' ').trim(), WORDS);
  const rest = first !== '' ? first : facts.files > 0 ? say('inbox-only-files', { count: facts.files }) : '';
  const link = `https://matrix.to/#/${encodeURIComponent(`#${ids.threadAlias(facts.thread, 0)}:${domain}`)}`;
  const behind = rest === '' ? '' : ` – ${plainName(rest, '')}`;
  const said = {
    body: `${who}: ${subject}${behind}\n${link}`,
    html:
      `${escapeHtml(who)}: <a href="${escapeHtml(link)}"><strong>${escapeHtml(subject)}</strong>` +
      `</a>${escapeHtml(behind)}`,
  };
  const place = { account: account.id, thread: null, room: null };
  const detail = facts.again === undefined ? {} : { detail: facts.again };
  const purpose = { kind: 'inbox-line', of: facts.thread, ...detail } as const;
  return { ...notice(ids, { place, bot, purpose, said }), own: 'inbox' };
}

/** Something about a conversation, with the way to its room. */
export function conversationLine(
  { ids, domain }: { readonly ids: IdKey; readonly domain: string },
  account: Account,
  { thread, subject, line }: { readonly thread: ThreadId; readonly subject: string; readonly line: string },
): NoticeContent {
  const name = cut(plainName(subject, words(account.language)('inbox-no-subject')), SUBJECT);
  const link = aliasLink(ids.threadAlias(thread, 0), domain);
  return {
    body: `${name}: ${line}\n${link}`,
    html: `<a href="${escapeHtml(link)}"><strong>${escapeHtml(name)}</strong></a>: ${escapeHtml(line)}`,
  };
}

function cut(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most).join('').trimEnd()}…`;
}
