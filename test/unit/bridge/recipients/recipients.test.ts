import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { recipientsFor, sameRecipients } from '../../../../src/bridge/recipients/recipients.ts';
import type { MailPeople } from '../../../../src/bridge/recipients/recipients.ts';
import { addressKey, parsePeople } from '../../../../src/mail/address.ts';
import type { Address, MessageId, Person } from '../../../../src/mail/types.ts';

const isOwn = (address: Address) => /^(?:support|help)(?:\+[^@]*)?@ours\.example$/i.test(address);
type Fields = Partial<Record<'from' | 'replyTo' | 'to' | 'cc' | 'id', string>> & { out?: boolean };
const mail = (fields: Fields): MailPeople => ({
  messageId: (fields.id ?? '<m@x>') as MessageId,
  direction: fields.out === true ? 'out' : 'in',
  from: parsePeople(fields.from ?? 'Bob <bob@x.example>'),
  replyTo: parsePeople(fields.replyTo ?? ''),
  to: parsePeople(fields.to ?? 'support@ours.example'),
  cc: parsePeople(fields.cc ?? ''),
  verified: true,
});
const list = (people: readonly Person[]) => people.map((one) => one.address).join(' ');
const latest = (fields: Fields) => recipientsFor({ repliedTo: null, latestIncoming: mail(fields) }, isOwn);

describe('the latest incoming mail', () => {
  test('its sender', () => {
    assert.deepEqual(latest({}), {
      to: [{ name: 'Bob', address: 'bob@x.example' }],
      cc: [],
      why: { kind: 'latest-incoming', of: 'bob@x.example', replyToUsed: false },
      answers: '<m@x>',
    });
  });

  test('everybody in To and Cc, without addresses of the account', () => {
    const got = latest({ to: 'Support@ours.example, d@y.example', cc: 'e@y.example, help+a@ours.example' });
    assert.deepEqual([list(got.to), list(got.cc)], ['bob@x.example d@y.example', 'e@y.example']);
  });

  test('nobody twice, in whatever spelling, and with the name that somebody gave', () => {
    const got = latest({
      from: 'bob@x.example',
      to: 'support@ours.example, Bob B <BOB@x.example>',
      cc: 'bob@X.example',
    });
    assert.deepEqual([got.to, got.cc], [[{ name: 'Bob B', address: 'bob@x.example' }], []]);
  });

  test('Reply-To chooses where, and is noted where it is unlike From', () => {
    const other = latest({ replyTo: 'work@x.example' });
    assert.equal(list(other.to), 'work@x.example');
    assert.deepEqual(other.why, { kind: 'latest-incoming', of: 'bob@x.example', replyToUsed: true });
    const same = latest({ replyTo: 'BOB@x.example' });
    assert.deepEqual(same.why, { kind: 'latest-incoming', of: 'bob@x.example', replyToUsed: false });
  });

  test('Reply-To to ourselves is no place to answer to', () => {
    assert.equal(list(latest({ replyTo: 'support@ours.example' }).to), 'bob@x.example');
  });

  test('several senders', () =>
    assert.equal(list(latest({ from: 'a@x.example, b@x.example' }).to), 'a@x.example b@x.example'));
});

describe('we were in Bcc', () => {
  test('the sender alone', () => {
    const got = latest({ to: 'd@y.example', cc: 'e@y.example' });
    assert.deepEqual([list(got.to), list(got.cc), got.why.kind], ['bob@x.example', '', 'bcc-sender-only']);
  });
  test('where one Reply-To asks for it, there', () => {
    const got = latest({ to: '', replyTo: 'work@x.example' });
    assert.deepEqual(
      [list(got.to), got.why],
      ['work@x.example', { kind: 'bcc-sender-only', of: 'bob@x.example', replyToUsed: true }],
    );
  });
  test('never to a list that the others are on', () => {
    assert.equal(list(latest({ to: 'list@y.example', replyTo: 'list@y.example' }).to), 'bob@x.example');
    assert.equal(list(latest({ to: 'd@y.example', replyTo: 'a@y.example, b@y.example' }).to), 'bob@x.example');
  });
});

describe('the message replied to', () => {
  test('its people, not those of the latest', () => {
    const got = recipientsFor(
      { repliedTo: mail({ from: 'old@x.example', id: '<old@x>' }), latestIncoming: mail({ from: 'new@x.example' }) },
      isOwn,
    );
    assert.deepEqual([list(got.to), got.answers, got.why.kind], ['old@x.example', '<old@x>', 'reply-to-message']);
  });
  test('our own: to whom it went', () => {
    const ours = mail({
      out: true,
      from: 'support@ours.example',
      to: 'd@y.example',
      cc: 'e@y.example, help@ours.example',
      id: '<o@ours>',
    });
    const got = recipientsFor({ repliedTo: ours, latestIncoming: mail({}) }, isOwn);
    assert.deepEqual([list(got.to), list(got.cc), got.answers], ['d@y.example', 'e@y.example', '<o@ours>']);
  });
  test('our own to nobody outside: the latest incoming decides', () => {
    const ours = mail({ out: true, from: 'support@ours.example', to: 'help@ours.example' });
    assert.equal(list(recipientsFor({ repliedTo: ours, latestIncoming: mail({}) }, isOwn).to), 'bob@x.example');
  });
});

describe('nothing came in', () => {
  test('the people of our latest', () => {
    const ours = mail({ out: true, from: 'support@ours.example', to: 'd@y.example' });
    const got = recipientsFor({ repliedTo: null, latestIncoming: null, latestOutgoing: ours }, isOwn);
    assert.deepEqual([list(got.to), got.why.kind], ['d@y.example', 'same-as-message']);
  });
  test('nobody at all', () => {
    const got = recipientsFor({ repliedTo: null, latestIncoming: null }, isOwn);
    assert.deepEqual(got, { to: [], cc: [], why: { kind: 'nobody' }, answers: null });
  });
});

test('recipients are the same by their roles, whatever their names and order', () => {
  const of = (to: string, cc = '') => ({ to: parsePeople(to), cc: parsePeople(cc) });
  assert.ok(sameRecipients(of('A <a@x.example>, b@x.example'), of('B@x.example, a@x.example')));
  assert.ok(!sameRecipients(of('a@x.example', 'b@x.example'), of('a@x.example, b@x.example')));
  assert.ok(!sameRecipients(of('a@x.example'), of('a@x.example, b@x.example')));
});

test('recipients are never an own address, one twice, or somebody whom the mail does not name', () => {
  const people = fc
    .array(
      fc.constantFrom(
        'support@ours.example',
        'help+1@ours.example',
        'a@x.example',
        'A@x.example',
        'b@x.example',
        'c@y.example',
      ),
      { maxLength: 4 },
    )
    .map((addresses) => addresses.join(', '));
  const one = fc.option(
    fc.record({ from: people, replyTo: people, to: people, cc: people, out: fc.boolean() }).map(mail),
    { nil: null },
  );
  fc.assert(
    fc.property(one, one, one, (repliedTo, latestIncoming, latestOutgoing) => {
      const got = recipientsFor({ repliedTo, latestIncoming, latestOutgoing }, isOwn);
      const all = [...got.to, ...got.cc].map((person) => addressKey(person.address));
      const named = [repliedTo, latestIncoming, latestOutgoing].flatMap((from) =>
        from === null
          ? []
          : [...from.from, ...from.replyTo, ...from.to, ...from.cc].map((person) => addressKey(person.address)),
      );
      assert.equal(new Set(all).size, all.length);
      assert.ok([...got.to, ...got.cc].every((person) => !isOwn(person.address)));
      assert.ok(all.every((key) => named.includes(key)));
      assert.equal(got.to.length === 0, got.why.kind === 'nobody');
    }),
    { numRuns: 2000 },
  );
});
