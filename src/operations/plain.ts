/** The answers of operations as lines for a terminal: in English, with the words that the rooms have. */
import { shortTime } from '../bridge/operations.ts';
import { renderAccounts, renderQuarantine, renderQuarantineItem, renderQueue } from '../bridge/operations.ts';
import type { AccountView, QuarantineItem, QuarantineView, QueueView } from '../bridge/operations.ts';
import type { ThreadList } from '../bridge/desk.ts';
import { ladderLines } from '../bridge/ladder-words.ts';
import type { LadderMail } from '../bridge/ladder-words.ts';
import { renderWhy } from '../bridge/why.ts';
import type { WhyFacts } from '../bridge/why.ts';
import type { BreakerState } from '../db/breaker.ts';
import type { HeldView, MessageView } from '../db/views.ts';
import { formatPerson } from '../mail/address.ts';
import type { Person } from '../mail/types.ts';
import { words } from '../mail/words.ts';

interface WorkAnswer {
  readonly account: string;
  readonly thread: string;
  readonly room: string | null;
  readonly subject: string;
  readonly state: string;
  readonly waiting: 'us' | 'them' | 'nobody';
  readonly claimedBy: string | null;
  readonly snoozeUntil: Date | null;
}
interface Recipients {
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
}
interface RuleAnswer {
  readonly effect: 'block' | 'allow';
  readonly pattern: string;
  readonly thread?: string | null;
}
type Worked = WorkAnswer & { readonly changed: boolean };

interface Answers {
  readonly accounts: { readonly accounts: readonly AccountView[] };
  readonly queue: { readonly accounts: readonly QueueView[] };
  readonly quarantine: QuarantineView;
  readonly 'quarantine-show': QuarantineItem;
  readonly 'quarantine-retry': unknown;
  readonly threads: ThreadList;
  readonly thread: WorkAnswer & { readonly recipients: Recipients; readonly mails: readonly LadderMail[] };
  readonly mails: { readonly mails: readonly (LadderMail & { readonly outgoing: string; readonly state: string })[] };
  readonly messages: { readonly messages: readonly MessageView[] };
  readonly claim: Worked;
  readonly unclaim: Worked;
  readonly assign: Worked;
  readonly done: Worked;
  readonly reopen: Worked;
  readonly snooze: Worked;
  readonly compose: { readonly begun: boolean; readonly thread: string; readonly alias: string };
  readonly retry: { readonly retried: number };
  readonly unpause: { readonly retried: number };
  readonly brakes: {
    readonly stopped: readonly {
      readonly account: string;
      readonly thread: string;
      readonly subject: string;
      readonly since: Date;
      readonly mails: number;
    }[];
  };
  readonly 'brake-reset': { readonly released: number };
  readonly breaker: BreakerState;
  readonly 'breaker-reset': { readonly reset: boolean; readonly waiting: number };
  readonly why: WhyFacts;
  readonly move: { readonly thread: string; readonly moved: number };
  readonly split: { readonly thread: string; readonly moved: number };
  readonly merge: { readonly thread: string; readonly moved: number };
  readonly held: { readonly held: readonly HeldView[]; readonly total: number };
  readonly 'held-accept': unknown;
  readonly 'held-refuse': unknown;
  readonly rules: {
    readonly rules: readonly RuleAnswer[];
    readonly ofConfig: readonly RuleAnswer[];
    readonly notShown: readonly { readonly why: string; readonly count: number }[];
  };
  readonly block: RuleAnswer;
  readonly allow: RuleAnswer;
  readonly 'rules-drop': { readonly dropped: number };
  readonly entry: { readonly entry: 'open' | 'asked' };
  readonly 'entry-set': { readonly entry: 'open' | 'asked' };
  readonly who: {
    readonly accounts: readonly { readonly account: string; readonly level: string; readonly may: readonly string[] }[];
  };
}

const say = words('en');

const PLAIN: { readonly [Id in keyof Answers]: (answer: Answers[Id]) => string } = {
  accounts: ({ accounts }) => renderAccounts(accounts, 'en').body,
  queue: ({ accounts }) => renderQueue(accounts, 'en').body,
  quarantine: (view) => renderQuarantine(view, 'en', 'mailroom ctl ').body,
  'quarantine-show': (item) => renderQuarantineItem(item, 'en').body,
  'quarantine-retry': () => 'It is tried again.',
  threads: ({ threads, total, page, pages }) =>
    lines([
      `${total} (page ${page} of ${pages})`,
      ...threads.map((one) =>
        columns(one.account, shortTime(one.since), one.waiting, one.claimedBy, one.room, one.thread, one.subject),
      ),
    ]),
  thread: (one) => lines([...workLines(one), ...recipientLines(one.recipients), ...ladderLines(one.mails, 'en')]),
  mails: ({ mails }) =>
    lines(mails.flatMap((mail) => [`${mail.outgoing} (${mail.state})`, ...ladderLines([mail], 'en')])) ||
    'No mail of ours yet.',
  messages: ({ messages }) =>
    lines(
      messages.map(({ at, direction, message, messageId, from, subject }) =>
        columns(shortTime(at), direction, message, messageId, people(from), subject),
      ),
    ) || 'No mails yet.',
  claim: worked,
  unclaim: worked,
  assign: worked,
  done: worked,
  reopen: worked,
  snooze: worked,
  compose: ({ begun, thread, alias }) =>
    lines([begun ? 'Begun.' : 'This request had begun it already.', columns(thread, alias)]),
  retry: ({ retried }) => (retried === 0 ? say.commands.nothingToRetry : say.commands.retrying(retried)),
  unpause: ({ retried }) => `Mail to it goes out again. Mails that had been held back and leave now: ${retried}`,
  brakes: ({ stopped }) =>
    lines(
      stopped.map(({ account, thread, subject, mails, since }) =>
        columns(account, thread, say.brakes.thread(subject, mails, shortTime(since))),
      ),
    ) || 'Nothing is stopped.',
  'brake-reset': ({ released }) => say.brakes.released(released),
  breaker: ({ openedAt, reason, count, waiting, sent }) =>
    openedAt === null
      ? say.brakes.closed(sent)
      : `${say.brakes.open(shortTime(openedAt), waiting)} (${String(reason)}: ${String(count)})`,
  'breaker-reset': ({ reset, waiting }) =>
    reset ? `Outgoing mail flows again; ${waiting} mails that waited go out.` : say.brakes.notOpen,
  why: (facts) => renderWhy(facts, 'en').body,
  move: placed,
  split: placed,
  merge: placed,
  held: ({ held, total }) =>
    lines([
      `${total}`,
      ...held.map(({ message, account, at, reason, told }) =>
        lines([columns(message, account, shortTime(at), reason), ...told.split('\n').map((line) => `  ${line}`)]),
      ),
    ]),
  'held-accept': () => say.sender.accepted,
  'held-refuse': () => say.sender.refused,
  rules: ({ rules, ofConfig, notShown }) =>
    lines([
      ...rules.map(ruleLine),
      ...ofConfig.map((one) => `${ruleLine(one)} (${say.entry.ofConfig})`),
      ...notShown.map(({ why, count }) => `not shown: ${count}: ${why}`),
    ]) || say.entry.noRules,
  block: ruleLine,
  allow: ruleLine,
  'rules-drop': ({ dropped }) => `Rules taken away: ${dropped}`,
  entry: entryLine,
  'entry-set': entryLine,
  who: ({ accounts }) => lines(accounts.map(({ account, level, may }) => `${account}: ${level} (${may.join(', ')})`)),
};

/** As JSON where there is nothing better. */
export function plainText(id: string, answer: unknown): string {
  return isKnown(id) ? (PLAIN[id] as (answer: unknown) => string)(answer) : JSON.stringify(answer);
}

function isKnown(id: string): id is keyof Answers {
  return Object.hasOwn(PLAIN, id);
}

function worked(one: Worked): string {
  return lines([
    one.changed ? 'Done.' : 'Nothing changed: it was so already, or somebody else has it.',
    ...workLines(one),
  ]);
}

function workLines({ account, thread, room, subject, state, waiting, claimedBy, snoozeUntil }: WorkAnswer): string[] {
  const until = snoozeUntil === null ? '' : ` until ${shortTime(snoozeUntil)}`;
  const turn = waiting === 'nobody' ? '' : `, ${say.desk.listOf[waiting].toLowerCase()}`;
  return [columns(account, thread, room, subject), `${state}${until}${turn}, ${claimedBy ?? say.desk.free}`];
}

function recipientLines({ to, cc, bcc }: Recipients): string[] {
  const given = Object.entries({ To: to, Cc: cc, Bcc: bcc }).filter(([, list]) => list.length > 0);
  return given.length === 0 ? ['To: nobody'] : given.map(([name, list]) => `${name}: ${people(list)}`);
}

function placed({ thread, moved }: { readonly thread: string; readonly moved: number }): string {
  return `Mails moved: ${moved}, to ${thread}`;
}

function ruleLine({ effect, pattern, thread }: RuleAnswer): string {
  return `${say.entry.rule[effect](pattern)}${thread == null ? '' : ` (${thread})`}`;
}

function entryLine({ entry }: Answers['entry']): string {
  return entry === 'open' ? say.entry.open : say.entry.asked;
}

function people(list: readonly Person[]): string {
  return list.map(formatPerson).join(', ');
}

function columns(...cells: readonly (string | null)[]): string {
  return cells.map((cell) => cell ?? '-').join('\t');
}

function lines(all: readonly string[]): string {
  return all.join('\n');
}
