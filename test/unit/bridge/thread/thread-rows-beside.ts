import { A, B, candidate, stranger } from './thread-world.ts';
import type { Row } from './thread-world.ts';

/** Thread B was begun aside from thread A: erin was asked there, and bob and dana take part in A alone. */
const threads = new Map([
  [A, candidate(['bob@x', 'dana@y'], 'Printer broken', { beside: [B] })],
  [B, candidate(['erin@w'], 'Printer broken', { beside: [A] })],
]);
const facts = { threads };

export const beside: readonly Row[] = [
  {
    name: 'the customer who answers a mail of the side conversation is heard in the first',
    irt: 'own9@ours',
    facts,
    want: 'a:beside',
  },
  {
    name: 'so are they who have both in their References',
    irt: 'c1@carol',
    refs: 'own9@ours c1@carol',
    facts,
    want: 'a:beside',
  },
  {
    name: 'so are they at the address for answers of the side conversation',
    facts: { threads, tokens: [B] },
    want: 'a:beside',
  },
  {
    name: 'who was asked aside and names a mail of the first conversation is heard aside',
    irt: 'b1@bob',
    mail: { sender: 'erin@w', people: ['bob@x'] },
    facts,
    want: 'b:beside',
  },
  {
    name: 'also by one of ours',
    irt: 'own1@ours',
    mail: { sender: 'erin@w' },
    facts,
    want: 'b:beside',
  },
  {
    name: 'who was asked aside and answers what they got stays there',
    irt: 'own9@ours',
    mail: { sender: 'erin@w' },
    facts,
    want: 'b:own-id @own9@ours',
  },
  {
    name: 'a customer of whom nobody knows whether it is them chooses no other way by that',
    irt: 'own9@ours',
    mail: { verdict: 'fail' },
    facts,
    want: 'a:beside',
  },
  {
    name: 'somebody else who answers a mail of the side conversation is new there, and in the first nobody',
    irt: 'own9@ours',
    mail: stranger,
    facts,
    want: 'b:own-id* @own9@ours',
  },
  {
    name: 'a report about a mail of the side conversation stands there, whoever sends it',
    mail: { sender: 'bob@x', kind: 'dsn', reportOf: ['<own9@ours>' as never] },
    facts,
    want: 'b:report* @own9@ours',
  },
];
