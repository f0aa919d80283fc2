/** Rows of the table of `decideArrival`: who names a conversation in which they have no part. */
import type { Address } from '../../../../src/mail/types.ts';
import { allows, eve, refusing } from './arrival-rows.ts';
import type { Row } from './arrival-rows.ts';
import { fails, people, unchecked } from './arrival-world.ts';

/** Of the organisation of Bob. */
const colleague = { from: people('bea@x.example') } as const;

export const belonging: readonly Row[] = [
  [
    'who names a conversation of others and passes joins it marked, and the room is asked',
    { ...eve, answers: 'b1@bob' },
    'joins a (in-reply-to): newcomer in as marked, new eve@y.example, asks',
  ],
  [
    'who names a conversation of others and was not checked begins one of their own, near it',
    { ...eve, verdict: unchecked, answers: 'b1@bob' },
    'opens new (not-a-participant, near a): opened in as marked',
  ],
  [
    'who names a conversation of others and fails begins one of their own, near it',
    { ...colleague, verdict: fails, answers: 'b1@bob' },
    'opens new (not-a-participant, near a): opened in as marked',
  ],
  [
    'who names a conversation of others is not kept out where newcomers are refused: theirs is near it',
    { ...eve, ...refusing, answers: 'b1@bob' },
    'opens new (not-a-participant, near a): opened in as self',
  ],
  [
    'a colleague of a participant joins unmarked, new, and the room is told',
    { ...colleague, answers: 'b1@bob' },
    'joins a (in-reply-to): newcomer in as self, new bea@x.example, asks',
  ],
  [
    'a colleague whom nobody checked joins marked',
    { ...colleague, verdict: unchecked, answers: 'b1@bob' },
    'joins a (in-reply-to): newcomer in as marked, new bea@x.example, asks',
  ],
  [
    'a colleague who is told to look like one of ours keeps that mark',
    { from: [{ name: 'Alice', address: 'bea@x.example' as Address }], answers: 'b1@bob' },
    'joins a (in-reply-to): newcomer in as marked, new bea@x.example, asks',
  ],
  [
    'a colleague by machine is shown unmarked without a question',
    { ...colleague, kind: 'auto-reply', answers: 'own1@ours' },
    'joins a (own-id): newcomer in as self, new bea@x.example, notice',
  ],
  [
    'a colleague whom a rule allows takes part at once',
    { ...colleague, ...allows('x.example'), answers: 'b1@bob' },
    'joins a (in-reply-to): joined in as self',
  ],
  [
    'a colleague whom a member refused is kept out',
    { ...colleague, thread: { standing: 'refused' }, answers: 'b1@bob' },
    'kept-out: refused, tells bea@x.example',
  ],
  [
    'where the account checks nobody, whoever is of the organisation joins unmarked',
    { ...colleague, verdict: unchecked, authentication: 'none', answers: 'b1@bob' },
    'joins a (in-reply-to): newcomer in as self, new bea@x.example, asks',
  ],
  [
    'attack: a mail that could not be read begins a conversation of its own, whoever it names',
    { ...colleague, read: 'header', answers: 'b1@bob' },
    'unreadable: time opens new (not-a-participant) opened in',
  ],
];
