import type { MailKind, ParsedMail } from './types.ts';

/** What the kind of a mail is decided on. */
export type ClassifyInput = Pick<ParsedMail, 'headers' | 'from' | 'subject' | 'text' | 'html' | 'files' | 'report'>;

/** The kind of a mail. */
export function classify(mail: ClassifyInput): MailKind {
  return mail.report.some((part) => part.type === 'message/delivery-status') ? 'dsn' : 'message';
}
