/**
 * What keeps mail from going in circles. Brakes never lose a mail: one that is braked is shown in its room, and only what it would cause by itself (mail to
 * others, an answer by the machine) does not happen, with the reason said once. States are values; whoever keeps them passes them in and writes down
 * what comes back. Times are milliseconds.
 */
import type { HeaderField } from '../mail/types.ts';

/** The header of every mail that another mail caused: which Mailrooms it went through, oldest first. What a person said in a room begins anew, without it. */
export const HOP_HEADER = 'X-Mailroom-Hops';

/** Mailrooms that one mail may go through. */
const MOST_HOPS = 5;
/** Received fields of one mail (RFC 5321 section 6.3 asks for at least 100 before a server calls it a loop; a mail that people sent has below 20). */
const MOST_RECEIVED = 50;

/** A bucket of tokens: it holds `burst`, and gets `perHour` back. */
export interface Rate {
  readonly burst: number;
  readonly perHour: number;
}

/** How full a bucket is, and when that was. */
export interface Bucket {
  readonly level: number;
  readonly at: number;
}

const HOUR = 3_600_000;

/** One token out of a bucket. `null` for one that is new, and so full. A clock that went back fills nothing. */
export function take(
  bucket: Bucket | null,
  rate: Rate,
  now: number,
): { readonly ok: boolean; readonly bucket: Bucket; readonly waitMs: number } {
  const past = bucket === null ? 0 : Math.max(0, now - bucket.at);
  const level = bucket === null ? rate.burst : Math.min(rate.burst, bucket.level + (past * rate.perHour) / HOUR);
  const at = bucket === null ? now : Math.max(now, bucket.at);
  if (level >= 1) return { ok: true, bucket: { level: level - 1, at }, waitMs: 0 };
  const waitMs = rate.perHour <= 0 ? Number.POSITIVE_INFINITY : Math.ceil(((1 - level) * HOUR) / rate.perHour);
  return { ok: false, bucket: { level, at }, waitMs };
}

/** What is counted, narrowest first. */
export type Scope = 'sender-in-thread' | 'sender' | 'thread' | 'account';
export type Rates = Readonly<Record<Scope, Rate>>;
export type Buckets = Readonly<Record<Scope, Bucket | null>>;

/**
 * Mails that mails may cause. A person sends hardly five mails to one thread within minutes; two machines that answer each other, where everything
 * that would give them away was stripped on the way, do, and stop below ten.
 */
export const CAUSED_RATES: Rates = {
  'sender-in-thread': { burst: 4, perHour: 12 },
  sender: { burst: 20, perHour: 60 },
  thread: { burst: 20, perHour: 60 },
  account: { burst: 300, perHour: 1200 },
};

/** Mails that become events of a room at once; what is beyond waits its turn, so that one flood does not keep everybody else waiting. */
export const SHOWN_RATES: Rates = {
  'sender-in-thread': { burst: 40, perHour: 240 },
  sender: { burst: 60, perHour: 360 },
  thread: { burst: 100, perHour: 600 },
  account: { burst: 1000, perHour: 6000 },
};

/** Takes one token of each bucket, or, where one is empty, of none; says which, and how long until it would work. */
export function takeAll(
  buckets: Buckets,
  rates: Rates,
  now: number,
):
  | { readonly ok: true; readonly buckets: Buckets }
  | { readonly ok: false; readonly scope: Scope; readonly waitMs: number } {
  const taken = {
    'sender-in-thread': take(buckets['sender-in-thread'], rates['sender-in-thread'], now),
    sender: take(buckets.sender, rates.sender, now),
    thread: take(buckets.thread, rates.thread, now),
    account: take(buckets.account, rates.account, now),
  };
  for (const scope of ['sender-in-thread', 'sender', 'thread', 'account'] as const) {
    if (!taken[scope].ok) return { ok: false, scope, waitMs: taken[scope].waitMs };
  }
  const { sender, thread, account } = taken;
  return {
    ok: true,
    buckets: {
      'sender-in-thread': taken['sender-in-thread'].bucket,
      sender: sender.bucket,
      thread: thread.bucket,
      account: account.bucket,
    },
  };
}

/** Bodies of a thread that were seen lately, oldest first. */
export type Bodies = readonly { readonly hash: string; readonly at: number }[];

const REPEAT_WINDOW = 600_000;
const REPEATS = 3;
const BODIES_KEPT = 50;

/** Whether a body came for the third time within ten minutes. `hash` is of the words alone, without quotations: those grow with each turn. */
export function repeatedBody(
  seen: Bodies,
  hash: string,
  now: number,
): { readonly repeated: boolean; readonly seen: Bodies } {
  const recent = [...seen.filter(({ at }) => now - at < REPEAT_WINDOW), { hash, at: now }].slice(-BODIES_KEPT);
  return { repeated: recent.filter((one) => one.hash === hash).length >= REPEATS, seen: recent };
}

/** Which Mailrooms a mail has gone through,, oldest first; at most twenty are read. */
export function readHops(headers: readonly HeaderField[]): string[] {
  return headers
    .filter(({ name }) => name === HOP_HEADER.toLowerCase())
    .flatMap(({ value }) => value.split(/[\s,]+/))
    .filter((hop) => /^[a-z0-9]{4,32}$/.test(hop))
    .slice(0, 20);
}

/** The header of a mail that another mail caused. */
export function hopHeader(cause: readonly HeaderField[], own: string): HeaderField {
  return { name: HOP_HEADER, value: [...readHops(cause), own].join(' ') };
}

/** What a mail is braked for. */
export type Brake = 'own-hop' | 'hops' | 'received' | 'repeated-body' | 'latched' | `rate-${Scope}`;

export interface BrakeState {
  readonly buckets: Buckets;
  readonly bodies: Bodies;
  /** The thread was braked, and nobody of the room has said anything since: what goes in circles stays stopped. */
  readonly latched: boolean;
}

/**
 * Whether a mail may cause other mail by itself, and the state after it. What a person of the room says releases the latch (`releaseBrake`).
 *
 * @param own the name of this Mailroom in hop headers
 */
export function brakeOf(
  mail: { readonly headers: readonly HeaderField[]; readonly bodyHash: string },
  state: BrakeState,
  context: { readonly own: string; readonly rates: Rates; readonly now: number },
): { readonly brake: Brake | null; readonly state: BrakeState } {
  const { repeated, seen } = repeatedBody(state.bodies, mail.bodyHash, context.now);
  const after: BrakeState = { ...state, bodies: seen };
  const stop = (brake: Brake, latched: boolean) => ({ brake, state: { ...after, latched: latched || state.latched } });
  const hops = readHops(mail.headers);
  if (hops.includes(context.own)) return stop('own-hop', false);
  if (hops.length >= MOST_HOPS) return stop('hops', false);
  if (mail.headers.filter(({ name }) => name === 'received').length > MOST_RECEIVED) return stop('received', false);
  if (state.latched) return stop('latched', true);
  if (repeated) return stop('repeated-body', true);
  const taken = takeAll(state.buckets, context.rates, context.now);
  if (taken.ok) return { brake: null, state: { ...after, buckets: taken.buckets } };
  // A busy account or sender is no loop; a sender who does not leave a thread in peace is.
  return stop(`rate-${taken.scope}`, taken.scope === 'sender-in-thread' || taken.scope === 'thread');
}

/** A person has said something in the room: mails may cause mail again. The buckets stay as empty as they are. */
export function releaseBrake(state: BrakeState): BrakeState {
  return { ...state, bodies: [], latched: false };
}
