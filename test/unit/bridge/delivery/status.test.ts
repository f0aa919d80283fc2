/** How far a report moves a recipient, and which report may: the pure parts of the delivery status. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  advances,
  DELAY_NOTICE_MS,
  findingsOf,
  nextTry,
  proofOf,
  deliverySignOf,
  isTheirTurn,
} from '../../../../src/bridge/delivery/status.ts';
import type { ReportedStatus, ReportSource, DeliveryStatus } from '../../../../src/bridge/delivery/status.ts';
import { deliveryLines, renderLeftOut, renderPaused } from '../../../../src/bridge/delivery/status-told.ts';
import { IdKey } from '../../../../src/bridge/ids.ts';
import { returnPath, returnTokens } from '../../../../src/bridge/delivery/return-path.ts';
import type { AccountId, EventId } from '../../../../src/bridge/types.ts';
import type { Report, ReportedRecipient } from '../../../../src/mail/report/report.ts';
import type { Address } from '../../../../src/mail/types.ts';
import { readHeader } from '../../../../src/mail/header/read-header.ts';
import { UTC } from '../../../../src/words/zones.ts';

const bob = 'Bob@Outside.test' as Address;
const eve = 'eve@evil.test' as Address;
const ours = 'support@ours.test' as Address;
const about = { messageId: null, envelopeId: null, subject: '', own: null };

const source: ReportSource = {
  by: 'message-id',
  returned: null,
  sender: null,
  closed: false,
  answerable: false,
  header: false,
};

const failed = (address: string | null, more: Partial<ReportedRecipient> = {}): ReportedRecipient => ({
  address: address as Address | null,
  original: null,
  action: 'failed',
  status: '5.1.1',
  reply: 550,
  reason: 'unknown-user',
  final: true,
  hard: true,
  diagnostic: '550 5.1.1 no',
  ...more,
});

const dsn = (...recipients: ReportedRecipient[]): Report => ({ kind: 'dsn', by: 'fields', about, recipients });

describe('climbing', () => {
  const rows: readonly [DeliveryStatus, ReportedStatus, boolean][] = [
    ['accepted', 'delayed', true],
    ['accepted', 'bounced', true],
    ['accepted', 'delivered', true],
    ['accepted', 'read', true],
    ['delayed', 'delayed', false],
    ['delayed', 'delivered', true],
    ['delivered', 'delayed', false],
    ['delivered', 'bounced', true],
    ['delivered', 'read', true],
    ['bounced', 'bounced', false],
    ['bounced', 'delivered', false],
    ['bounced', 'delayed', false],
    ['bounced', 'read', true],
    ['read', 'bounced', false],
    ['refused', 'bounced', false],
    ['refused', 'delivered', false],
    ['paused', 'bounced', false],
    ['waiting', 'bounced', true],
    ['deferred', 'delivered', true],
  ];
  for (const [from, to, expected] of rows) {
    it(`${expected ? 'goes' : 'does not go'} from ${from} to ${to}`, () => assert.equal(advances(from, to), expected));
  }

  it('ends: no sequence of reports changes a recipient for ever', () => {
    const deliveries = fc.constantFrom<ReportedStatus>('delayed', 'bounced', 'delivered', 'read');
    fc.assert(
      fc.property(fc.array(deliveries, { maxLength: 50 }), (reports) => {
        let delivery: DeliveryStatus = 'accepted';
        let changes = 0;
        for (const to of reports) {
          if (!advances(delivery, to)) continue;
          delivery = to;
          changes += 1;
        }
        assert.ok(changes <= 4);
      }),
    );
  });
});

describe('what proves a report', () => {
  const both = [bob, eve];
  const proof = (
    more: Partial<ReportSource>,
    recipient = bob,
    all: readonly Address[] = both,
    kind: 'dsn' | 'mdn' = 'dsn',
  ) => proofOf({ kind, by: 'fields' }, { ...source, ...more }, recipient, all, ours);

  it('the return path of this recipient, not that of another', () => {
    assert.equal(proof({ by: 'return-path', returned: bob }), 'return-path');
    assert.equal(proof({ by: 'return-path', returned: eve }), null);
  });
  it('the ENVID', () => assert.equal(proof({ by: 'envelope-id' }), 'envelope-id'));
  it('not the Message-ID, not the header of a mail that others have too', () => {
    assert.equal(proof({}), null);
    assert.equal(proof({ by: 'header', header: true }), null);
    assert.equal(proof({}, bob, [bob]), null);
  });
  it('the header of a mail that nobody else has, unless the report wants an answer', () => {
    assert.equal(proof({ header: true }, bob, [bob]), 'only-recipient');
    assert.equal(proof({ header: true, answerable: true }, bob, [bob]), null);
  });
  it('a sender who is vouched for: the mail system of the recipient or ours, nobody else', () => {
    assert.equal(proof({ sender: 'MAILER-DAEMON@outside.test' as Address }, 'bob@outside.test' as Address), 'sender');
    assert.equal(proof({ sender: 'postmaster@ours.test' as Address }), 'sender');
    assert.equal(proof({ sender: 'mailer-daemon@evil.test' as Address }), null);
    assert.equal(proof({ sender: 'carol@outside.test' as Address }, 'bob@outside.test' as Address), null);
    assert.equal(proof({ sender: eve }), null);
    assert.equal(proof({ sender: bob }, bob, both, 'mdn'), 'sender');
    assert.equal(proof({ sender: eve }, bob, both, 'mdn'), null);
  });
  it('nothing where the report is known by its words alone, wherever it came and whoever sent it', () => {
    const everything = { by: 'envelope-id', returned: bob, sender: bob, closed: true, header: true } as const;
    for (const kind of ['dsn', 'mdn'] as const) {
      assert.equal(proofOf({ kind, by: 'words' }, { ...source, ...everything }, bob, [bob], ours), null);
    }
  });
  it('anybody where whoever can send is known', () => assert.equal(proof({ sender: eve, closed: true }), 'sender'));
});

describe('what a report says of the recipients of a mail', () => {
  it('knows them in any spelling and by their original address, and nobody else', () => {
    const report = dsn(failed('bob@outside.TEST'), failed('x@y.test', { original: eve }), failed('stranger@z.test'));
    assert.deepEqual(
      findingsOf(report, [bob, eve], null).map(({ address, delivery }) => [address, delivery]),
      [
        [bob, 'bounced'],
        [eve, 'bounced'],
      ],
    );
  });
  it('takes the only recipient under another name, or whose return path it came to', () => {
    assert.equal(findingsOf(dsn(failed('alias@z.test')), [bob], null)[0]?.address, bob);
    assert.equal(findingsOf(dsn(failed(null)), [bob, eve], eve)[0]?.address, eve);
    assert.deepEqual(findingsOf(dsn(failed(null)), [bob, eve], null), []);
  });
  it('reads each action', () => {
    const delivery = (action: ReportedRecipient['action']) =>
      findingsOf(dsn(failed(bob, { action })), [bob], null)[0]?.delivery;
    assert.deepEqual((['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const).map(delivery), [
      'bounced',
      'delayed',
      'delivered',
      'delivered',
      'delivered',
    ]);
  });
  it('takes a receipt for reading only where it was displayed', () => {
    const mdn = (disposition: string): Report => ({
      kind: 'mdn',
      by: 'fields',
      about,
      recipient: bob,
      disposition,
      automatic: true,
    });
    assert.equal(findingsOf(mdn('displayed'), [bob, eve], null)[0]?.delivery, 'read');
    for (const other of ['deleted', 'denied', 'failed', 'processed', 'dispatched'])
      assert.deepEqual(findingsOf(mdn(other), [bob, eve], null), [], other);
  });
  it('takes a complaint for nothing', () =>
    assert.deepEqual(
      findingsOf({ kind: 'arf', by: 'fields', about, recipients: [bob], feedback: 'abuse' }, [bob], null),
      [],
    ));
});

describe('the sign of a mail', () => {
  const rows: readonly [readonly DeliveryStatus[], string][] = [
    [[], 'sent'],
    [['accepted'], 'sent'],
    [['accepted', 'delivered'], 'sent'],
    [['delivered', 'read'], 'delivered'],
    [['read', 'read'], 'read'],
    [['read', 'deferred'], 'deferred'],
    [['accepted', 'delayed'], 'deferred'],
    [['delayed', 'bounced'], 'failed'],
    [['accepted', 'paused'], 'sent'],
    [['read', 'paused'], 'read'],
    [['paused', 'paused'], 'failed'],
    [['paused', 'refused'], 'failed'],
    [['paused', 'waiting'], 'deferred'],
    [['read', 'refused'], 'failed'],
  ];
  for (const [deliveries, sign] of rows)
    it(`is ${sign} for ${deliveries.join(' and ') || 'nobody'}`, () => assert.equal(deliverySignOf(deliveries), sign));
});

describe('whose turn it is after a mail', () => {
  type Row = Parameters<typeof isTheirTurn>[0][number];
  const to = (state: Row['state']): Row => ({ field: 'to', state });
  const cc = (state: Row['state']): Row => ({ field: 'cc', state });
  const rows: readonly [string, readonly Row[], boolean, boolean][] = [
    ['theirs, where somebody in To has it', [to('accepted'), cc('bounced')], true, true],
    ['theirs, where one of two in To has it', [to('bounced'), to('delivered')], true, true],
    ['ours, where only a copy arrived', [to('bounced'), cc('delivered')], true, false],
    ['theirs, where those in To were left out and a copy arrived', [to('paused'), cc('accepted')], false, true],
    ['ours, where all were left out', [to('paused'), cc('paused')], true, false],
    ['theirs, while To is still tried', [to('deferred'), cc('refused')], false, true],
    ['ours, where nothing more is tried', [to('waiting')], true, false],
    ['ours, where nothing was composed', [], true, false],
    ['theirs, where it went to blind copies alone', [{ field: 'bcc', state: 'accepted' }], false, true],
  ];
  for (const [what, recipients, over, theirs] of rows)
    it(what, () => assert.equal(isTheirTurn(recipients, over), theirs));
});

describe('the next try', () => {
  const hour = 3_600_000;
  it('is as planned', () => {
    assert.equal(nextTry(60_000, 0), 60_000);
    assert.equal(nextTry(4 * hour, 5 * hour), 4 * hour);
  });
  it('is not after the moment at which a delay is told', () => {
    assert.equal(nextTry(4 * hour, hour), 3 * hour);
    assert.equal(nextTry(4 * hour, DELAY_NOTICE_MS - 10), 1_000);
  });
});

describe('return paths', () => {
  const ids = new IdKey('a key for tests');
  const outgoing = ids.outgoing('support' as AccountId, '$first' as EventId);
  it('hold a token for each recipient and are read from where a report was delivered to', () => {
    const token = ids.returnToken(outgoing, 'bob@outside.test');
    assert.notEqual(token, ids.returnToken(outgoing, 'eve@evil.test'));
    const path = returnPath(ours, token) ?? assert.fail('no path');
    assert.equal(path, `support+b.${token}@ours.test`);
    const isOwn = (address: Address) => address.endsWith('@ours.test');
    const fields = [{ name: 'envelope-to', value: path.toUpperCase() }];
    assert.deepEqual(returnTokens(readHeader(fields), isOwn), [token]);
    assert.deepEqual(returnTokens(readHeader([{ name: 'to', value: path.replace('ours', 'evil') }]), isOwn), []);
    assert.deepEqual(returnTokens(readHeader([{ name: 'subject', value: path }]), isOwn), []);
  });
  it('are not made where the local part would be too long', () => {
    assert.equal(returnPath(`${'x'.repeat(40)}@ours.test` as Address, 'a'.repeat(26)), null);
  });
  it('an ENVID is read back, and a forged one is not', () => {
    const id = ids.envelopeId(outgoing, 1);
    assert.match(id, /^[\x21-\x7e]{1,100}$/);
    assert.deepEqual(ids.readEnvelopeId(id.toUpperCase()), { outgoing, leaked: false });
    for (const forged of [
      outgoing,
      `${outgoing}.`,
      `${id}x`,
      `x${id}`,
      '',
      '.',
      new IdKey('another').envelopeId(outgoing, 1),
    ])
      assert.equal(ids.readEnvelopeId(forged), null, forged);
  });
  it('a Message-ID of ours names its mail', () => {
    const id = ids.ownMessageId(outgoing, 'ours.test');
    assert.deepEqual(ids.readOwnMessageId(id), { outgoing, leaked: false });
    assert.equal(new IdKey('another').readOwnMessageId(id), null);
  });
});

describe('words', () => {
  const row = { action: null, reason: null, status: null, words: '', claimed: null } as const;
  const mail = {
    at: new Date('2026-11-22T17:20:30Z'),
    author: 'Alice',
    whole: null,
    recipients: [
      { ...row, address: bob, delivery: 'delivered', action: 'relayed' },
      {
        ...row,
        address: eve,
        delivery: 'bounced',
        reason: 'unknown-user',
        status: '5.1.1',
        words: '550 5.1.1 no such user',
      },
      { ...row, address: 'c@c.test' as Address, delivery: 'accepted', claimed: 'bounced' },
    ],
  } as const;
  it('tell each recipient in a line of its own', () => {
    assert.deepEqual(deliveryLines([mail], { language: 'en', zone: UTC }), [
      'Mail of 2026-11-22 17:20 UTC, by Alice:',
      '– Bob@Outside.test: handed on to a server that does not tell whether it delivers it',
      '– eve@evil.test: not delivered. There is no such address. The server says: 550 5.1.1 no such user',
      '– c@c.test: handed to the mail server (a report that anybody could have written says: not delivered)',
    ]);
  });
  it('name every standing in each language', () => {
    const deliveries: readonly DeliveryStatus[] = [
      'waiting',
      'deferred',
      'accepted',
      'refused',
      'paused',
      'delayed',
      'bounced',
      'delivered',
      'read',
    ];
    for (const language of ['en', 'de', 'fr'] as const) {
      const lines = deliveryLines(
        [{ ...mail, recipients: deliveries.map((delivery) => ({ ...row, address: bob, delivery })) }],
        { language, zone: UTC },
      );
      assert.equal(new Set(lines).size, deliveries.length + 1, language);
    }
  });
  it('say since when and why an address is paused', () => {
    const paused = [{ address: bob, reason: 'unknown-user', since: new Date('2026-11-22T01:00:00Z') }];
    const reader = { language: 'en', zone: UTC } as const;
    assert.equal(
      renderPaused(paused, reader).body,
      'Nothing has been sent to Bob@Outside.test since 2026-11-22: There is no such address. !mail unpause ' +
        'Bob@Outside.test tries again.\nSo nobody gets this message: it is not mailed. It leaves after that command. ' +
        'To write to another address, set it with !mail to ADDRESS and say it again.',
    );
    const { body } = renderLeftOut(paused, reader);
    assert.match(
      body,
      /^Bob@Outside\.test is left out of this mail .* since 2026-11-22\. There is no such address\. If /,
    );
    assert.match(body, /\nThe others get this mail; ✔️ on it is about them\./);
    const many = Array.from({ length: 30 }, () => paused).flat();
    assert.equal(renderLeftOut(many, reader).body.split('\n').length, 22, 'a bounded list');
  });
});
