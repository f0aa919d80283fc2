/**
 * The brakes on the way out, one call before a closed mail is composed: is it an answer at a machine's pace to a mail that answers us, and one too many?
 *
 * Policy. What people take their time for is mailed, and opens what was stopped in its thread. A quick answer carries the hops of what it answers. One that
 * is braked is held before it has bytes: its author is told once why, the sign on it says that it waits, and it goes out when a person says so. Every
 * decision is written once with what it took from the buckets, so that a repeated try decides nothing anew.
 */
import { z } from 'zod';
import type { Account } from '../bridge/account.ts';
import {
  bucketKeys,
  circleOf,
  CIRCLE_MS,
  HOP_KEY,
  hopHeader,
  hopName,
  isHop,
  isPrompted,
  paceOf,
} from '../bridge/brakes-cause.ts';
import type { Way } from '../bridge/brakes-cause.ts';
import { renderHeld } from '../bridge/brakes-told.ts';
import { brakeOf, CAUSED_RATES, refill, SCOPES, STEADY_MARKS, steadyBrake } from '../bridge/brakes.ts';
import type { Brake, Bucket, Buckets, Scope } from '../bridge/brakes.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import type { IdKey } from '../bridge/ids.ts';
import { notice } from '../bridge/notices.ts';
import type { AccountId, Json, MessageKey } from '../bridge/types.ts';
import { latch, lateWords, lockBuckets, turnOf, unlatch, writeBuckets, writeVerdict } from '../db/brakes.ts';
import type { LateWords, Turn } from '../db/brakes.ts';
import { mailEvents } from '../db/outgoing.ts';
import type { Outgoing } from '../db/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import type { HeaderField } from '../mail/types.ts';
import { showStatus } from './mail-out-status.ts';
import type { JobDeps } from './deps.ts';
import type { Decision } from './worker.ts';

export interface BrakeDeps extends JobDeps {
  readonly countBrake: (account: AccountId, brake: Brake) => void;
}

/** go: with the fields that tell of what caused the mail. stop: what is written and ends the job; the yes of a person makes a new one. */
export type Braking =
  { readonly do: 'go'; readonly fields: readonly HeaderField[] } | { readonly do: 'stop'; readonly decision: Decision };

/** Decides about a closed mail. */
export async function brakeMail(deps: BrakeDeps, account: Account, mail: Outgoing): Promise<Braking> {
  const found = await turnOf(deps.db, mail.outgoing, STEADY_MARKS);
  if (found === null || found.verdict === 'released') return go();
  if (found.verdict === 'held' || found.verdict === 'cancelled') {
    return { do: 'stop', decision: { outcome: { do: 'done' } } };
  }
  const own = hopName(deps.ids, account.id);
  const { machine, relayed } = readMachine(found.said.content);
  // What another Mailroom says in the room is a mail, and the cause itself.
  const turn = relayed === null ? found : { ...found, cause: null };
  const { cause } = turn;
  if (relayed === null && (cause === null || paceOf(cause.shownAt, turn.said.at) === 'slow')) {
    return slowly(deps, account, mail, turn);
  }
  const way = relayed ?? cause?.facts.way ?? NO_WAY;
  if (turn.verdict === null) {
    const brake = await decide(deps, account, mail, turn, { way, machine, own });
    if (brake !== null) return stop(deps, account, mail, brake);
  }
  return go(hopHeader(way.hops, own));
}

function go(...fields: HeaderField[]): Braking {
  return { do: 'go', fields };
}

function stop(deps: BrakeDeps, account: Account, mail: Outgoing, brake: Brake): Braking {
  const decision: Decision = {
    outcome: { do: 'done' },
    write: (tx) => hold(tx, deps, account, mail, brake),
    after: () => {
      deps.countBrake(account.id, brake);
      deps.log.warn('an answer is held', { account: account.id, thread: mail.thread, outgoing: mail.outgoing, brake });
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

/** Whether a message is certainly of no person's making: a notice (spec, `m.notice`), or a mail that another Mailroom relays into the room, with its way. */
function readMachine(content: Json): { readonly machine: boolean; readonly relayed: Way | null } {
  const read = machineCodec.safeParse(content);
  if (!read.success) return { machine: false, relayed: null };
  const { msgtype, [ECHO_KEY]: echo, [HOP_KEY]: hops = [] } = read.data;
  const relayed = echo === undefined ? null : { ...NO_WAY, hops: hops.filter(isHop) };
  return { machine: relayed !== null || msgtype === 'm.notice', relayed };
}

/** Somebody took their time: a person, unless there is no end of it. */
async function slowly(deps: BrakeDeps, account: Account, mail: Outgoing, turn: Turn): Promise<Braking> {
  const answersUs = turn.cause !== null && refersToUs(deps.ids, turn.cause.facts);
  if (turn.latch === 'steady' || (answersUs && steadyBrake(turn.marks, turn.now))) {
    return stop(deps, account, mail, 'steady');
  }
  if (turn.latch !== null) await unlatch(deps.db, mail.thread);
  return go();
}

/** Decides about a quick answer, and writes down what it took where it may go. */
async function decide(
  deps: BrakeDeps,
  account: Account,
  mail: Outgoing,
  turn: Turn,
  known: { readonly way: Way; readonly machine: boolean; readonly own: string },
): Promise<Brake | null> {
  const { cause } = turn;
  const late = await lateWords(deps.db, mail.thread, CIRCLE_MS);
  const ours = late.filter((one) => one.ours).map(({ words }) => words);
  const theirs = late.filter((one) => !one.ours).map(({ words }) => words);
  const words = late.find(({ message }) => message === cause?.message)?.words ?? '';
  const references = cause === null ? [] : [...cause.facts.inReplyTo, ...cause.facts.references];
  const answered = {
    way: known.way,
    refersToUs: cause !== null && refersToUs(deps.ids, cause.facts),
    refers: references.length > 0,
    words,
  };
  const keys = bucketKeys({
    thread: mail.thread,
    sender: cause?.facts.from[0]?.address ?? null,
    subject: cause?.facts.subject ?? '',
  });
  return deps.db.transaction(async (tx) => {
    const locked = await lockBuckets(tx, account.id, Object.values(keys));
    const buckets = bucketsOf((scope) => locked.get(keys[scope]) ?? null);
    // Only an answer that was there before can have caused it.
    const since = cause === null || buckets.sender === null ? 0 : cause.at - buckets.sender.at;
    const mailedLately = since > 0 && since < CIRCLE_MS;
    if (!isPrompted(answered, ours, mailedLately)) {
      const sender = refill(buckets.sender, CAUSED_RATES.sender, turn.now);
      await writeBuckets(tx, account.id, [{ name: keys.sender, ...sender }]);
      return null;
    }
    const caused = { way: known.way, circle: circleOf(words, theirs, ours) };
    const author = known.machine ? 'machine' : 'unknown';
    // Several messages to one mail are one turn of a circle: further ones take from the thread and the account alone.
    const scopes = answeredAlready(late, cause?.message) ? FURTHER : SCOPES;
    const rates =
      scopes === FURTHER ? { ...CAUSED_RATES, 'sender-in-thread': UNBOUNDED, sender: UNBOUNDED } : CAUSED_RATES;
    const context = { own: known.own, author, rates, now: turn.now } as const;
    const { brake, buckets: after } = brakeOf(caused, { buckets, latched: turn.latch !== null }, context);
    if (brake === null) {
      const left = scopes.map((scope) => ({ name: keys[scope], bucket: after[scope] }));
      await writeBuckets(
        tx,
        account.id,
        left.flatMap(({ name, bucket }) => (bucket === null ? [] : [{ name, ...bucket }])),
      );
      await writeVerdict(tx, mail, 'passed', null);
    }
    return brake;
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
async function hold(tx: Transaction, deps: BrakeDeps, account: Account, mail: Outgoing, brake: Brake): Promise<void> {
  await writeVerdict(tx, mail, 'held', brake);
  const { since } = await latch(tx, account.id, mail.thread, brake);
  await showStatus(tx, deps, mail, 'deferred');
  const last = (await mailEvents(tx, mail.outgoing)).findLast(({ state }) => state === 'in');
  await addSend(
    tx,
    notice(deps.ids, {
      place: { account: account.id, thread: mail.thread, room: null },
      bot: deps.ghosts.bot,
      of: mail.thread,
      purpose: `brake:${since}:${mail.author}`,
      said: renderHeld(brake, account.language),
      replyTo: last?.event ?? null,
      mention: mail.author,
      outgoing: mail.outgoing,
    }),
  );
}

function refersToUs(ids: IdKey, facts: NonNullable<Turn['cause']>['facts']): boolean {
  return [...facts.inReplyTo, ...facts.references].some((id) => ids.isOwnMessageId(id));
}
