/**
 * What became of a mail after the relay took it: bounces, delays, deliveries and receipts as a real mail server reports
 * them.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, field, mentioned, PATIENCE, signsOn, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const world = await World.start({
  configure: (draft) => {
    for (const account of Object.values(draft.accounts)) account.delivery_reports = 'all';
    const { support, info } = draft.accounts;
    if (support !== undefined) support.read_receipts = 'ask';
    if (info !== undefined) info.verp = 'on';
  },
});
const alice = await world.client();

/** The delivery status of a recipient of the mail that an event is in. */
async function delivery(event: string, address: string): Promise<string | undefined> {
  const [row] = await world.sql<{ state: string }>(
    `SELECT r.state FROM outgoing_recipients r JOIN outgoing_events USING (outgoing) WHERE event = $1 AND address = $2`,
    [event, address],
  );
  return row?.state;
}

/** A conversation with somebody in Cc whom the outsider's own mail does not go to: only ours does. */
async function withCopy(title: string, cc: string, account = 'support') {
  const outsider = await world.outsider('Olga Outside');
  const to = world.account(account).address;
  return world.conversation(title, { outsider, to, cc, envelope: { from: outsider.address, to } });
}

const reaches = (event: string, address: string, wanted: string): Promise<boolean> =>
  until(async () => (await delivery(event, address)) === wanted, { what: `${address} is ${wanted}`, within: PATIENCE });

describe('what a mail server reports', { concurrency: AT_ONCE }, () => {
  it('a bounce: told once, with its reason, and the address is paused until somebody says otherwise', async () => {
    const gone = 'bounce@outside.test';
    const { outsider, room } = await withCopy('Bounced', gone);
    const said = await alice.say(room, 'To one who is there and one who is not.');
    const told = await world.answered(said, 'There is no such address');
    assert.deepEqual(mentioned(told), ['@alice:matrix.test']);
    assert.match(field(told, 'body'), /Not delivered to bounce@outside\.test\. There is no such address\./);
    assert.match(field(told, 'body'), /!mail unpause bounce@outside\.test/);
    await world.signed(said, '⚠️');
    await outsider.receives('To one who is there');
    await reaches(said, outsider.address, 'delivered');

    const next = await alice.say(room, 'The next one.');
    await world.answered(next, 'bounce@outside.test is left out of this mail and of the next ones here');
    const taken = await outsider.receives('The next one.');
    await reaches(next, outsider.address, 'delivered');
    await world.signed(next, '☑️');
    assert.equal(await delivery(next, gone), 'paused');
    assert.doesNotMatch(
      JSON.stringify([taken.parsed.to, taken.parsed.cc]),
      /bounce@/,
      'who answers to all does not write to it either',
    );
    const turn = () =>
      world.sql<{ waiting: string }>('SELECT waiting FROM thread_work JOIN rooms USING (thread) WHERE room = $1', [
        room,
      ]);
    assert.deepEqual(await turn(), [{ waiting: 'them' }]);
    const third = await alice.say(room, 'The third one.');
    await outsider.receives('The third one.');
    await world.signed(third, '☑️');
    const silent = (await world.messages(room)).filter((event) => field(event, 'body').includes('is left out'));
    assert.equal(silent.length, 1, 'said once');
    const status = await world.answered(await alice.say(room, '!mail status'), 'Mail of');
    assert.match(field(status, 'body'), /bounce@outside\.test: not sent, the address is paused/);
    assert.match(field(status, 'body'), /bounce@outside\.test: not delivered\. There is no such address/);
    await world.answered(
      await alice.say(room, '!mail unpause bounce@outside.test'),
      '2 mails that had waited for that leave now',
    );
    await world.answered(next, 'Not delivered to bounce@outside.test');
    assert.equal((await outsider.mail.mails()).length, 3, 'who has them does not get them again');
    const reports = (await world.messages(room)).filter((event) =>
      field(event, 'body').includes('Not delivered to bounce@'),
    );
    assert.ok(reports.length >= 2, 'one for each mail');
  });

  it('a delivery: the sign says so, and nobody is told', async () => {
    const { outsider, room } = await world.conversation('Delivered');
    const said = await alice.say(room, 'Are you there?');
    await outsider.receives('Are you there?');
    await world.signed(said, '☑️');
    const notices = (await world.messages(room)).filter(
      (event) => field(event, 'msgtype') === 'm.notice' && /deliver/i.test(field(event, 'body')),
    );
    assert.deepEqual(notices, []);
  });

  it('a delay, then the end of patience: told once each', async () => {
    const slow = 'defer@outside.test';
    const { room } = await withCopy('Delayed', slow);
    const said = await alice.say(room, 'Whenever you can.');
    const late = await world.answered(said, 'Not delivered to defer@outside.test yet');
    assert.deepEqual(mentioned(late), ['@alice:matrix.test']);
    await world.answered(said, 'Not delivered to defer@outside.test.');
    assert.equal(await delivery(said, slow), 'bounced');
    const paused = await world.sql(`SELECT FROM paused_addresses WHERE address = $1`, [slow]);
    assert.deepEqual(paused, [], 'patience that ended says nothing about the address');
  });

  it('a receipt: the sign says that it was opened', async () => {
    const { outsider, room } = await world.conversation('Opened');
    const said = await alice.say(room, 'Please read this.');
    const { parsed } = await outsider.receives('Please read this.');
    assert.equal(parsed.headers.get('disposition-notification-to') === undefined, false);
    await world.signed(said, '☑️');
    await outsider.write({
      subject: 'Read: Please read this.',
      raw: [
        `From: ${outsider.name} <${outsider.address}>`,
        `To: support@mailroom.test`,
        `Subject: Read: Please read this.`,
        `Message-ID: <receipt.${said.replace(/\W/g, '')}@outside.test>`,
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'It was displayed.',
        '--b',
        'Content-Type: message/disposition-notification',
        '',
        `Final-Recipient: rfc822;${outsider.address}`,
        `Original-Message-ID: ${parsed.messageId ?? ''}`,
        'Disposition: manual-action/MDN-sent-manually; displayed',
        '',
        '--b--',
        '',
      ].join('\r\n'),
    });
    await world.signed(said, '👁️');
  });

  it('a bounce to a return path of its own', async () => {
    await world.sql(`INSERT INTO plus_proofs (account, address) VALUES ('info', 'info@mailroom.test')`);
    const { outsider, room } = await withCopy('Verp', 'full@outside.test', 'info');
    const said = await alice.say(room, 'By return path.');
    const told = await world.answered(said, 'Their mailbox is full');
    assert.match(field(told, 'body'), /full@outside\.test/);
    const { raw } = await outsider.receives('By return path.');
    assert.match(raw.toString(), /^Return-path: <info\+b\.[a-z2-7]{26}@mailroom\.test>/im);
    await reaches(said, outsider.address, 'delivered');
    assert.deepEqual(signsOn(alice.events, said), ['⚠️']);
  });
});
