/** What of a thread's room is mailed and what stays in it. Pure; the facts are looked up by whoever asks. */
import type { Asked, Said } from '../from-matrix/content.ts';
import { matrixHtmlToBlocks } from '../to-mail/matrix-html.ts';
import { beginsWithMention } from '../to-mail/mentions.ts';
import { saidToBlocks } from '../to-mail/said-blocks.ts';
import type { Person } from '../../mail/types.ts';
import type { UserId } from '../types.ts';

/** reply: what is said is mailed, but for notes. note: nothing is, but for `!reply …` and replies to a mail. */
export type AnswerMode = 'reply' | 'note';

/** What becomes of a message that begins with the name of one of ours, or with @room. */
export type ToColleagues = 'ask' | 'note' | 'mail';

export interface NoteFacts {
  readonly mode: AnswerMode;
  readonly asked: Asked | null;
  /** What the message replies to in the room; `notice`: what the bot says, and is not answered by mail. */
  readonly repliesTo: 'mail' | 'note' | 'notice' | 'other' | null;
  /** Whether the Matrix thread that it is in began on a note. */
  readonly inNoteThread: boolean;
}

/**
 * - told: its author wanted it mailed, and is told that it stays inside.
 * - notice: it answers what the bot says, and its author is told that such answers stay inside.
 * - quiet: its author knows.
 */
export type Destiny = 'mailed' | { readonly note: 'quiet' | 'told' | 'notice' };

/**
 * A thread that began on a note, and a reply to a note, never leave: what colleagues say to each other there may not be
 * meant for others. Nor does a reply to what the bot says, which others do not see; where messages are mailed by
 * themselves, its author may think that it does.
 */
export function destinyOf({ mode, asked, repliesTo, inNoteThread }: NoteFacts): Destiny {
  if (inNoteThread || repliesTo === 'note') return { note: asked === null ? 'quiet' : 'told' };
  if (repliesTo === 'notice') return { note: asked === null && mode === 'note' ? 'quiet' : 'notice' };
  if (asked !== null || mode === 'reply' || repliesTo === 'mail') return 'mailed';
  return { note: 'quiet' };
}

/** Characters of a body in which a beginning is looked for. */
const BEGINNING = 1_000;
/**
 * What is not seen, and stands around names and words as some clients write them: joiners, marks of direction,
 * variation selectors.
 */
const UNSEEN = /[\p{Cf}\u034f\ufe00-\ufe0f]/gu;
/** The words that are ours wherever they stand first, also where a sign stands behind them or a blank before them. */
const OURS = /^\s*!\s?(note|mail|reply|sender)(?![\p{L}\p{N}_-])/iu;
/** Names in front, as people type them: up to three words, a user id or a link, and what divides them from the rest. */
const BEHIND_NAME = [
  /^\s*[\p{L}\p{N}._'’-]{1,64}(?: [\p{L}\p{N}._'’-]{1,64}){0,2} ?(?:\([^()\n]{1,60}\) ?)?[:,;][\s:,;]*(?=!)/u,
  /^\s*@\S{1,255}[\s:,;]*(?=!)/u,
  /^\s*\[[^\]\n]{0,255}\]\([^)\s]{1,600}\)[\s:,;]*(?=!)/u,
] as const;

/**
 * The word of a message that begins as commands do (`!claim`), without the sign; null for any other. Whoever forgets
 * the prefix means no mail, and neither does who calls another bot.
 * A beginning is read as people see it: without what is invisible, and with the wide signs of East Asian keyboards as
 * the plain ones.
 */
export function commandLike(said: Said): string | null {
  if (said.kind !== 'text') return null;
  const seen = said.body.slice(0, BEGINNING).normalize('NFKC').replace(UNSEEN, '');
  const word = /^\s*!(\p{L}[\p{L}\p{N}-]*)(?=\s|$)/u.exec(seen)?.[1] ?? OURS.exec(seen)?.[1];
  if (word !== undefined) return word;
  const [name] = BEHIND_NAME.flatMap((one) => one.exec(seen)?.[0] ?? []);
  return name === undefined ? null : (OURS.exec(seen.slice(name.length))?.[1] ?? null);
}

/** One of ours, with what people call them in a room. */
export interface Colleague {
  readonly user: UserId;
  readonly names: readonly string[];
}

/**
 * Whether a message begins with the name of one of ours or with @room, so that its author may mean them alone: a
 * mention as clients write it, a user id, or a name as people type it, with a colon or comma behind it where it is no
 * mention.
 *
 * @param outside how those are called who would get the mail: "Anna, thank you" is for them, also with an Anna among us
 */
export function beginsWithCall(
  said: Said,
  mentions: readonly UserId[],
  isInternal: (user: string) => boolean,
  colleagues: readonly Colleague[],
  outside: readonly Person[],
): boolean {
  if (said.kind !== 'text') return false;
  if (said.html !== null && startsWithMention(said.html, isInternal)) return true;
  const seen = plainOf(said.body.slice(0, BEGINNING)).trimStart();
  if (/^@room(?![\p{L}\p{N}_-])/u.test(seen)) return true;
  const mentioned = mentions.filter(isInternal);
  const theirs = new Set(outside.flatMap(callNames).map(plainOf));
  return [...colleagues, ...mentioned.map((user) => ({ user, names: [] }))].some(({ user, names }) => {
    const isMentioned = mentioned.includes(user);
    const local = user.slice(1, user.indexOf(':'));
    return [user, `@${local}`, local, ...names].map(plainOf).some((name) => {
      if (name === '' || !seen.startsWith(name)) return false;
      const rest = seen.slice(name.length);
      if (isMentioned || name.startsWith('@')) return !/^[\p{L}\p{N}_.-]/u.test(rest);
      return /^\s?[:,]/u.test(rest) && !theirs.has(name);
    });
  });
}

/** As it is compared: without what is not seen, wide and capital letters as the plain ones. */
function plainOf(value: string): string {
  return value.normalize('NFKC').replace(UNSEEN, '').toLowerCase();
}

/** What somebody may be called by: the whole name, its first and last word, and what stands before the @. */
export function callNames({ name, address }: Pick<Person, 'name'> & Partial<Person>): string[] {
  const parts = name.trim().split(/[\s,]+/);
  const local = address === undefined ? [] : [address.slice(0, address.lastIndexOf('@'))];
  return [...new Set([name.trim(), parts[0] ?? '', parts.at(-1) ?? '', ...local])].filter((one) => one !== '');
}

function startsWithMention(html: string, isInternal: (user: string) => boolean): boolean {
  return beginsWithMention(matrixHtmlToBlocks(html, { language: 'en', nameOf: () => null, isInternal }));
}

/** Whether a message only calls somebody of ours, so that nothing of it would leave. */
export function onlyCalls(said: Said, mentions: readonly UserId[], isInternal: (user: string) => boolean): boolean {
  if (said.kind !== 'text') return false;
  const { blocks } = saidToBlocks({ ...said, emote: false }, mentions, {
    language: 'en',
    nameOf: () => null,
    isInternal,
    author: '',
    fileIndex: 0,
    contentId: '',
  });
  return blocks.length === 0;
}
