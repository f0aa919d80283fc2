/** The mail that tells a refusal to somebody outside. Pure. */
import type { Say } from './words.ts';

/** Its subject; `subject` is that of the refused mail, '' where it had none. */
export function refusalSubject(say: Say, subject: string): string {
  return subject === ''
    ? say('admission-refusal-subject-without-subject')
    : say('admission-refusal-subject', { subject });
}

/** Its paragraphs; `account` is the address that the mail was sent to. */
export function refusalParagraphs(say: Say, account: string): readonly string[] {
  return [
    say('admission-refusal-undelivered', { account }),
    say('admission-refusal-other-way'),
    say('admission-refusal-program'),
  ];
}
