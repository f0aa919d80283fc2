/** The line of a new conversation in its account's inbox. Pure. */
import { escapeHtml } from '../mail/html-write.ts';
import { words } from '../mail/words.ts';
import type { Account } from './account.ts';
import type { IdKey } from './ids.ts';
import { notice } from './notices.ts';
import { plainName } from './room-state.ts';
import type { MatrixSend, ThreadId, UserId } from './types.ts';

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
}

/** Characters of the first words and of the subject that a line shows. */
const WORDS = 90;
const SUBJECT = 120;

/**
 * Who, subject, first words, link. It leads to the room's alias: the room itself may not be there yet, and a successor takes
 * the alias over.
 */
export function inboxLine(
  { ids, bot, domain }: { readonly ids: IdKey; readonly bot: UserId; readonly domain: string },
  account: Account,
  facts: InboxFacts,
): MatrixSend {
  const say = words(account.language).inbox;
  const name = plainName(facts.who, account.address);
  const who = facts.ours ? say.begunBy(name) : name;
  const subject = cut(plainName(facts.subject, say.noSubject), SUBJECT);
  const first = cut(facts.text.replace(/\s+/gu, ' ').trim(), WORDS);
  const rest = first !== '' ? first : facts.files > 0 ? say.onlyFiles(facts.files) : '';
  const link = `https://matrix.to/#/${encodeURIComponent(`#${ids.threadAlias(facts.thread, 0)}:${domain}`)}`;
  const behind = rest === '' ? '' : ` – ${plainName(rest, '')}`;
  const said = {
    body: `${who}: ${subject}${behind}\n${link}`,
    html: `${escapeHtml(who)}: <a href="${escapeHtml(link)}"><strong>${escapeHtml(subject)}</strong></a>${escapeHtml(behind)}`,
  };
  const place = { account: account.id, thread: null, room: null };
  return { ...notice(ids, { place, bot, of: facts.thread, purpose: 'inbox', said }), own: 'inbox' };
}

function cut(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most).join('').trimEnd()}…`;
}
