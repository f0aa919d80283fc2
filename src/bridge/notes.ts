/** What of a thread's room is mailed and what stays in it. Pure; the facts are looked up by whoever asks. */
import type { Asked, Said } from './from-matrix-content.ts';
import { saidToBlocks } from './to-mail-said.ts';
import type { UserId } from './types.ts';

/** reply: what is said is mailed, but for notes. note: nothing is, but for `!reply …` and replies to a mail. */
export type AnswerMode = 'reply' | 'note';

export interface NoteFacts {
  readonly mode: AnswerMode;
  readonly asked: Asked | null;
  /** What the message replies to in the room, by its author's choice. */
  readonly repliesTo: 'mail' | 'note' | 'other' | null;
  /** Whether the Matrix thread that it is in began on a note. */
  readonly inNoteThread: boolean;
}

/**
 * - told: its author wanted it mailed, and is told that it stays inside.
 * - quiet: its author knows.
 */
export type Destiny = 'mailed' | { readonly note: 'quiet' | 'told' };

/** A thread that began on a note, and a reply to a note, never leave: what colleagues say to each other there may not be meant for others. */
export function destinyOf({ mode, asked, repliesTo, inNoteThread }: NoteFacts): Destiny {
  if (inNoteThread || repliesTo === 'note') return { note: asked === null ? 'quiet' : 'told' };
  if (asked !== null || mode === 'reply' || repliesTo === 'mail') return 'mailed';
  return { note: 'quiet' };
}

/**
 * The word of a message that begins as commands do (`!claim`), without the sign; null for any other. Whoever forgets the prefix
 * means no mail, and neither does who calls another bot.
 */
export function commandLike(said: Said): string | null {
  if (said.kind !== 'text') return null;
  return /^\s*!([\p{L}][\p{L}\p{N}-]*)(?=\s|$)/u.exec(said.body)?.[1] ?? null;
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
