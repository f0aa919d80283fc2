/** Rows of `decideArrival` about mail that is older than its account. */
import type { OldMailKnown } from '../../../../src/bridge/admission/old-mail.ts';
import type { Row } from './arrival-rows.ts';
import { knownMessage, rejects } from './arrival-world.ts';

const few: OldMailKnown = { bound: 10, atOnce: 3, waiting: false };
const many: OldMailKnown = { bound: 10, atOnce: 11, waiting: false };
const old = (known: OldMailKnown = many) => ({ lookups: { old: known } });
const quietly = { ...old(), letIn: true, quiet: true };

export const ofOldMail: readonly Row[] = [
  ['a few old mails come in as new', old(few), 'opens new (no-references): opened in as self'],
  ['many wait', old(), 'waits as old'],
  ['one of many waits that answers a conversation', { ...old(), answers: 'b1@bob' }, 'waits as old'],
  ['one of many waits in Sent', { ...old(), role: 'sent' }, 'waits as old'],
  ['one of many waits before its sender is looked at', { ...old(), verdict: rejects }, 'waits as old'],
  ['a copy is no old mail', { lookups: { similar: [knownMessage()], old: many } }, 'copy of first'],
  ['one of many waits of which only the header can be read', { ...old(), read: 'header' }, 'unreadable-old: time'],
  ['one of many waits of which nothing can be read', { ...old(), read: 'nothing' }, 'unreadable-old: time'],
  ['what a member let in as new is new', { ...old(), letIn: true }, 'opens new (no-references): opened in as self'],
  ['what a member let in quietly is quiet', quietly, 'opens new (no-references): opened in as self, quiet'],
  [
    'it sounds in no room where there are people',
    { ...quietly, answers: 'b1@bob' },
    'joins a (in-reply-to): joined in as self, notice, quiet',
  ],
  [
    'in a room without a sound it is as it was written',
    { ...quietly, answers: 'b1@bob', thread: { quiet: true } },
    'joins a (in-reply-to): joined in as self, quiet',
  ],
  [
    'quietly, nobody is asked about somebody new',
    { ...quietly, answers: 'own1@ours', from: [{ name: '', address: 'carl@y.example' as never }] },
    'joins a (own-id): newcomer in as marked, new carl@y.example, notice, quiet',
  ],
  [
    'quietly, nobody is asked about a sender whom nobody vouches for any more',
    { ...quietly, verdict: rejects },
    'opens new (no-references): opened in as marked, quiet',
  ],
  [
    'quietly, an automatic reply of no conversation is left',
    { ...quietly, kind: 'auto-reply' },
    'left: old: of no conversation',
  ],
];
