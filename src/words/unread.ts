/** Mails that are not shown as they are: not readable, too large, no longer kept. Pure. */
import { isVariant } from './words.ts';
import type { Say } from './words.ts';

/** Why a mail could not be read, by the parser's code for it. */
export function unreadReason(code: string, say: Say): string {
  return isVariant('unread-reason-', code) ? say(`unread-reason-${code}`) : say('unread-reason-failed');
}

/** A mail that could not be read. `sender` and `subject` are '' where they are not known. */
export function unreadMail(say: Say, sender: string, subject: string, reason: string): string {
  if (sender === '' && subject === '') return say('unread-mail-without-sender-and-subject', { reason });
  if (sender === '') return say('unread-mail-without-sender', { subject, reason });
  if (subject === '') return say('unread-mail-without-subject', { sender, reason });
  return say('unread-mail', { sender, subject, reason });
}

/** A mail that is larger than what is taken over. `sender` and `subject` are '' where they are not known. */
export function oversizeMail(say: Say, sender: string, subject: string, size: string, limit: string): string {
  if (sender === '' && subject === '') return say('unread-oversize-mail-without-sender-and-subject', { size, limit });
  if (sender === '') return say('unread-oversize-mail-without-sender', { subject, size, limit });
  if (subject === '') return say('unread-oversize-mail-without-subject', { sender, size, limit });
  return say('unread-oversize-mail', { sender, subject, size, limit });
}

/** The original of a mail is gone; `hash` is its SHA-256, null where that was not kept. */
export function sourceGone(say: Say, hash: string | null): string {
  return hash === null ? say('source-gone-without-hash') : say('source-gone', { hash });
}
