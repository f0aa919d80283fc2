/**
 * What of what people do is written down in the record, and what of their words. Pure: tables, and what follows from
 * them. Never the words of a mail, a subject or a note; who is named among the words is told as a person, which the
 * record encrypts.
 */
import type { ReactionMeaning } from '../event/meaning.ts';
import { CONCERNS } from '../event/meaning.ts';
import { needsConfig } from '../command/spec.ts';
import type { ReadCommand } from '../from-matrix/content.ts';
import type { VariantOf } from '../../words/words.ts';

/** Whom the words of a command name. */
type Named =
  /** Every word that has an @. */
  | 'addresses'
  /** The words with an @ before all others: behind them stand words that are mailed. */
  | 'leading'
  /** The first word that is none of the kept ones: an address, a domain, a pattern. */
  | 'pattern'
  /** All of it: a Matrix user, or the name of one. */
  | 'person';

type CommandRecord =
  /** It only tells something. */
  | { readonly reads: true }
  | {
      readonly reads: false;
      /** always: each use; words: only with one of the kept words; argument: only with some argument. */
      readonly when: 'always' | 'words' | 'argument';
      /** Words that are written down as they are, in small letters; no other is. */
      readonly keeps: readonly string[];
      readonly whom: Named | null;
      /** Whether the room that it names is written down: an id, an alias, or a link to one. */
      readonly room?: true;
    };

const READS: CommandRecord = { reads: true };
const ALWAYS: CommandRecord = { reads: false, when: 'always', keeps: [], whom: null };
const CHOICE: CommandRecord = { reads: false, when: 'argument', keeps: [], whom: null };
const TO_ROOM: CommandRecord = { reads: false, when: 'always', keeps: [], whom: null, room: true };
const PEOPLE: CommandRecord = { ...CHOICE, whom: 'addresses' };

function withOneOf(...keeps: readonly string[]): CommandRecord {
  return { reads: false, when: 'words', keeps, whom: null };
}

/**
 * Of each command. A command without a line does not compile.
 *
 * @internal A test holds it against all commands.
 */
export const COMMAND_RECORDS: Readonly<Record<VariantOf<'help-'>, CommandRecord>> = {
  accept: ALWAYS,
  account: withOneOf('add', 'change', 'remove', 'purge'),
  accounts: withOneOf('retry'),
  allow: { reads: false, when: 'always', keeps: ['here', 'account'], whom: 'pattern' },
  answer: CHOICE,
  assign: { reads: false, when: 'always', keeps: [], whom: 'person' },
  bcc: PEOPLE,
  block: { reads: false, when: 'always', keeps: ['here', 'account'], whom: 'pattern' },
  brake: withOneOf('reset'),
  breaker: withOneOf('reset'),
  cancel: ALWAYS,
  cc: PEOPLE,
  claim: ALWAYS,
  compose: ALWAYS,
  done: ALWAYS,
  draft: ALWAYS,
  entry: withOneOf('open', 'asked'),
  forward: { reads: false, when: 'always', keeps: ['thread'], whom: 'leading' },
  from: PEOPLE,
  guests: withOneOf('answer', 'invitation', 'now', 'hourly', 'daily', 'verified', 'unverified'),
  help: READS,
  invite: { reads: false, when: 'always', keeps: [], whom: 'addresses' },
  language: CHOICE,
  list: READS,
  login: ALWAYS,
  logout: ALWAYS,
  merge: TO_ROOM,
  move: TO_ROOM,
  old: withOneOf('quietly', 'as-new', 'leave'),
  overflow: withOneOf('let-in', 'discard'),
  ping: READS,
  quarantine: withOneOf('retry'),
  queue: READS,
  refuse: ALWAYS,
  reload: ALWAYS,
  reopen: ALWAYS,
  'reply-to-sender': ALWAYS,
  retry: ALWAYS,
  rules: { reads: false, when: 'words', keeps: ['drop'], whom: 'pattern' },
  search: READS,
  send: ALWAYS,
  snooze: ALWAYS,
  // It gives the bytes of a mail out of the database.
  source: ALWAYS,
  split: ALWAYS,
  status: READS,
  subject: CHOICE,
  team: withOneOf('leave', 'stay'),
  to: PEOPLE,
  unclaim: ALWAYS,
  uninvite: { reads: false, when: 'always', keeps: [], whom: 'addresses' },
  unpause: { reads: false, when: 'always', keeps: [], whom: 'addresses' },
  why: READS,
  zone: CHOICE,
};

/** What the record says of an act beside who did it and where. */
export interface ActTold {
  readonly act: Act;
  readonly whom: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
}

/** Characters and words of a command that are looked at. */
const READ_MOST = 20_000;
const WORDS_MOST = 200;

/** What is written down of a use of a command; null where nothing is. Linear. */
export function commandTold(name: string, given: ReadCommand): ActTold | null {
  const known = Object.hasOwn(COMMAND_RECORDS, name) ? COMMAND_RECORDS[name as VariantOf<'help-'>] : ALWAYS;
  if (known.reads) return null;
  const { when, keeps, whom, room } = known;
  const small = given.args.slice(0, WORDS_MOST).map((word) => word.slice(0, READ_MOST).toLowerCase());
  const kept = keeps.filter((word) => small.includes(word));
  if ((when === 'words' && kept.length === 0) || (when === 'argument' && given.args.length === 0)) return null;
  return {
    act: `command.${name}`,
    whom: whom === null ? [] : namedIn(given, keeps, whom),
    facts: { ...(kept.length === 0 ? {} : { words: kept.join(' ') }), ...(room === true ? roomIn(given) : {}) },
  };
}

/** Characters of an id or an alias (the appendices of the spec, “Common identifier format”: 255 bytes). */
const ROOM_MOST = 255;

/** The room that is named; nothing for one that is named by other words. */
function roomIn({ args }: ReadCommand): { readonly to?: string } {
  const words = args.slice(0, WORDS_MOST).map((word) => word.replace(/^https:\/\/matrix\.to\/#\//, '').split('?')[0]);
  const room = words.find((word = '') => word.length <= ROOM_MOST && /^[!#][^\s/]+$/.test(word));
  return room === undefined ? {} : { to: room };
}

function namedIn({ args, rest }: ReadCommand, keeps: readonly string[], whom: Named): string[] {
  switch (whom) {
    case 'addresses':
      return wordsOf(rest).filter((word) => word.includes('@'));
    case 'leading': {
      const all = wordsOf(rest).filter((word) => !keeps.includes(word.toLowerCase()));
      const end = all.findIndex((word) => !word.includes('@'));
      return end === -1 ? all : all.slice(0, end);
    }
    case 'pattern':
      return args
        .slice(0, WORDS_MOST)
        .filter((word) => !keeps.includes(word.toLowerCase()))
        .slice(0, 1);
    case 'person':
      return rest.trim() === '' ? [] : [rest.slice(0, READ_MOST).trim()];
  }
}

/** Words between white space and what stands around an address; `+` and `-` before one say what is done with it. */
function wordsOf(text: string): string[] {
  return text
    .slice(0, READ_MOST)
    .split(/[\s<>,;"()]/u)
    .filter((word) => word !== '')
    .slice(0, WORDS_MOST)
    .map((word) => (/^[+-]/.test(word) ? word.slice(1) : word));
}

/** What people do by a reaction or by taking something away, that is written down. */
export type ReactionAct =
  | Exclude<ReactionMeaning, 'nothing'>
  /** A reaction is taken away, or a message that waits is deleted. */
  | 'unclaim'
  | 'reopen'
  | 'yes-taken-back';

/** Whether it is written down that somebody tried it who may not: of what concerns a whole account. */
export function isTryRecorded(meaning: ReactionMeaning): boolean {
  return needsConfig(CONCERNS[meaning]);
}

type OperationRecord =
  | { readonly reads: true }
  | {
      readonly reads: false;
      /** Fields of its input that name persons. */
      readonly whom: readonly string[];
      /** Fields that are written down as they are: one of a few words, or a number. */
      readonly facts: readonly string[];
    };

const ASKS: OperationRecord = { reads: true };
const ACTS: OperationRecord = { reads: false, whom: [], facts: [] };
const ON_PATTERN: OperationRecord = { reads: false, whom: ['pattern'], facts: [] };

/**
 * Of each operation, by HTTP and in the shell. One that changes something and has no line is written down without any
 * of its words.
 *
 * @internal A test holds it against all operations.
 */
export const OPERATION_RECORDS: Readonly<Record<string, OperationRecord>> = {
  'account-add': ACTS,
  'account-change': ACTS,
  'account-list': ASKS,
  'account-remove': { reads: false, whom: [], facts: ['purge'] },
  accounts: ASKS,
  'accounts-retry': ACTS,
  allow: ON_PATTERN,
  assign: { reads: false, whom: ['to'], facts: [] },
  block: ON_PATTERN,
  brakes: ASKS,
  'brake-reset': ACTS,
  breaker: ASKS,
  'breaker-reset': ACTS,
  claim: ACTS,
  compose: { reads: false, whom: ['to', 'cc', 'bcc'], facts: [] },
  done: ACTS,
  entry: ASKS,
  'entry-set': { reads: false, whom: [], facts: ['entry'] },
  forward: { reads: false, whom: ['to'], facts: [] },
  held: ASKS,
  'held-accept': ACTS,
  'held-refuse': ACTS,
  'login-flows': ASKS,
  logins: ASKS,
  mails: ASKS,
  merge: ACTS,
  messages: ASKS,
  move: ACTS,
  old: ASKS,
  'old-decide': { reads: false, whom: [], facts: ['decide'] },
  overflow: ASKS,
  'overflow-decide': { reads: false, whom: [], facts: ['decide'] },
  quarantine: ASKS,
  'quarantine-show': ASKS,
  'quarantine-retry': { reads: false, whom: [], facts: ['number'] },
  queue: ASKS,
  reload: ACTS,
  reopen: ACTS,
  retry: ACTS,
  rules: ASKS,
  'rules-drop': ON_PATTERN,
  search: ASKS,
  snooze: ACTS,
  // It gives the bytes of a mail out of the database.
  source: ACTS,
  split: ACTS,
  team: ASKS,
  'team-leave': ACTS,
  'team-stay': ACTS,
  thread: ASKS,
  threads: ASKS,
  unclaim: ACTS,
  unpause: { reads: false, whom: ['address'], facts: [] },
  who: ASKS,
  whoami: ASKS,
  why: ASKS,
};

/** Fields that say what an operation is about, in the words of who asks: written down with who they are, encrypted. */
const ABOUT = ['thread', 'message', 'mail', 'into'] as const;

/** What is written down of an operation. */
export interface OperationTold extends ActTold {
  /** The key of an account. */
  readonly account: string | null;
  /** In whose name; null where nobody is named. */
  readonly as: string | null;
  /** What it is about, as it was asked for. */
  readonly about: readonly string[];
}

/** Null where nothing is. @param isChange whether it may change something, where it has no line. Linear. */
export function operationTold(
  id: string,
  input: Readonly<Record<string, unknown>>,
  isChange: boolean,
): OperationTold | null {
  const known = Object.hasOwn(OPERATION_RECORDS, id) ? OPERATION_RECORDS[id] : undefined;
  const record = known ?? (isChange ? ACTS : ASKS);
  if (record.reads) return null;
  const text = (name: string) => {
    const value = input[name];
    return typeof value === 'string' || typeof value === 'number' ? [String(value).slice(0, READ_MOST)] : [];
  };
  return {
    act: `operation.${id}`,
    account: text('account')[0] ?? null,
    as: text('as')[0] ?? null,
    about: ABOUT.flatMap((name) => text(name).map((value) => `${name}=${value}`)),
    whom: record.whom.flatMap((name) => personsIn(input[name])),
    facts: Object.fromEntries(record.facts.flatMap((name) => text(name).map((value) => [name, value] as const))),
  };
}

/** Addresses in a text or in several; one without any is the name of somebody, or a pattern. */
function personsIn(value: unknown): string[] {
  const texts = (Array.isArray(value) ? value : [value]).slice(0, WORDS_MOST);
  return texts.flatMap((text: unknown) => {
    if (typeof text !== 'string') return [];
    const addresses = wordsOf(text).filter((word) => word.includes('@'));
    return addresses.length > 0 ? addresses : [text.slice(0, READ_MOST)];
  });
}

/**
 * Of each command of the shell; `ctl` and `breaker` are operations.
 *
 * @internal A test holds it against all commands of the shell.
 */
export const CLI_RECORDS: Readonly<Record<string, readonly CliAct[] | 'reads' | 'operations' | 'config'>> = {
  // The start itself: which config each process has.
  run: 'config',
  // It writes a file and knows no database.
  registration: 'reads',
  check: 'reads',
  health: 'reads',
  migrate: ['cli.migrate'],
  account: ['cli.account-rename'],
  secret: ['cli.secret-rotate', 'cli.secret-leaked', 'cli.secret-reseal', 'cli.secret-lost'],
  undo: ['cli.undo'],
  breaker: 'operations',
  inspect: 'reads',
  import: ['cli.import'],
  export: ['cli.export'],
  verify: 'reads',
  erase: ['cli.erase'],
  hold: ['cli.hold'],
  audit: ['cli.audit-export'],
  ctl: 'operations',
  schema: 'reads',
};

/** What an entry can be about. */
export type Act =
  | `command.${string}`
  | `operation.${string}`
  | `reaction.${ReactionAct}`
  | `config.${'started' | 'wanted' | 'taken' | 'refused'}`
  /** The record about itself: what waited and was changed, what was chained and was changed. */
  | `record.${'unreadable' | 'differs'}`
  | CliAct;

export type CliAct =
  | 'cli.migrate'
  | 'cli.account-rename'
  | 'cli.secret-rotate'
  | 'cli.secret-leaked'
  | 'cli.secret-reseal'
  | 'cli.secret-lost'
  | 'cli.undo'
  | 'cli.import'
  | 'cli.export'
  | 'cli.erase'
  | 'cli.hold'
  | 'cli.audit-export';
