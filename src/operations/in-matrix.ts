/** What the commands in Matrix have become from outside: an operation, or the reason why there is none. */
import type { CommandName } from '../bridge/commands-table.ts';

/** `operations`: ids of the table that do the same; `only`: why it is in Matrix alone. */
export type FromOutside = { readonly operations: readonly string[] } | { readonly only: string };

const NEXT = 'it is about the next message that somebody writes in that room; `thread` shows who will get it';

export const FROM_OUTSIDE: Readonly<Record<CommandName, FromOutside>> = {
  help: { only: '`mailroom ctl --help` and openapi.json are its like' },
  to: { only: NEXT },
  cc: { only: NEXT },
  bcc: { only: NEXT },
  from: { only: NEXT },
  subject: { only: NEXT },
  'reply-to-sender': { only: NEXT },
  compose: { operations: ['compose'] },
  cancel: { only: 'nothing is asked back from outside' },
  status: { operations: ['thread', 'mails', 'accounts'] },
  list: { operations: ['threads'] },
  claim: { operations: ['claim'] },
  unclaim: { operations: ['unclaim'] },
  assign: { operations: ['assign'] },
  done: { operations: ['done'] },
  reopen: { operations: ['reopen'] },
  snooze: { operations: ['snooze'] },
  retry: { operations: ['retry'] },
  unpause: { operations: ['unpause'] },
  source: { operations: ['source'] },
  why: { operations: ['why'] },
  move: { operations: ['move'] },
  split: { operations: ['split'] },
  merge: { operations: ['merge'] },
  accept: { operations: ['held', 'held-accept'] },
  refuse: { operations: ['held', 'held-refuse'] },
  block: { operations: ['block'] },
  allow: { operations: ['allow'] },
  rules: { operations: ['rules', 'rules-drop'] },
  entry: { operations: ['entry', 'entry-set'] },
  brake: { operations: ['brakes', 'brake-reset'] },
  breaker: { operations: ['breaker', 'breaker-reset'] },
  accounts: { operations: ['accounts'] },
  queue: { operations: ['queue'] },
  quarantine: { operations: ['quarantine', 'quarantine-show', 'quarantine-retry'] },
  language: { only: 'it is how the bot speaks to one person' },
};
