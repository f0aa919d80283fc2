/** Mails of ours on their way and the reports that come back, from what was said to what the room is shown. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { DELAY_NOTICE_MS, plainDelivery } from '../../../src/bridge/delivery/status.ts';
import type { EventId } from '../../../src/bridge/types.ts';
import { purgeOutgoing } from '../../../src/db/purge.ts';
import { mailStatus } from '../../../src/commands/outcome/status.ts';
import { mailRetry } from '../../../src/commands/outcome/retry.ts';
import { notSent } from '../../../src/smtp/result.ts';
import { alice, ghosts, ids } from '../../support/handlers/fixtures.ts';
import { report, unknownMailbox as unknown } from '../../support/handlers/letters.ts';
import type { Said } from '../../support/handlers/our-mails.ts';
import { bob, deliverySuite, eve } from './delivery-suite.ts';

describe('the delivery status', () => {
  const { mails, db, out, say, arrive, statuses, sign, paused, told, body, command } = deliverySuite();

  describe('the relay', () => {
    it('accepts: that is all that is known', async () => {
      const said = await say('a');
      assert.deepEqual(await statuses(said), { [bob]: 'accepted' });
      assert.equal(await sign(said), 'sent');
      assert.deepEqual(await told(said), []);
      assert.deepEqual(mails().handed[0]?.reports, {
        envelopeId: ids.envelopeId(said.outgoing, 1),
        on: ['failure', 'delay'],
      });
    });

    it('is asked for deliveries too where the account wants them', async () => {
      mails().delivery = { ...plainDelivery, reports: 'all' };
      await say('a');
      assert.deepEqual(mails().handed[0]?.reports?.on, ['failure', 'delay', 'success']);
    });

    it('defers: the room is told after four hours, once, and the next try is not later than that', async () => {
      mails().answers.set(bob, '451 4.7.1 Greylisted');
      const said = await say('a');
      assert.equal(await sign(said), 'deferred');
      assert.deepEqual(await told(said), []);
      mails().aheadMs += DELAY_NOTICE_MS + 60_000;
      assert.equal(await out(said.outgoing), 'retry');
      assert.match((await told(said)).join(), /Not yet delivered to bob@outside\.test.*Greylisted/);
      mails().aheadMs += DELAY_NOTICE_MS;
      assert.equal(await out(said.outgoing), 'retry');
      assert.equal((await told(said)).length, 1);
      mails().answers.delete(bob);
      assert.equal(await out(said.outgoing), 'done');
      assert.equal(await sign(said), 'sent');
    });

    it('is away for four hours: that is a delay too', async () => {
      mails().breaks = () => notSent('connect', true, 'connect ECONNREFUSED');
      const said = await say('a', [bob, eve]);
      assert.deepEqual(await told(said), []);
      mails().aheadMs += DELAY_NOTICE_MS + 60_000;
      await out(said.outgoing);
      const [notice = ''] = await told(said);
      assert.match(notice, /Not mailed yet\.\nOur own mail server cannot be reached/);
      mails().aheadMs += DELAY_NOTICE_MS;
      await out(said.outgoing);
      assert.equal((await told(said)).length, 1);
    });

    it('refuses one for good: that address is paused, the other has the mail', async () => {
      mails().answers.set(bob, '550 5.1.1 No such user here');
      const said = await say('a', [bob, eve]);
      assert.deepEqual(await statuses(said), { [bob]: 'refused', [eve]: 'accepted' });
      assert.equal(await sign(said), 'failed');
      assert.deepEqual(await paused(), [bob]);
      assert.match((await told(said)).join(), /There is no such address\.\nNothing more is sent to bob@outside\.test/);
    });

    it('refuses by policy: nothing is paused', async () => {
      mails().answers.set(bob, '550 5.7.1 Rejected by policy');
      await say('a');
      assert.deepEqual(await paused(), []);
    });
  });

  describe('a bounce', () => {
    it('is found by the return path of the copy, and is about its recipient, whatever it names', async () => {
      mails().delivery = { ...plainDelivery, verp: true };
      const said = await say('a', [bob, eve]);
      assert.deepEqual(
        mails().handed.map(({ to, from }) => [to.length, from?.replace(/\+b\.[a-z2-7]{26}@/, '+b.TOKEN@')]),
        [
          [1, 'support+b.TOKEN@mailroom.test'],
          [1, 'support+b.TOKEN@mailroom.test'],
        ],
      );
      const path = mails().handed[0]?.from ?? assert.fail('no return path');
      const [notice] = await arrive(report(said, [unknown('bob.b@elsewhere.test')], [], { to: path }));
      assert.deepEqual(await statuses(said), { [bob]: 'bounced', [eve]: 'accepted' });
      assert.match(body(notice), /^@alice:matrix\.test: Not delivered to/);
      assert.deepEqual(await paused(), [bob]);
    });

    it('is found by its ENVID', async () => {
      const said = await say('a', [bob, eve]);
      const [notice, ...rest] = await arrive(report(said, [unknown(bob)], ['envid']));
      assert.deepEqual(rest, [], 'our own mail is not shown again');
      assert.deepEqual(await statuses(said), { [bob]: 'bounced', [eve]: 'accepted' });
      assert.equal(await sign(said), 'failed');
      assert.deepEqual(await paused(), [bob]);
      assert.equal(notice?.sender, ghosts.bot);
      assert.deepEqual(notice.content['m.relates_to'], { 'm.in_reply_to': { event_id: said.event } });
      assert.deepEqual(notice.content['m.mentions'], { user_ids: [alice] });
      assert.match(
        body(notice),
        /^@alice:matrix\.test: Not delivered to bob@outside\.test\. There is no such address\.\nThe server says: 550 5\.1\.1 No such user here\n/,
      );
      assert.match(
        body(notice),
        /Nothing more is sent to bob@outside\.test until somebody writes !mail unpause bob@outside\.test$/,
      );
      assert.match(
        JSON.stringify(notice.content['formatted_body']),
        /Nothing more is sent.*<details>.*This report says/,
      );
    });

    it('is found by the Message-ID, and proven by the header of a mail that nobody else has', async () => {
      const said = await say('a');
      await arrive(report(said, [unknown(bob)], ['message-id', 'header']));
      assert.deepEqual(await statuses(said), { [bob]: 'bounced' });
      assert.deepEqual(await paused(), [bob]);
    });

    it('is found by the keyed header where a server changed the Message-ID', async () => {
      const said = await say('a');
      await arrive(report(said, [unknown(bob)], ['header']));
      assert.deepEqual(await statuses(said), { [bob]: 'bounced' });
    });

    it('is believed of a mail system that is vouched for and of the domain of the recipient', async () => {
      const said = await say('a', [bob, eve]);
      const head =
        'Authentication-Results: mx.test; dmarc=pass header.from=outside.test\nDelivered-To: support@mailroom.test';
      await arrive(report(said, [unknown(bob)], ['message-id'], { from: 'postmaster@outside.test', head }));
      assert.deepEqual(await statuses(said), { [bob]: 'bounced', [eve]: 'accepted' });
    });

    it('of a full mailbox pauses nobody', async () => {
      const said = await say('a');
      await arrive(report(said, [{ to: bob, action: 'failed', status: '5.2.2', says: '552 Mailbox full' }], ['envid']));
      assert.deepEqual(await statuses(said), { [bob]: 'bounced' });
      assert.deepEqual(await paused(), []);
    });

    it('knows the recipient by the original address', async () => {
      const said = await say('a', [bob, eve]);
      await arrive(report(said, [{ ...unknown('alias@else.test'), original: bob }], ['envid']));
      assert.deepEqual(await statuses(said), { [bob]: 'bounced', [eve]: 'accepted' });
    });

    it('is told once, whoever reports it again', async () => {
      const said = await say('a');
      assert.equal((await arrive(report(said, [unknown(bob)], ['envid']))).length, 1);
      assert.equal((await arrive(report(said, [unknown(bob)], ['envid']))).length, 0);
      assert.equal(
        (await arrive(report(said, [{ to: bob, action: 'delayed', status: '4.4.1' }], ['envid']))).length,
        0,
      );
    });

    it('of two recipients with different ends is told in one', async () => {
      const said = await say('a', [bob, eve]);
      const sends = await arrive(
        report(said, [unknown(bob), { to: eve, action: 'delivered', status: '2.0.0' }], ['envid']),
      );
      assert.equal(sends.length, 1);
      assert.deepEqual(await statuses(said), { [bob]: 'bounced', [eve]: 'delivered' });
      assert.equal(await sign(said), 'failed');
    });

    it('that comes after the bytes are gone is told, and nothing empty is sent again', async () => {
      const said = await say('a');
      await db().query(`UPDATE outgoing SET settled_at = now() - interval '100 days'`);
      assert.equal((await purgeOutgoing(db(), 90 * 86_400_000)) > 0, true);
      assert.equal((await arrive(report(said, [unknown(bob)], ['envid']))).length, 1);
      assert.deepEqual(await statuses(said), { [bob]: 'bounced' });
      assert.match(await command(mailRetry), /nothing to/i);
      assert.deepEqual(await statuses(said), { [bob]: 'bounced' });
    });
  });

  describe('further up', () => {
    it('a delay is told once', async () => {
      const said = await say('a');
      const delayed = { to: bob, action: 'delayed', status: '4.4.1', says: '451 4.4.1 Connection timed out' };
      const [notice] = await arrive(report(said, [delayed], ['envid']));
      assert.match(body(notice), /^@alice:matrix\.test: Not delivered to bob@outside\.test yet/);
      assert.equal(await sign(said), 'deferred');
      assert.deepEqual(await arrive(report(said, [delayed], ['envid'])), []);
    });

    it('a delivery changes the sign and says nothing', async () => {
      const said = await say('a', [bob, eve]);
      assert.deepEqual(await arrive(report(said, [{ to: bob, action: 'delivered', status: '2.0.0' }], ['envid'])), []);
      assert.equal(await sign(said), 'sent');
      assert.deepEqual(await arrive(report(said, [{ to: eve, action: 'relayed', status: '2.0.0' }], ['envid'])), []);
      assert.equal(await sign(said), 'delivered');
      assert.match(await command(mailStatus), /eve@evil\.test: handed on to a server that does not tell/);
    });

    const receipt = (said: Said, from: string, disposition = 'displayed', head = '') => `Return-Path: <>
${head}From: ${from}
To: support@mailroom.test
Subject: Read: Lamp
Message-ID: <mdn.${createHash('sha256')
      .update(from + disposition + head)
      .digest('hex')
      .slice(0, 20)}@outside.test>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=disposition-notification; boundary=b

--b
Content-Type: text/plain

Read.

--b
Content-Type: message/disposition-notification

Final-Recipient: rfc822;${from}
Original-Message-ID: ${ids.ownMessageId(said.outgoing, 'mailroom.test')}
Disposition: manual-action/MDN-sent-manually; ${disposition}

--b--
`;

    it('a receipt changes the sign and says nothing', async () => {
      mails().delivery = { ...plainDelivery, receipts: true };
      const said = await say('a');
      const { rows } = await db().query<{ raw: string }>(
        `SELECT convert_from(bytes, 'UTF8') AS raw FROM outgoing_chunks WHERE seq = 0`,
      );
      assert.match(rows[0]?.raw ?? '', /^Disposition-Notification-To: <?support@mailroom\.test>?\r$/m);
      assert.deepEqual(await arrive(receipt(said, bob)), []);
      assert.equal(await sign(said), 'read');
      assert.match(await command(mailStatus), /bob@outside\.test: opened/);
    });

    it('a receipt of somebody else, or of a program, is not read', async () => {
      const said = await say('a', [bob, eve]);
      await arrive(receipt(said, eve));
      assert.deepEqual(await statuses(said), { [bob]: 'accepted', [eve]: 'accepted' });
      const pass = 'Authentication-Results: mx.test; dmarc=pass header.from=evil.test\n';
      assert.equal((await arrive(receipt(said, eve, 'deleted', pass))).length > 0, true);
      await arrive(receipt(said, bob, 'displayed', pass));
      assert.deepEqual(await statuses(said), { [bob]: 'accepted', [eve]: 'accepted' });
      await arrive(receipt(said, eve, 'displayed', pass));
      assert.deepEqual(await statuses(said), { [bob]: 'accepted', [eve]: 'read' });
    });
  });

  describe('status', () => {
    it('tells the newest mails of the room, as a reply that of the message', async () => {
      const first = await say('first', [bob]);
      await say('second', [eve], false);
      const all = await command(mailStatus);
      assert.match(all, /eve@evil\.test: can still be changed[^]*bob@outside\.test: handed to the mail server/);
      const one = await command(mailStatus, [], first.event);
      assert.match(one, /^Mail of .* UTC, by Alice:\n– bob@outside\.test: handed to the mail server$/);
      assert.match(await command(mailStatus, [], '$other' as EventId), /No mail of ours/);
    });
  });
});
