/** What is said of a thing of which something may be missing: a name, a size, how long it lasts, when it was. Pure. */
import type { Say } from './words.ts';

/** The mark in place of an image; `alt` is its alternative text, '' where it has none. */
export function imageMark(say: Say, alt: string): string {
  return alt === '' ? say('mail-image-without-alt') : say('mail-image', { alt });
}

/** Before hidden text in HTML; `reason` is '' where none was given. */
export function spoilerLabel(say: Say, reason: string): string {
  return reason === '' ? say('outgoing-spoiler-label-without-reason') : say('outgoing-spoiler-label', { reason });
}

/**
 * What a clock showed: month from 1, time as `17:05`, with its zone where the reader would take it for another. Each
 * language has its own order, in its texts.
 */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

/** Before what is quoted; `date` is null where it is not known. */
export function wroteLine(say: Say, name: string, date: WrittenDate | null): string {
  if (date === null) return say('outgoing-wrote', { name });
  const { year, month, day, time } = date;
  return say('outgoing-wrote-at', { name, year, month: two(month), day: two(day), time });
}

/** What the header of a forwarded mail says; '' for nothing, and `date` null. */
export interface ForwardedHeader {
  readonly from: string;
  readonly date: WrittenDate | null;
  readonly subject: string;
  readonly to: string;
  readonly cc: string;
}

/** The lines above a forwarded mail, as mail programs write them. No field of a stranger ends a line or turns one. */
export function forwardedLines(say: Say, { from, date, subject, to, cc }: ForwardedHeader): string[] {
  const plain = (text: string) => text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069\s]+/gu, ' ').trim();
  const day = date === null ? null : { ...date, month: two(date.month), day: two(date.day) };
  return [
    say('outgoing-forwarded-from', { people: plain(from) }),
    ...(day === null ? [] : [say('outgoing-forwarded-date', day)]),
    say('outgoing-forwarded-subject', { subject: plain(subject) }),
    ...(to === '' ? [] : [say('outgoing-forwarded-to', { people: plain(to) })]),
    ...(cc === '' ? [] : [say('outgoing-forwarded-cc', { people: plain(cc) })]),
  ].map((line) => line.trimEnd());
}

/** A file that is attached; `size` is null where it is not known. */
export function attachedLine(say: Say, name: string, size: string | null): string {
  return size === null ? say('outgoing-attached-without-size', { name }) : say('outgoing-attached', { name, size });
}

/** In place of a voice message; `duration` is null where it is not known, here and below. */
export function voiceMessageLine(say: Say, duration: string | null): string {
  return duration === null
    ? say('outgoing-voice-message-without-duration')
    : say('outgoing-voice-message', { duration });
}

/** In place of a sound. */
export function audioLine(say: Say, name: string, duration: string | null): string {
  return duration === null
    ? say('outgoing-audio-without-duration', { name })
    : say('outgoing-audio', { name, duration });
}

/** In place of a film. */
export function videoLine(say: Say, name: string, duration: string | null): string {
  return duration === null
    ? say('outgoing-video-without-duration', { name })
    : say('outgoing-video', { name, duration });
}

/** Before the link to a place on a map; `description` is '' where nothing is said of it. */
export function locationLine(say: Say, description: string): string {
  return description === '' ? say('outgoing-location-without-description') : say('outgoing-location', { description });
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
