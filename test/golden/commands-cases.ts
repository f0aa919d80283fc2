/**
 * Further uses of commands, whose answers stand in the golden files in `commands/`. Every command is there without being named
 * here: without arguments where it may have none, with its example, by somebody who may not use it, and with its help.
 */
import type { CommandName, CommandPlace } from '../../src/bridge/commands-table.ts';

export interface CommandCase {
  /** What Alice, who moderates, writes after the prefix; one after the other. */
  readonly says: readonly string[];
  /** Else the command's first place. */
  readonly where?: CommandPlace;
  /** Whether they write it as a reply to the mail of the conversation. */
  readonly reply?: boolean;
  /** What has happened before. */
  readonly before?: string;
}

const QUARANTINED = `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, reason)
  VALUES ('support', 'INBOX', 'watched', 1, 7, 2000, 'quarantined', 'parse-time: took too long')`;

export const CASES: Readonly<Partial<Record<CommandName, readonly CommandCase[]>>> = {
  help: [{ says: ['hlep', 'xyzzy', 'help xyzzy', 'help claim accept'] }, { says: ['help accept'] }],
  to: [
    { says: ['to'], reply: true },
    { says: ['to carol@example.org', 'to Bob', 'to none', 'to support@mailroom.test'] },
  ],
  cc: [{ says: ['cc Carol <carol@example.org>, dave@example.org', 'cc -dave@example.org', 'to'] }],
  bcc: [{ says: ['bcc +erin@example.org', 'bcc none'] }],
  from: [{ says: ['from boss@example.org', 'from Support@mailroom.test', 'from'] }],
  subject: [{ says: ['subject Lamps, at last', 'subject'] }],
  'reply-to-sender': [{ says: ['reply-to-sender', 'to', 'reply-to-sender off', 'to'] }],
  cancel: [{ says: ['compose', 'cancel', 'cancel'] }],
  compose: [
    { says: ['compose subject: Lamps, account: elsewhere', 'cancel'] },
    { says: ['compose cc: bob@example.org, bcc: erin@example.org, subject: Lamps\nDear Bob,\nthe lamps.'] },
  ],
  status: [{ says: ['status now'] }],
  source: [{ says: ['source'], reply: true }],
  why: [{ says: ['why'], reply: true }],
  block: [
    { says: ['block bob', 'block elsewhere.example', 'block *.example here', 'block a.example b.example'] },
    { says: ['block'], reply: true },
  ],
  allow: [{ says: ['allow', 'allow elsewhere.example here'], reply: true }],
  rules: [
    { says: ['block elsewhere.example', 'allow bob@x.example here', 'rules', 'rules drop elsewhere.example', 'rules drop nobody.example'] }, // prettier-ignore
  ],
  entry: [{ says: ['entry', 'entry open', 'entry asked'] }],
  queue: [{ says: ['queue elsewhere'] }],
  quarantine: [
    { says: ['quarantine', 'quarantine show 1', 'quarantine retry 1', 'quarantine'], before: QUARANTINED },
    { says: ['quarantine show 99', 'quarantine elsewhere'] },
  ],
  language: [{ says: ['language', 'language fr', 'language Deutsch', 'language', 'language en', 'language xx'] }],
  claim: [{ says: ['claim', 'claim', 'unclaim', 'unclaim'] }],
  done: [{ says: ['done', 'done', 'reopen', 'reopen'] }],
  snooze: [{ says: ['snooze soon', 'snooze 1s', 'snooze 4h'] }],
  list: [{ says: ['claim', 'list mine', 'list all', 'list all 2'] }, { says: ['list elsewhere'], where: 'management' }],
};
