/** Spans of time in words. Pure. */
import type { Say } from './words.ts';

/** A span of time in its largest unit. */
export interface Span {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day';
}

/** `3 days`, as the keys that have a `$span` want it. */
export function spanText(say: Say, { count, unit }: Span): string {
  return say(`helpdesk-span-${unit}`, { count });
}
