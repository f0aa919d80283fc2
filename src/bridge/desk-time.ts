/** Times as people write them after `!mail snooze`. */

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
/** The longest that a thread can sleep, milliseconds. */
const LONGEST = 366 * 86_400_000;
/** The hour at which a day without a time begins, UTC: there before the office opens, whose time zone nobody has told. */
const MORNING = 'T06:00Z';

/**
 * When a snooze ends: `30m`, `4h`, `3d`, `2w` from now, or `2026-12-01`, `2026-12-01T14:00` (UTC unless it names a zone). Null for
 * what is none of these, is over, or is more than a year ahead.
 */
export function snoozeEnd(text: string, now: Date): Date | null {
  const span = /^(\d{1,4})\s?([mhdw])$/i.exec(text.trim());
  const date = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})?)?$/i.exec(text.trim());
  const unit = UNITS[(span?.[2] ?? '').toLowerCase()];
  const at =
    span !== null && unit !== undefined
      ? now.getTime() + Number(span[1]) * unit
      : date === null
        ? Number.NaN
        : Date.parse(
            date[2] === undefined ? `${date[1] ?? ''}${MORNING}` : `${date[1] ?? ''}T${date[2]}${date[3] ?? 'Z'}`,
          );
  const ahead = at - now.getTime();
  return ahead > 0 && ahead <= LONGEST ? new Date(at) : null;
}

/** A span in its largest unit, rounded down; less than a minute is one. */
export function spanOf(seconds: number): { readonly count: number; readonly unit: 'minute' | 'hour' | 'day' } {
  if (seconds < 3600) return { count: Math.max(1, Math.floor(seconds / 60)), unit: 'minute' };
  if (seconds < 48 * 3600) return { count: Math.floor(seconds / 3600), unit: 'hour' };
  return { count: Math.floor(seconds / 86_400), unit: 'day' };
}
