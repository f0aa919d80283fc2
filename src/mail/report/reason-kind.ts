/** Why a mail was not delivered, in kinds that people can be told about. */
export type ReportReason =
  | 'unknown-user'
  | 'unknown-host'
  | 'moved'
  | 'no-mail-host'
  | 'mailbox-full'
  | 'disabled'
  | 'too-large'
  | 'spam'
  | 'authentication'
  | 'policy'
  | 'loop'
  | 'network'
  | 'expired'
  | 'rate'
  | 'refused'
  | 'other';
