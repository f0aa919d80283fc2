/** Forged reports, paused addresses, and connections that break between two recipients. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDelivery } from '../../../src/bridge/delivery/status.ts';
import type { UserId } from '../../../src/bridge/types.ts';
import { mailStatus } from '../../../src/commands/outcome/status.ts';
import { mailRetry } from '../../../src/commands/outcome/retry.ts';
import { mailUnpause } from '../../../src/commands/outcome/unpause.ts';
import { notSent } from '../../../src/smtp/result.ts';
import { alice, ids } from '../../support/handlers/fixtures.ts';
import { report, unknownMailbox as unknown } from '../../support/handlers/letters.ts';
import type { Said } from '../../support/handlers/our-mails.ts';
import { bob, deliverySuite, eve } from './delivery-suite.ts';

describe('reports and addresses that are not what they seem', () => {
  const { mails, db, out, say, arrive, statuses, sign, paused, told, body, command } = deliverySuite();

  describe('a forged report', () => {
    it('by somebody who has the mail is shown, and neither bounces nor pauses another recipient', async () => {
      const said = await say('a', [bob, eve]);
      const forged = report(said, [unknown(bob)], ['message-id', 'header'], { from: 'mailer-daemon@evil.test' });
      const [notice] = await arrive(forged);
      assert.deepEqual(await statuses(said), { [bob]: 'accepted', [eve]: 'accepted' });
      assert.equal(await sign(said), 'sent');
      assert.deepEqual(await paused(), []);
      assert.match(body(notice), /Nothing proves that this report comes from a mail server/);
      assert.deepEqual(notice?.content['m.mentions'], {});
      assert.match(
        await command(mailStatus),
        /bob@outside\.test: handed to the mail server \(a report that anybody could have written says: not delivered\)/,
      );
      const again = report(said, [unknown(bob)], ['message-id'], { from: 'mailer-daemon@evil.test' });
      assert.deepEqual(await arrive(again), [], 'once');
      await arrive(report(said, [unknown(bob)], ['envid']));
      assert.deepEqual(await statuses(said), { [bob]: 'bounced', [eve]: 'accepted' });
    });

    it('with a pass of the forger’s own domain is no better', async () => {
      const said = await say('a', [bob, eve]);
      const head =
        'Authentication-Results: mx.test; dmarc=pass header.from=evil.test\nDelivered-To: support@mailroom.test';
      await arrive(report(said, [unknown(bob)], ['message-id', 'header'], { from: 'postmaster@evil.test', head }));
      assert.deepEqual(await statuses(said), { [bob]: 'accepted', [eve]: 'accepted' });
    });

    it('to the return path of the forger’s own copy bounces nobody else', async () => {
      mails().delivery = { ...plainDelivery, verp: true };
      const said = await say('a', [bob, eve]);
      const path = mails().handed.find(({ to }) => to.includes(eve))?.from ?? assert.fail('no return path');
      await arrive(report(said, [unknown(bob)], ['message-id', 'header'], { to: path }));
      assert.deepEqual(await statuses(said), { [bob]: 'accepted', [eve]: 'accepted' });
    });

    it('in words alone proves nothing, at the return path, with our header and from a mail system', async () => {
      mails().delivery = { ...plainDelivery, verp: true };
      const said = await say('a', [bob]);
      const path = mails().handed[0]?.from ?? assert.fail('no return path');
      const inWords = (reason: string) =>
        'Return-Path: <>\nAuthentication-Results: mx.test; dmarc=pass header.from=outside.test\n' +
        `From: MAILER-DAEMON@outside.test\nTo: ${path}\nSubject: failure notice\n` +
        `Message-ID: <${reason.replace(/\W/g, '')}@outside.test>\n\n` +
        "Hi. This is the qmail-send program.\nI'm afraid I wasn't able to deliver your message.\n\n" +
        `<${bob}>:\n${reason}\n\n--- Below this line is a copy of the message.\n\nReceived: from a by b\n` +
        `Message-ID: ${ids.ownMessageId(said.outgoing, 'mailroom.test')}\n` +
        `X-Mailroom-Id: ${ids.ownHeader(said.outgoing)}\nFrom: support@mailroom.test\nTo: ${bob}\nSubject: a\n`;
      const [notice] = await arrive(inWords('Sorry, no mailbox here by that name. (#5.1.1)'));
      assert.match(body(notice), /Nothing proves that this report comes from a mail server/);
      assert.match(body(notice), /Not delivered to bob@outside\.test/);
      assert.deepEqual([await statuses(said), await sign(said), await paused()], [{ [bob]: 'accepted' }, 'sent', []]);
      assert.deepEqual(await arrive(inWords('Sorry, no mailbox here by that name. (#5.1.1) Again.')), [], 'once');
      await arrive(report(said, [unknown(bob)], [], { to: path }));
      assert.deepEqual([await statuses(said), await paused()], [{ [bob]: 'bounced' }, [bob]], 'fields prove it');
    });

    it('about somebody who never had the mail, or with ids that are not ours, changes nothing', async () => {
      const said = await say('a', [bob, eve]);
      await arrive(report(said, [unknown('carol@third.test')], ['envid']));
      const envid = ids.envelopeId(said.outgoing, 1);
      const header = ids.ownHeader(said.outgoing);
      const bad = (value: string) => `${value.slice(0, -1)}${value.endsWith('a') ? 'b' : 'a'}`;
      const wrong = report(said, [unknown(bob)], ['envid', 'header'])
        .replace(envid, bad(envid))
        .replace(header, bad(header));
      await arrive(wrong);
      const stranger = `support+b.${'a'.repeat(26)}@mailroom.test`;
      await arrive(report(said, [unknown(bob)], [], { to: stranger }));
      assert.deepEqual(await statuses(said), { [bob]: 'accepted', [eve]: 'accepted' });
      assert.deepEqual(await paused(), []);
    });
  });

  describe('a paused address', () => {
    async function pause(): Promise<Said> {
      const said = await say('first', [bob, eve]);
      await arrive(report(said, [unknown(bob)], ['envid']));
      assert.deepEqual(await paused(), [bob]);
      mails().handed = [];
      return said;
    }

    it('is held back and said so, the others get the mail', async () => {
      await pause();
      const next = await say('second', [bob, eve]);
      assert.deepEqual(await statuses(next), { [bob]: 'paused', [eve]: 'accepted' });
      assert.deepEqual(
        mails().handed.map(({ to }) => to),
        [[eve]],
      );
      assert.match(
        (await told(next)).join(),
        /bob@outside\.test is left out of this mail and of the next ones here: nothing has been sent there since \d{4}-\d\d-\d\d\. There is no such address\. If the address is good again, !mail unpause bob@outside\.test .*\nThe others get this mail;/,
      );
      assert.equal(await sign(next), 'sent');
    });

    it('alone: nothing leaves, and nothing is lost', async () => {
      await pause();
      const next = await say('second', [bob]);
      assert.deepEqual(mails().handed, []);
      assert.equal(await sign(next), 'failed');
      assert.match(
        await command(mailUnpause, ['bob@outside.test']),
        /again\. One mail that had waited for that leaves now/,
      );
      await out(next.outgoing);
      assert.deepEqual(
        mails().handed.map(({ to }) => to),
        [[bob]],
      );
      assert.equal(await sign(next), 'sent');
    });

    it('is unpaused in any spelling; only what was held back for it leaves', async () => {
      const first = await pause();
      const next = await say('second', [bob, eve]);
      mails().handed = [];
      assert.match(await command(mailUnpause, ['BOB@outside.TEST']), /Mail goes to .* again/);
      assert.deepEqual(await paused(), []);
      await out(next.outgoing);
      assert.deepEqual(
        mails().handed.map(({ to }) => to),
        [[bob]],
      );
      assert.deepEqual(await statuses(first), { [bob]: 'bounced', [eve]: 'accepted' });
      assert.match(await command(mailUnpause, ['bob@outside.test']), /Nothing to do: mail goes to/);
      assert.match(await command(mailUnpause, ['nobody']), /not a mail address/);
    });

    it('is tried again by a retry, as a reply for that mail only', async () => {
      const first = await pause();
      const next = await say('second', [bob, eve]);
      mails().handed = [];
      assert.match(await command(mailRetry, [], next.event), /One mail is tried again/);
      assert.deepEqual(await paused(), []);
      assert.deepEqual(await statuses(first), { [bob]: 'bounced', [eve]: 'accepted' });
      await out(next.outgoing);
      assert.deepEqual(
        mails().handed.map(({ to }) => to),
        [[bob]],
      );
      assert.deepEqual(await statuses(next), { [bob]: 'accepted', [eve]: 'accepted' });
    });
  });

  describe('a return path for each', () => {
    it('sends nothing twice where the connection breaks between two of them', async () => {
      mails().delivery = { ...plainDelivery, verp: true };
      mails().breaks = ({ to }) =>
        to.includes(eve) && mails().handed.length === 2 ? { outcome: 'unknown', reason: 'closed', text: 'gone' } : null;
      const said = await say('a', [bob, eve]);
      assert.deepEqual(await statuses(said), { [bob]: 'accepted', [eve]: 'waiting' });
      await out(said.outgoing);
      assert.deepEqual(
        mails().handed.map(({ to }) => to),
        [[bob], [eve], [eve]],
      );
      assert.deepEqual(await statuses(said), { [bob]: 'accepted', [eve]: 'accepted' });
    });

    it('is not used before mail to such an address was seen to arrive', async () => {
      await db().query('DELETE FROM plus_proofs');
      mails().delivery = { ...plainDelivery, verp: true };
      await say('a', [bob, eve]);
      assert.deepEqual(
        mails().handed.map(({ from, to }) => [from, to]),
        [['support@mailroom.test', [bob, eve]]],
      );
    });

    it('defers the rest where the relay goes away in between', async () => {
      mails().delivery = { ...plainDelivery, verp: true };
      mails().breaks = ({ to }) =>
        to.includes(eve) && mails().handed.length === 2 ? notSent('closed', true, 'gone') : null;
      const said = await say('a', [bob, eve]);
      assert.deepEqual(await statuses(said), { [bob]: 'accepted', [eve]: 'deferred' });
      assert.equal(await sign(said), 'deferred');
    });
  });

  it('stands where it came before the answer of the relay was written', async () => {
    const ahead = await say('a', [bob, eve], false);
    mails().meanwhile = () => arrive(report(ahead, [unknown(bob)], ['envid']));
    await out(ahead.outgoing);
    assert.deepEqual(await statuses(ahead), { [bob]: 'bounced', [eve]: 'accepted' });
    assert.equal(await sign(ahead), 'failed');
    const { rows } = await db().query('SELECT state FROM outgoing');
    assert.deepEqual(rows, [{ state: 'failed' }]);
  });

  it('never moves a mail of another account', async () => {
    const said = await say('a');
    await db().query(`INSERT INTO accounts (account) VALUES ('other')`);
    await db().query(`UPDATE outgoing SET account = 'other'`);
    await arrive(report(said, [unknown(bob)], ['envid', 'message-id', 'header']));
    assert.deepEqual(await statuses(said), { [bob]: 'accepted' });
  });

  const someone = '@someone:matrix.test' as UserId;
  it('mentions nobody but the author', async () => {
    const said = await say('a');
    const text = report(said, [{ ...unknown(bob), says: `550 5.1.1 ${someone} @room` }], ['envid']);
    const [notice] = await arrive(text);
    assert.deepEqual(notice?.content['m.mentions'], { user_ids: [alice] });
  });
});
