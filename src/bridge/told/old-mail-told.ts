/** What is said of old mail that waits. Pure. */
import { words } from '../../words/words.ts';
import { shortDay } from '../../words/zones.ts';
import type { Reader } from '../../words/zones.ts';

/** How the old mail of an account stands. */
interface OldMailFacts {
  readonly waiting: number;
  /** When the mailbox got the first and the last of what waits; null where none does. */
  readonly oldest: Date | null;
  readonly newest: Date | null;
}

/** The notice in the lobby: how many, of which time, and the choice; that none waits any more, where it is so. */
export function oldMailNotice(reader: Reader, { waiting: count, oldest, newest }: OldMailFacts): readonly string[] {
  const say = words(reader.language);
  if (count === 0 || oldest === null || newest === null) return [say('old-mail-over')];
  const [from, to] = [shortDay(oldest, reader.zone), shortDay(newest, reader.zone)];
  const span = from === to ? say('old-mail-of', { day: from }) : say('old-mail-between', { from, to });
  return [
    say('old-mail-waits', { count }),
    span,
    say('old-mail-how'),
    say('old-mail-how-else'),
    say('old-mail-answers'),
  ];
}

/** The answer to `!mail old`. */
export function oldMailLines(reader: Reader, facts: OldMailFacts & { readonly left: number }): readonly string[] {
  const say = words(reader.language);
  const left = facts.left === 0 ? [] : [say('old-mail-left-before', { count: facts.left })];
  return facts.waiting === 0 ? [say('old-mail-none'), ...left] : [...oldMailNotice(reader, facts), ...left];
}
