/** Buckets of tokens, by which more than so many of something within a time are told. Pure; times are milliseconds. */

const HOUR = 3_600_000;

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

/** A bucket as it is by now; `null` for one that is new, and so full. A clock that went back fills nothing. */
export function refill(bucket: Bucket | null, rate: Rate, now: number): Bucket {
  if (bucket === null) return { level: rate.burst, at: now };
  const past = Math.max(0, now - bucket.at);
  return { level: Math.min(rate.burst, bucket.level + (past * rate.perHour) / HOUR), at: Math.max(now, bucket.at) };
}

/** One token out of a bucket. */
export function take(
  bucket: Bucket | null,
  rate: Rate,
  now: number,
): { readonly ok: boolean; readonly bucket: Bucket; readonly waitMs: number } {
  const { level, at } = refill(bucket, rate, now);
  if (level >= 1) return { ok: true, bucket: { level: level - 1, at }, waitMs: 0 };
  const waitMs = rate.perHour <= 0 ? Number.POSITIVE_INFINITY : Math.ceil(((1 - level) * HOUR) / rate.perHour);
  return { ok: false, bucket: { level, at }, waitMs };
}
