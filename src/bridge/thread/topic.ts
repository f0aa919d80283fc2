/** Whether two subjects are of the same topic. A subject never joins what ids do not join; it can only part. */
import { baseSubject } from '../../mail/subject.ts';

/** Below this many characters a subject that is part of another says nothing. */
const SHORTEST_PART = 4;

/**
 * Whether a mail begins a new topic: its base subject is unlike every subject that its thread has had. What gateways,
 * ticket systems and spam filters put before or behind a subject, a subject that was cut, and one whose letters were
 * lost on the way are no change; `New (was: Old)` is one, by its writer's own word (RFC 5537 section 3.4.4).
 */
export function changedTopic(subject: string, threadSubjects: readonly string[]): boolean {
  const own = topicOf(subject);
  const known = threadSubjects.map(topicOf).filter((topic) => topic !== '');
  if (own === '' || known.length === 0) return false;
  const lost = isDamaged(subject);
  return !known.some((topic) => sameTopic(own, topic, lost)) && !threadSubjects.some(isDamaged);
}

/** The comparable core: no marks of replies, no tags in brackets, no punctuation, one case, one width. */
function topicOf(subject: string): string {
  let rest = subject.slice(0, 1000);
  for (let bound = 8; bound > 0; bound--) {
    const next = baseSubject(rest)
      .replace(/^(?:\[[^\]]{0,80}\]|\{[^}]{0,80}\}|\*{2,}[^*]{1,40}\*{2,})\s*/u, '')
      .replace(/\s*\((?:was|war|etait|était):?\s.*\)\s*$/iu, '');
    if (next === rest) break;
    rest = next;
  }
  return rest
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters that a gateway could not write: U+FFFD or rows of question marks. */
function isDamaged(subject: string): boolean {
  return /\ufffd|\?{3}/u.test(subject);
}

function sameTopic(a: string, b: string, lost: boolean): boolean {
  if (a === b) return true;
  if (lost) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST_PART) return ` ${long} `.endsWith(` ${short} `) && /\p{N}/u.test(short);
  // Scripts that write no spaces have no word to end at; everywhere else a part begins at a word, and may be cut at its
  // end.
  return /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N} ]/u.test(short)
    ? long.includes(short)
    : ` ${long} `.includes(` ${short} `) || (short.length >= 8 && long.startsWith(short));
}
