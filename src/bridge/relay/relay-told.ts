/** What people are told of the way out of an account: our own mail server, before any mail. Pure. */
import { words as textsOf } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { shortTime } from '../../words/zones.ts';
import type { Reader } from '../../words/zones.ts';
import type { Address } from '../../mail/types.ts';
import { refusalOf } from './login-refusal.ts';
import { remedyOf } from './trouble.ts';
import type { RelayTrouble } from './trouble.ts';
import type { OwnRefusal } from './whose-word.ts';

/** A trouble, and what the server said, '' where it said nothing. */
export interface RelayToldOf {
  readonly trouble: RelayTrouble;
  readonly words: string;
}

/** Characters of a server's words. */
const SAID = 300;

/** What is wrong, and what the server said. */
export function relayLines({ trouble, words }: RelayToldOf, language: Language): string[] {
  return [
    textsOf(language)(`relay-trouble-${trouble}`),
    ...saysLines(words, language),
    ...(trouble === 'login' ? meantLines(words, language) : []),
  ];
}

/** What a large provider means by its words. */
function meantLines(words: string, language: Language): string[] {
  const refusal = refusalOf(words);
  return refusal === null ? [] : [textsOf(language)(`provider-${refusal}`)];
}

function saysLines(words: string, language: Language): string[] {
  const said = words.length <= SAID ? words : `${words.slice(0, SAID).trimEnd().toWellFormed()}…`;
  return said === '' ? [] : [textsOf(language)('relay-says', { words: said })];
}

/** A mail, or a copy of it, that our own server does not take. */
export interface OwnFailure {
  readonly address: Address;
  readonly refusal: OwnRefusal;
  /** The server's words, with its codes. */
  readonly words: string;
  /** Whether it is tried again by itself. */
  readonly then: 'failed' | 'again';
}

/** How many people a line names. */
const NAMED = 20;

/** For the author: each thing that our own server said, once, with whom it is about and what helps. */
export function ownFailureLines(failures: readonly OwnFailure[], language: Language): string[] {
  const say = textsOf(language);
  const groups = Map.groupBy(failures, ({ refusal, words, then }) => `${refusal} ${then} ${words}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const shown = group.slice(0, NAMED).map(({ address }) => address);
    const more = group.length - shown.length;
    const people = [...shown, ...(more > 0 ? [say('calendar-and-more', { count: more })] : [])].join(', ');
    return [say(`relay-not-mailed-${first.then}`, { people }), ...refusalLines(first, language)];
  });
}

/** For the account's lobby. */
export function refusalNews(refused: Pick<OwnFailure, 'refusal' | 'words'>, language: Language): string[] {
  const say = textsOf(language);
  return [say('relay-refusal-news'), ...refusalLines(refused, language), say('relay-refusal-once')];
}

function refusalLines({ refusal, words }: Pick<OwnFailure, 'refusal' | 'words'>, language: Language): string[] {
  const say = textsOf(language);
  const isOfLogin = refusal === 'login-needed' || refusal === 'sender';
  return [
    say(`relay-refusal-${refusal}`),
    ...saysLines(words, language),
    ...(isOfLogin ? meantLines(words, language) : []),
    say(`relay-help-${refusal}`),
  ];
}

/** For `!mail status`. */
export function relayStatusLines(relay: RelayToldOf & { readonly since: Date }, { language, zone }: Reader): string[] {
  return [textsOf(language)('relay-since', { time: shortTime(relay.since, zone) }), ...relayLines(relay, language)];
}

/** For the account's lobby: what is wrong, what it means, what to do. */
export function relayNews(
  relay: RelayToldOf & { readonly since: Date; readonly account: string },
  { language, zone }: Reader,
): string[] {
  const say = textsOf(language);
  return [
    say('relay-news', { time: shortTime(relay.since, zone) }),
    ...relayLines(relay, language),
    say(`relay-remedy-${remedyOf(relay.trouble)}`, { account: relay.account }),
  ];
}
