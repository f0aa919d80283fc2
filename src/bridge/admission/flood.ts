/**
 * How many rooms and ghosts strangers may make: a flood of mail fills one room, not the homeserver. Buckets of tokens
 * for each account and for each domain of senders in it, apart for those who are shown to be who they claim, so that a
 * flood of forged mail takes nothing from them. Pure: whoever keeps the buckets passes them in and writes down what
 * comes back. Times are milliseconds.
 */
import { refill } from '../bucket.ts';
import type { Bucket, Rate } from '../bucket.ts';

/** What an account bears within an hour, 0 for any number. An eighth of it at once. */
export interface FloodLimits {
  /** New rooms. */
  readonly rooms: number;
  /** New ghosts. */
  readonly ghosts: number;
}

/** A bucket by its name. */
export interface NamedBucket extends Bucket {
  readonly name: string;
}

/** A mail as far as it makes rooms and ghosts. */
export interface FloodMail {
  readonly limits: FloodLimits;
  /** Whether the account checks senders at all; where it does not, nobody is less believed than others. */
  readonly checks: boolean;
  /** Whether the check was passed. */
  readonly verified: boolean;
  /** Of the sender, in lower case; null where From names nobody. */
  readonly domain: string | null;
  /** Whether it begins a room. */
  readonly opens: boolean;
  /** Whether its sender has no ghost yet. */
  readonly newSender: boolean;
  /** People of To and Cc who would become ghosts and have none yet. */
  readonly newOthers: number;
  /** When the mailbox got it. */
  readonly at: number;
  readonly buckets: ReadonlyMap<string, Bucket>;
}

/**
 * - let-in: `cast`: whether To and Cc become ghosts, or the sender alone. `spent`: the buckets afterwards.
 * - overflow: it waits in the account's overflow room. `told`: whether it has a line there; above so many lines only
 *   the count grows.
 */
export type FloodDecision =
  | { readonly do: 'let-in'; readonly cast: 'all' | 'sender'; readonly spent: readonly NamedBucket[] }
  | {
      readonly do: 'overflow';
      readonly why: FloodReason;
      readonly told: boolean;
      readonly spent: readonly NamedBucket[];
    };

/** What was used up. */
export type FloodReason = 'rooms' | 'ghosts';

/** Whoever is not shown to be who they claim has this share of what an account bears. */
const UNVERIFIED_SHARE = 1 / 4;
/** One domain has this share of that. */
const DOMAIN_SHARE = 1 / 2;
/** So much of an hour's number at once. */
const BURST_SHARE = 1 / 8;

/** Lines in an overflow room: a mail that waits makes no flood of its own. */
const LINES: Rate = { burst: 200, perHour: 200 };
const LINES_NAME = 'in:lines';

type Kind = keyof FloodLimits;
const KINDS: readonly Kind[] = ['rooms', 'ghosts'];
const SCOPES = ['account', 'domain'] as const;

/** The buckets that decide about a mail; all of them are passed in, as far as they are there. */
export function floodBuckets(mail: Pick<FloodMail, 'verified' | 'domain'>): readonly string[] {
  return [...KINDS.flatMap((kind) => SCOPES.flatMap((scope) => nameOf(mail, kind, scope) ?? [])), LINES_NAME];
}

/**
 * Decides about a mail that would be shown.
 *
 * - One that needs neither a new room nor a ghost for its sender is let in, whatever else comes: whoever is in a
 *   conversation goes on talking.
 * - To and Cc become ghosts where the ghosts suffice for all of them; never those of a sender whom the account's check
 *   did not pass, who may name anybody.
 * - Where rooms are used up, or ghosts for senders, it waits.
 */
export function decideFlood(mail: FloodMail): FloodDecision {
  const levels = new Map<string, Bucket>();
  const wanted = { rooms: mail.opens ? 1 : 0, ghosts: mail.newSender ? 1 : 0 };
  const why = KINDS.find((kind) => !suffices(mail, levels, kind, wanted[kind]));
  if (why !== undefined) {
    const lines = refilled(mail, LINES_NAME, LINES);
    const told = lines.level >= 1;
    return { do: 'overflow', why, told, spent: told ? [{ name: LINES_NAME, ...lines, level: lines.level - 1 }] : [] };
  }
  const all = wanted.ghosts + mail.newOthers;
  const believed = mail.verified || !mail.checks;
  const cast = believed && suffices(mail, levels, 'ghosts', all) ? 'all' : 'sender';
  const takes = { rooms: wanted.rooms, ghosts: cast === 'all' ? all : wanted.ghosts };
  const spent = KINDS.filter((kind) => takes[kind] > 0).flatMap((kind) =>
    namesOf(mail, kind).flatMap((name) => {
      const bucket = levels.get(name);
      return bucket === undefined ? [] : [{ name, ...bucket, level: bucket.level - takes[kind] }];
    }),
  );
  return { do: 'let-in', cast, spent };
}

/** Whether so many can be taken in each scope; writes the refilled buckets into `levels`. */
function suffices(mail: FloodMail, levels: Map<string, Bucket>, kind: Kind, count: number): boolean {
  if (count === 0 || mail.limits[kind] === 0) return true;
  return SCOPES.every((scope) => {
    const name = nameOf(mail, kind, scope);
    if (name === null) return true;
    const bucket = refilled(mail, name, rateOf(mail, kind, scope));
    levels.set(name, bucket);
    return bucket.level >= count;
  });
}

function rateOf(mail: FloodMail, kind: Kind, scope: (typeof SCOPES)[number]): Rate {
  const share = (mail.verified || !mail.checks ? 1 : UNVERIFIED_SHARE) * (scope === 'domain' ? DOMAIN_SHARE : 1);
  const perHour = mail.limits[kind] * share;
  return { perHour, burst: Math.max(1, perHour * BURST_SHARE) };
}

/**
 * A bucket as it was when the mailbox got the mail. Mailboxes are read one after the other, so that an older mail can
 * come after a newer one: the time between them fills the bucket all the same.
 */
function refilled({ buckets, at }: FloodMail, name: string, rate: Rate): Bucket {
  const bucket = buckets.get(name) ?? null;
  if (bucket === null || bucket.at <= at) return refill(bucket, rate, at);
  return refill({ level: bucket.level, at: 2 * at - bucket.at }, rate, at);
}

function namesOf(mail: FloodMail, kind: Kind): readonly string[] {
  return SCOPES.flatMap((scope) => nameOf(mail, kind, scope) ?? []);
}

/** RFC 1035 section 2.3.4: a domain has at most 255 octets; what is longer is none, and shares one bucket. */
const DOMAIN_MAX = 255;

function nameOf(
  { verified, domain }: Pick<FloodMail, 'verified' | 'domain'>,
  kind: Kind,
  scope: (typeof SCOPES)[number],
): string | null {
  const base = `in:${kind}:${verified ? 'verified' : 'other'}`;
  if (scope === 'account') return base;
  return domain === null ? null : `${base}:${domain.slice(0, DOMAIN_MAX)}`;
}
