/** Rules about who may enter: what `!mail block`, `allow` and `rules` have in common, in rooms and from outside. */
import { z } from 'zod';
import type { Account } from '../../bridge/account/account.ts';
import { readPattern } from '../../bridge/admission/admission.ts';
import type { AdmissionRule } from '../../bridge/admission/admission.ts';
import type { Arguments } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import type { AccountId, EventId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../../db/pool.ts';
import { setRule, approveParticipant } from '../../db/thread-tables/admission.ts';
import { setStanding } from '../../db/thread-tables/people-of-thread.ts';
import { mailMeant } from '../../handling/event-target.ts';
import { addressKey } from '../../mail/address.ts';
import { newAct, tellPlace, threadMeant } from '../../operations/meant.ts';
import { accountByKey, actor, fields, NotPossible, NotThere } from '../../operations/operation.ts';
import type { OperationDeps } from '../../operations/operation.ts';
import { plainSay } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import type { CommandCall, RoomContext } from '../framework/context.ts';

type Effect = AdmissionRule['effect'];

/** Whom a rule is about, and where it holds. */
interface RuleAsked {
  /** What was named; empty for the sender of the message replied to. */
  readonly named: readonly string[];
  /**
   * In this conversation alone. Named, a rule holds for the account, as a reply for the room, unless `here` or
   * `account` says otherwise.
   */
  readonly here: boolean;
}

/** The arguments of `block` and `allow`. */
export const ruleArguments: Arguments<RuleAsked> = {
  usage: '[PATTERN] [here|account]',
  takes: [0, 2],
  read: ({ args }) => {
    const named = args.filter((arg) => arg !== 'here' && arg !== 'account');
    return { named, here: args.includes('here') || (named.length === 0 && !args.includes('account')) };
  },
};

/** What a rule with these arguments concerns. */
export const ruleScope = {
  all: ['thread', 'account'],
  of: ({ here }: RuleAsked) => (here ? 'thread' : 'account'),
} as const;

/** Writes a rule that was asked for in a room, and says so. */
export async function ruleInRoom(
  tx: Transaction,
  context: RoomContext,
  effect: Effect,
  { named, here }: RuleAsked,
  { replyTo }: CommandCall,
): Promise<NoticeContent> {
  const { account, thread, event } = context;
  const say = words(account.language);
  const [text, second] = named;
  if (second !== undefined) return renderLines([say('admission-no-pattern', { text: named.join(' ') })]);
  const pattern = text === undefined ? await senderOf(tx, context, replyTo) : readPattern(text);
  if (pattern === null) {
    return renderLines([text === undefined ? say('admission-whom') : say('admission-no-pattern', { text })]);
  }
  if (here && thread === null) return renderLines([say('admission-only-in-thread')]);
  const on = here ? thread : null;
  await changeAdmission(tx, account.id, { effect, pattern, thread: on, by: event.sender });
  return renderLines([ruleTold(account.language, effect, { pattern, thread: on })]);
}

const pattern = z.string().max(300).meta({ description: 'An address, a domain, or either with `*`.' });

/** The conversation of a rule. */
export const ruleThread = fields.thread
  .optional()
  .meta({ description: 'For this conversation alone; for the account without it.' });

/** A rule, and in whose name something is done with it. */
export const onRule = z.object({ account: fields.oneAccount, pattern, thread: ruleThread, as: fields.as });

export const ruleSchema = z.object({
  effect: z.enum(['block', 'allow']),
  pattern: z.string(),
  thread: z.string().nullable().meta({ description: 'Null where it holds for the account.' }),
});

/**
 * Writes a rule that an operator asked for, and tells the room of it, or the lobby. Throws NotThere, NotAllowed and
 * NotPossible.
 */
export async function ruleFromOutside(deps: OperationDeps, input: z.infer<typeof onRule>, effect: Effect) {
  return deps.db.transaction(async (tx) => {
    const account = accountByKey(deps, input.account);
    const by = actor(deps, account, input.as, 'release');
    const thread = await threadOfAccount(tx, deps, account, input.thread);
    const rule = { effect, pattern: patternNamed(input.pattern), thread };
    await changeAdmission(tx, account.id, { ...rule, by });
    await tellPlace(
      tx,
      deps,
      { account, thread },
      { act: newAct(), by, line: ruleTold(account.language, effect, rule) },
    );
    return rule;
  });
}

/** As a line for a terminal. */
export function ruleLine({
  effect,
  pattern: of,
  thread = null,
}: {
  readonly effect: Effect;
  readonly pattern: string;
  readonly thread?: string | null;
}): string {
  return `${plainSay(`admission-rule-${effect}`, { pattern: of })}${thread === null ? '' : ` (${thread})`}`;
}

function ruleTold(
  language: Language,
  effect: Effect,
  { pattern: of, thread }: { readonly pattern: string; readonly thread: ThreadId | null },
): string {
  const say = words(language);
  switch (effect) {
    case 'block':
      return thread === null
        ? say('admission-blocked', { pattern: of })
        : say('admission-blocked-here', { pattern: of });
    case 'allow':
      return thread === null
        ? say('admission-allowed', { pattern: of })
        : say('admission-allowed-here', { pattern: of });
  }
}

/** Writes the rule. One about a single address in a room says too whether that person takes part there. */
export async function changeAdmission(
  tx: Transaction,
  account: AccountId,
  { effect, pattern, thread, by }: AdmissionRule & { readonly by: UserId },
): Promise<void> {
  await setRule(tx, { account, thread, pattern, effect, by });
  if (thread === null || pattern.includes('*') || !pattern.slice(1).includes('@')) return;
  const standing = effect === 'allow' ? 'participant' : 'refused';
  await setStanding(tx, { account, thread, address: pattern, standing, by });
  if (effect === 'allow') await approveParticipant(tx, thread, pattern);
}

/** The conversation of an account that an operator names, null for the account. Throws NotThere. */
export async function threadOfAccount(
  db: Queryable,
  deps: OperationDeps,
  account: Account,
  word: string | undefined,
): Promise<ThreadId | null> {
  if (word === undefined) return null;
  const on = await threadMeant(db, deps, word);
  if (on.account.id !== account.id) throw new NotThere(`${account.id} has no conversation ${word}`);
  return on.thread;
}

/** Throws NotPossible. */
export function patternNamed(text: string): string {
  const read = readPattern(text);
  if (read === null) throw new NotPossible(`${text} is no address, domain or pattern`);
  return read;
}

/** The sender of the mail behind an event of this room; null where there is none. */
async function senderOf(tx: Transaction, { room, thread }: RoomContext, about: EventId | null): Promise<string | null> {
  const message = about === null ? null : await mailMeant(tx, { room: room.room, event: about });
  if (message === null || message.thread !== thread || message.direction !== 'in') return null;
  const [from] = message.facts.from;
  return from === undefined ? null : addressKey(from.address);
}
