/**
 * The loop guard, asked before a closed mail is composed: whether it is an answer at a machine's pace to a mail that
 * answers us, and one too many.
 *
 * Policy. What people take their time for is mailed, and opens what was stopped in its thread. A quick answer carries
 * the hops of what it answers. One that is stopped has no bytes yet: its author is told once why, the sign on it says
 * that it waits, and it is mailed when a person says so. Every decision is written once with what it took from the
 * buckets, so that a repeated try decides nothing anew.
 */
import { z } from 'zod';
import type { Account } from '../bridge/account/account.ts';
import { bucketKeys, circleOf, CIRCLE_MS, countedAs, firstKey, HOP_KEY } from '../bridge/loops/cause.ts';
import { hopHeader, isPrompted, mayBegin, paceOf } from '../bridge/loops/cause.ts';
import { isHop } from '../mail/header/fields.ts';
import type { Way } from '../bridge/loops/way.ts';
import { renderStopped } from '../bridge/loops/loop-guard-told.ts';
import { refill, take } from '../bridge/bucket.ts';
import type { Bucket } from '../bridge/bucket.ts';
import { stopReasonOf, CAUSED_RATES, FIRST_RATE, SCOPES } from '../bridge/loops/loop-guard.ts';
import { STEADY_MARKS, steadyPaceStop } from '../bridge/loops/loop-guard.ts';
import type { StopReason, Buckets, Scope } from '../bridge/loops/loop-guard.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { AccountId, Json, MessageKey, Sought } from '../bridge/types.ts';
import { keepBuckets, lockBuckets } from '../db/mail-tables/buckets.ts';
import { latch, lateWords, turnOf, unlatch, writeVerdict } from '../db/mail-tables/stopped-answers.ts';
import type { LateWords, Turn } from '../db/mail-tables/stopped-answers.ts';
import { mailEvents, standsAt } from '../db/mail-tables/outgoing-messages.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { ownRows } from '../db/known-ids.ts';
import { addSend } from '../db/room-tables/sends.ts';
import type { HeaderField } from '../mail/types.ts';
import { showStatus } from '../handling/delivery-signs.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { Decision } from '../queue/worker.ts';

export interface LoopGuardDeps extends JobDeps {
  readonly countStopped: (account: AccountId, reason: StopReason) => void;
}

/**
 * go: with the fields that tell of what caused the mail. stop: what is written and ends the job; the yes of a person
 * makes a new one.
 */
export type GuardDecision =
  { readonly do: 'go'; readonly fields: readonly HeaderField[] } | { readonly do: 'stop'; readonly decision: Decision };

/** Decides about a closed mail. */
export async function guardMail(deps: LoopGuardDeps, account: Account, mail: Outgoing): Promise<GuardDecision> {
  const found = await turnOf(deps.db.gathered, mail.outgoing, STEADY_MARKS);
  if (found === null || found.verdict === 'released') return go();
  if (found.verdict === 'held' || found.verdict === 'cancelled') {
    return { do: 'stop', decision: { outcome: { do: 'done' } } };
  }
  const own = deps.ids.hops(account.id);
  const { machine, relayed } = readMachine(found.said.content);
  // What another Mailroom says in the room is a mail, and the cause itself.
  const turn = relayed === null ? found : { ...found, cause: null };
  const { cause } = turn;
  if (relayed === null && (cause === null || paceOf(cause.shownAt, turn.said.at) === 'slow')) {
    return slowly(deps, account, mail, turn);
  }
  const way = relayed ?? cause?.facts.way ?? NO_WAY;
  if (turn.verdict === null) {
    const reason = await decide(deps, account, mail, turn, { way, machine, own });
    if (reason !== null) return stop(deps, account, mail, reason);
  }
  return go(hopHeader(way.hops, own.make));
}

function go(...fields: HeaderField[]): GuardDecision {
  return { do: 'go', fields };
}

function stop(deps: LoopGuardDeps, account: Account, mail: Outgoing, reason: StopReason): GuardDecision {
  const decision: Decision = {
    outcome: { do: 'done' },
    write: (tx) => keepStopped(tx, deps, account, mail, reason),
    after: () => {
      deps.countStopped(account.id, reason);
      // As docs/operating.md has it: who watches the log looks for these words.
      const facts = { account: account.id, thread: mail.thread, outgoing: mail.outgoing, brake: reason };
      deps.log.warn('an answer is held', facts);
    },
  };
  return { do: 'stop', decision };
}

const NO_WAY: Way = { hops: [], received: 0, kind: 'message' };

const machineCodec = z.object({
  msgtype: z.string().optional().catch(undefined),
  [ECHO_KEY]: z.string().optional().catch(undefined),
  [HOP_KEY]: z.array(z.string()).max(20).optional().catch(undefined),
});

/**
 * Whether a message is certainly of no person's making: a notice (spec, `m.notice`), or a mail that another Mailroom
 * relays into the room, with its way.
 */
function readMachine(content: Json): { readonly machine: boolean; readonly relayed: Way | null } {
  const read = machineCodec.safeParse(content);
  if (!read.success) return { machine: false, relayed: null };
  const { msgtype, [ECHO_KEY]: echo, [HOP_KEY]: hops = [] } = read.data;
  const relayed = echo === undefined ? null : { ...NO_WAY, hops: hops.filter(isHop) };
  return { machine: relayed !== null || msgtype === 'm.notice', relayed };
}

/** Somebody took their time: a person, unless there is no end of it. */
async function slowly(deps: LoopGuardDeps, account: Account, mail: Outgoing, turn: Turn): Promise<GuardDecision> {
  const answersUs = turn.cause !== null && (await refersToUs(deps, turn.cause.facts));
  if (turn.latch === 'steady' || (answersUs && steadyPaceStop(turn.marks, turn.now))) {
    return stop(deps, account, mail, 'steady');
  }
  if (turn.latch !== null) await unlatch(deps.db, mail.thread);
  return go();
}

/** Decides about a quick answer, and writes down what it took where it may go. */
async function decide(
  deps: LoopGuardDeps,
  account: Account,
  mail: Outgoing,
  turn: Turn,
  known: { readonly way: Way; readonly machine: boolean; readonly own: Sought<string> },
): Promise<StopReason | null> {
  const { cause } = turn;
  const late = await lateWords(deps.db.gathered, mail.thread, CIRCLE_MS);
  const ours = late.filter((one) => one.ours).map(({ words }) => words);
  const theirs = late.filter((one) => !one.ours).map(({ words }) => words);
  const words = late.find(({ message }) => message === cause?.message)?.words ?? '';
  const references = cause === null ? [] : [...cause.facts.inReplyTo, ...cause.facts.references];
  const toUs = cause !== null && (await refersToUs(deps, cause.facts));
  const prompted = isPrompted({ way: known.way, refersToUs: toUs, words }, ours);
  const further = answeredAlready(late, cause?.message);
  const keys = bucketKeys({
    thread: mail.thread,
    sender: cause === null ? null : countedAs(cause.facts, toUs),
    subject: cause?.facts.subject ?? '',
  });
  const first = firstKey(cause?.facts.from[0]?.address ?? null);
  const mailed = { refers: references.length > 0, at: cause?.at ?? 0, answered: further };
  const pace = cause === null ? 'slow' : paceOf(cause.shownAt, turn.said.at);
  // It takes from no bucket, whatever stands in them.
  if (!prompted && mayBegin(mailed, pace, null) === 'no') return null;
  return deps.db.transaction(async (tx) => {
    const locked = await lockBuckets(tx, account.id, [...Object.values(keys), first]);
    const left: { readonly name: string; readonly bucket: Bucket | null }[] = [];
    if (prompted) {
      const caused = { way: known.way, circle: circleOf(words, theirs, ours) };
      const author = known.machine ? 'machine' : 'unknown';
      // Several messages to one mail are one turn of a circle: further ones take from the thread and the account alone.
      const scopes = further ? FURTHER : SCOPES;
      const rates = further ? { ...CAUSED_RATES, 'sender-in-thread': UNBOUNDED, sender: UNBOUNDED } : CAUSED_RATES;
      const context = { own: known.own.known, author, rates, now: turn.now } as const;
      const state = { buckets: bucketsOf((scope) => locked.get(keys[scope]) ?? null), latched: turn.latch !== null };
      const { reason, buckets: after } = stopReasonOf(caused, state, context);
      if (reason !== null) return reason;
      left.push(...scopes.map((scope) => ({ name: keys[scope], bucket: after[scope] })));
    }
    if (cause !== null) {
      const before = locked.get(first) ?? null;
      const begins = mayBegin(mailed, pace, before?.at ?? null);
      const taken = begins === 'again' ? take(before, FIRST_RATE, turn.now) : null;
      if (taken?.ok === false) return 'rate-sender-first';
      if (begins !== 'no') left.push({ name: first, bucket: taken?.bucket ?? refill(before, FIRST_RATE, turn.now) });
    }
    if (left.length === 0) return null;
    await keepBuckets(
      tx,
      account.id,
      left.flatMap(({ name, bucket }) => (bucket === null ? [] : [{ name, ...bucket }])),
    );
    await writeVerdict(tx, mail, 'passed', null);
    return null;
  });
}

/** What a further message to the same mail takes from. */
const FURTHER: readonly Scope[] = ['thread', 'account'];
const UNBOUNDED = { burst: 1_000, perHour: 1_000 };

/** Whether something of ours is newer than the mail that is answered. `late` is newest first. */
function answeredAlready(late: readonly LateWords[], cause: MessageKey | undefined): boolean {
  for (const { message, ours } of late) {
    if (message === cause) return false;
    if (ours) return true;
  }
  return false;
}

function bucketsOf(of: (scope: Scope) => Bucket | null): Buckets {
  return {
    'sender-in-thread': of('sender-in-thread'),
    sender: of('sender'),
    thread: of('thread'),
    account: of('account'),
  };
}

/** Writes down that it waits for a person, and tells its author, once as long as the thread is stopped. */
async function keepStopped(
  tx: Transaction,
  deps: LoopGuardDeps,
  account: Account,
  mail: Outgoing,
  reason: StopReason,
): Promise<void> {
  await writeVerdict(tx, mail, 'held', reason);
  const { since } = await latch(tx, account.id, mail.thread, reason);
  await showStatus(tx, deps, mail, 'deferred');
  const last = (await mailEvents(tx, mail.outgoing)).findLast(({ state }) => state === 'in');
  await addSend(
    tx,
    notice(deps.ids, {
      place: { account: account.id, thread: mail.thread, room: null },
      bot: deps.ghosts.bot,
      purpose: { kind: 'stopped', of: mail.thread, detail: `${since}:${mail.author}` },
      said: renderStopped(reason, account.language),
      replyTo: last === undefined ? null : standsAt(last),
      mention: mail.author,
      outgoing: mail.outgoing,
    }),
  );
}

async function refersToUs({ db, ids }: LoopGuardDeps, facts: NonNullable<Turn['cause']>['facts']): Promise<boolean> {
  const messageIds = [...facts.inReplyTo, ...facts.references];
  const key = ids.knowing(await ownRows(db, ids.doubtful({ messageIds, envelopeIds: [], ownHeaders: [] })));
  return messageIds.some((id) => key.isOwnMessageId(id));
}
