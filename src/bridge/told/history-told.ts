/** What the lobby of an account is told once its mail of before is in. Pure. */
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

/** What became of it. */
export interface HistoryEnd {
  readonly since: Date;
  readonly mails: number;
  readonly rooms: number;
  /** Where what could not be brought in lies, and why. */
  readonly left: readonly { readonly place: string; readonly reason: string }[];
  /** How many of those there are. */
  readonly leftInAll: number;
}

/** Places that are named; the others are counted. */
const NAMED = 5;
/** Characters of a place that are said. */
const PLACE = 120;

/** Its lines. A place and a reason are as reports of imports have them. */
export function historyLines({ since, mails, rooms, left, leftInAll }: HistoryEnd, language: Language): string[] {
  const say = words(language);
  const day = since.toISOString().slice(0, 10);
  const done = mails === 0 ? say('history-none', { since: day }) : say('history-done', { since: day, mails, rooms });
  if (leftInAll === 0) return [done];
  const named = left
    .slice(0, NAMED)
    .map(({ place, reason }) => `${place.slice(0, PLACE).replaceAll(/\s+/g, ' ')}: ${reason}`);
  return [done, say('history-left', { count: leftInAll }), ...named, ...(leftInAll > named.length ? ['…'] : [])];
}
