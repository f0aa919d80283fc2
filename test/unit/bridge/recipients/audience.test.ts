import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { audienceOf } from '../../../../src/bridge/recipients/audience.ts';
import type { MailPeople } from '../../../../src/bridge/recipients/recipients.ts';
import { parsePeople } from '../../../../src/mail/address.ts';
import type { Address, MessageId, Person } from '../../../../src/mail/types.ts';

const isOwn = (address: Address) => address === 'support@ours.example';
type Fields = Partial<Record<'from' | 'replyTo' | 'to' | 'cc', string>>;
const mail = (verified: boolean, fields: Fields, direction: 'in' | 'out' = 'in'): MailPeople => ({
  messageId: '<m@x>' as MessageId,
  direction,
  from: parsePeople(fields.from ?? 'bob@x.example'),
  replyTo: parsePeople(fields.replyTo ?? ''),
  to: parsePeople(fields.to ?? 'support@ours.example'),
  cc: parsePeople(fields.cc ?? ''),
  verified,
});
const list = (people: readonly Person[]) => people.map((one) => one.address).join(' ');

/** Bob, who is verified, wrote with Dana in Cc; both take part. */
const real = mail(true, { cc: 'dana@y.example' });
const participants = new Set(['bob@x.example', 'dana@y.example']);
const forged = mail(false, { replyTo: 'mallory@evil.example', cc: 'mallory@evil.example' });
const ours = mail(true, { from: 'support@ours.example', to: 'bob@x.example, dana@y.example' }, 'out');

const plain = {
  repliedTo: null,
  latestIncoming: forged,
  latestOutgoing: null,
  latestVerified: real,
  participants,
  chosen: [],
  senderOnly: false,
  asked: null,
  corrects: null,
};
type Given = Partial<Parameters<typeof audienceOf>[0]>;
const written = (given: Given) => {
  const { to, cc, why } = audienceOf({ ...plain, ...given }, isOwn);
  const notes = 'unverified' in why && why.unverified === true ? ' not verified' : '';
  const used = 'replyToUsed' in why && why.replyToUsed ? ' reply-to' : '';
  return `${list(to)} / ${list(cc)} by ${why.kind}${used}${notes}`;
};

describe('who gets an answer where a mail came for which nobody vouches', () => {
  const rows: readonly (readonly [name: string, given: Given, want: string])[] = [
    [
      'attack: the newest mail is forged with another Reply-To and Cc, and chooses nothing',
      {},
      'bob@x.example / dana@y.example by latest-incoming',
    ],
    [
      'attack: the newest mail is forged without the others, and takes nobody out',
      { latestIncoming: mail(false, {}) },
      'bob@x.example / dana@y.example by latest-incoming',
    ],
    [
      'attack: who replies to the forged mail itself answers its From without whom it brought',
      { repliedTo: forged },
      'bob@x.example /  by reply-to-message not verified',
    ],
    [
      'a Reply-To to somebody who takes part counts',
      { repliedTo: mail(false, { replyTo: 'dana@y.example' }) },
      'dana@y.example /  by reply-to-message reply-to not verified',
    ],
    [
      'a participant in Cc counts',
      { repliedTo: mail(false, { cc: 'dana@y.example, eve@z.example' }) },
      'bob@x.example / dana@y.example by reply-to-message not verified',
    ],
    [
      'attack: in a conversation that we began our own people stay its recipients',
      { latestVerified: null, latestOutgoing: ours },
      'bob@x.example dana@y.example /  by same-as-message',
    ],
    ['the sender alone is the verified one', { asked: 'sender' }, 'bob@x.example /  by sender-only'],
    [
      'the sender alone of a conversation that we began is who claims to take part, at their own address',
      { asked: 'sender', latestVerified: null, latestOutgoing: ours },
      'bob@x.example /  by sender-only not verified',
    ],
    [
      'where nobody is verified it is answered as any other, and that is said',
      { participants: null, latestVerified: null },
      'mallory@evil.example /  by latest-incoming reply-to not verified',
    ],
  ];
  for (const [name, given, want] of rows) {
    test(name, () => {
      assert.equal(written(given), want);
    });
  }
});

describe('who is banned from the room', () => {
  const banned = { name: '', address: 'bob@x.example' as Address, field: 'banned', wroteSince: true } as const;
  const trusting = { ...plain, participants: null, latestIncoming: real };
  const rows: readonly (readonly [name: string, given: Given, want: string])[] = [
    ['gets no answer although they wrote since; the others do', {}, 'dana@y.example /  by chosen'],
    ['gets none where somebody asks for the sender alone', { asked: 'sender' }, ' /  by nobody'],
    ['gets none where their mail is replied to', { repliedTo: mail(true, {}) }, ' /  by nobody'],
    [
      'attack: names another address of theirs in Reply-To, and gets none there',
      { latestIncoming: mail(true, { replyTo: 'bob2@z.example' }) },
      ' /  by nobody',
    ],
    [
      'gets none of a correction of what went to them as well',
      {
        corrects: {
          to: parsePeople('bob@x.example'),
          cc: parsePeople('dana@y.example'),
          why: { kind: 'same-as-message', of: 'bob@x.example' as Address },
          answers: null,
        },
      },
      'dana@y.example /  by same-as-message',
    ],
    [
      'gets none where others write to them',
      { latestIncoming: mail(true, { from: 'dana@y.example', cc: 'bob@x.example' }) },
      'dana@y.example /  by chosen',
    ],
  ];
  for (const [name, given, want] of rows)
    test(name, () => assert.equal(written({ ...trusting, chosen: [banned], ...given }), want));
});
