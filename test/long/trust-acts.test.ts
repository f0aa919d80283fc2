/**
 * What is decided about senders and recipients, ended at its steps: nobody is told twice, and who has a mail does not
 * get it again.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { alice, bob, bot, Site, type World } from '../support/world.ts';
import type { Life } from '../support/world-child.ts';
import { join, letter, mailedId, opening, react, room, said, say, told } from '../crash/acts.ts';
import { carryOut, playTwice } from '../crash/played-twice.ts';
import type { Act } from '../crash/played-twice.ts';

const carol = 'carol@outside.test';
const DECIDED = ['event-in:before-commit', 'event-in:after-commit'] as const;
const STORED = ['mail-in:before-commit', 'mail-in:after-commit'] as const;
// All who write from outside share this domain: they are no colleagues of each other.
const checked = { authentication: 'receiver', receiver: 'mx.test', shared_domains: ['outside.test'] };
/** What our own mail server found. */
const passed = ['Authentication-Results: mx.test; dmarc=pass header.from=outside.test'];

describe('who is let in, and who gets what', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  const letIn: readonly Act[] = [
    { name: 'a mail', does: (world) => letter(world, { subject: 'The crane', id: 'first', head: passed }) },
    ...opening.slice(1),
    {
      name: 'a mail that claims to be of Alice',
      does: (world) => letter(world, { from: 'alice@mailroom.test', subject: 'Pay at once', id: 'forged' }),
      dies: [...STORED, 'matrix-send:sent'],
    },
    { name: 'she sees the lobby', does: (world) => join(world, lobby(world)) },
    {
      name: 'she accepts it',
      does: (world) => react(world, told(world, 'Pay at once'), '✅'),
      dies: [...DECIDED, ...STORED],
    },
    { name: 'she answers Bob', does: (world) => say(world, 'The crane', 'It moves again.') },
    {
      name: 'Carol, to whom Bob gave it, answers',
      does: (world) => {
        const text = 'I have it from Bob.\r\n\r\nOn Monday, Support wrote:\r\n> It moves again.';
        letter(world, {
          from: carol,
          subject: 'Re: The crane',
          id: 'passed-on',
          answers: mailedId(world),
          text,
          head: passed,
        });
      },
      dies: [...STORED, 'matrix-send:sent'],
    },
    {
      name: 'she is welcomed',
      does: (world) => react(world, told(world, `${carol} is new here`), '✅'),
      dies: DECIDED,
    },
    { name: 'Alice answers her too', does: (world) => say(world, 'The crane', 'Good.') },
  ];
  it('suspects, accepts, marks and approves senders once', () => playTwice(site, checked, letIn));

  /** Where the process ends, and whether the mail has left then, and what is known of it. */
  const REFUSALS: readonly (readonly [at: string, mailed: number, state: string])[] = [
    ['mail-in:before-commit', 1, 'sent'],
    ['mail-in:after-commit', 1, 'sent'],
    ['notice-out:claimed', 1, 'sent'],
    ['notice-out:read', 1, 'sent'],
    ['notice-out:marked', 0, 'lost'],
    ['notice-out:answered', 1, 'lost'],
    ['notice-out:before-commit', 1, 'lost'],
    ['notice-out:after-commit', 1, 'sent'],
  ];
  it('tells a sender at most once that a mail was refused', () =>
    site.in(
      async (world) => {
        await world.mailboxesBegun();
        let life: Life | null = null;
        for (const [at] of REFUSALS) {
          const from = `${at.replace(':', '.')}@outside.test`;
          const does = () => letter(world, { from, subject: 'Refused', id: at.replace(':', '.'), head: passed });
          life = await carryOut(world, life, { name: `a refusal at ${at}`, does, dies: [at] });
        }
        const notices = await world.rows('SELECT recipient, state FROM notices ORDER BY at');
        const known = REFUSALS.map(([at, , state]) => ({ recipient: `${at.replace(':', '.')}@outside.test`, state }));
        assert.deepEqual(notices, known);
        for (const [at, mailed] of REFUSALS) {
          const got = world.relay.mails.filter(({ to }) => to.join() === `${at.replace(':', '.')}@outside.test`);
          assert.equal(got.length, mailed, at);
        }
        assert.ok(world.relay.mails.every(({ from }) => from === ''));
      },
      { ...checked, block: ['outside.test'] },
    ));

  it('mails each recipient on a path of its own, and does once what their server reports', () =>
    site.in(
      async (world) => {
        await world.mailboxesBegun();
        await world.rows(`INSERT INTO plus_proofs (account, address) VALUES ('support', 'support@mailroom.test')`);
        let life: Life | null = null;
        const first = { name: 'a mail', does: () => letter(world, { subject: 'The crane', id: 'first', cc: carol }) };
        for (const act of [first, ...opening.slice(1)]) life = await carryOut(world, life, act);

        // At the reply to the first nobody knows of that one; the second was not begun.
        life = await word(world, life, {
          words: 'Word one.',
          dies: ['mail-out:answered'],
          got: { [bob]: 2, [carol]: 1 },
        });
        // That the first has it is written down; then the second's reply is lost.
        life = await word(world, life, {
          words: 'Word two.',
          dies: ['mail-out:noted', 'mail-out:answered'],
          got: { [bob]: 1, [carol]: 2 },
        });
        life = await word(world, life, {
          words: 'Word three.',
          dies: ['mail-out:begun', 'mail-out:read', 'mail-out:noted', 'mail-out:ran', 'mail-out:before-commit'],
          got: { [bob]: 1, [carol]: 1 },
          told: false,
        });
        assert.equal(world.relay.mails.length, 8);

        life = await carryOut(world, life, {
          name: 'a report',
          does: () => bounce(world, bob),
          dies: [...STORED, 'matrix-send:sent'],
        });
        assert.deepEqual(await world.rows('SELECT address FROM paused_addresses'), [{ address: bob }]);
        const reported = world.homeserver.sent().filter(({ content }) => /crane\.test/.test(JSON.stringify(content)));
        assert.equal(reported.length, 1);
        assert.deepEqual(signs(world, said(world, 'Word three.').event_id), ['⚠️']);

        world.relay.unknown.add(carol);
        await world.rows('DELETE FROM paused_addresses');
        // The first has it and is written down; the second, after the restart, is refused: that is told, and the copy
        // filed.
        life = await word(world, life, {
          words: 'Word four.',
          dies: ['mail-out:noted'],
          got: { [bob]: 1, [carol]: 0 },
        });
        assert.equal(
          world.homeserver.sent().filter(({ content }) => /No such user/.test(JSON.stringify(content))).length,
          1,
        );
        assert.equal(world.imap.sent.mails.length, 4);
        assert.deepEqual(await world.rows('SELECT address FROM paused_addresses'), [{ address: carol }]);
      },
      { verp: 'on' },
    ));
});

function lobby(world: World): string {
  const names = world.homeserver.sent('m.room.name').map(({ content }) => String(content['name']));
  const made = world.homeserver.effects.find(
    (effect) => effect.kind === 'room' && effect.alias?.includes('_lobby_') === true,
  );
  assert.ok(made?.kind === 'room');
  const name = names.find((one) => room(world, one) === made.room);
  assert.ok(name);
  return name;
}

/**
 * Alice says something that two people get; the process ends on the way. How often each got it, always the same bytes,
 * and whether its author is told what became of it.
 */
async function word(
  world: World,
  life: Life | null,
  {
    words,
    dies,
    got,
    told = true,
  }: { words: string; dies: readonly string[]; got: Readonly<Record<string, number>>; told?: boolean },
): Promise<Life> {
  const next = await carryOut(world, life, { name: words, does: () => say(world, 'The crane', words), dies });
  const mails = world.relay.mails.filter(({ raw }) => raw.toString('utf8').includes(`\n${words}`));
  for (const [address, count] of Object.entries(got)) {
    assert.equal(mails.filter(({ to }) => to.join() === address).length, count, `${words} ${address}`);
  }
  assert.equal(new Set(mails.map(({ raw }) => raw.toString('latin1'))).size, 1);
  assert.ok(mails.every(({ from }) => /^support\+b\.[a-z2-7]{26}@mailroom\.test$/.test(from)));
  const { event_id: event } = said(world, words);
  const unknown = world.homeserver
    .sent()
    .filter(({ sender, content }) => sender === bot && JSON.stringify(content['m.relates_to'] ?? '').includes(event))
    .filter(({ content }) => JSON.stringify(content['m.mentions']).includes(alice));
  assert.equal(unknown.length, told ? 1 : 0, `${words}: the unknown outcome, or a refusal`);
  return next;
}

/** The signs of the bot on a message that still stand. */
function signs(world: World, event: string): string[] {
  const gone = new Set(world.homeserver.sent('m.room.redaction').map(({ redacts }) => redacts));
  return world.homeserver
    .sent('m.reaction')
    .filter(({ event_id: id, sender }) => sender === bot && !gone.has(id))
    .map(({ content }) => content['m.relates_to'] as { readonly event_id: string; readonly key: string })
    .filter(({ event_id: of }) => of === event)
    .map(({ key }) => key);
}

/** A report of a relay that the newest mail to somebody did not arrive, to the return path of their copy. */
function bounce(world: World, address: string): void {
  const mail = world.relay.mails.filter(({ to }) => to.join() === address).at(-1);
  assert.ok(mail);
  const lines = [
    'Return-Path: <>',
    `Delivered-To: ${mail.from}`,
    'From: Mail Delivery System <mailer-daemon@crane.test>',
    `To: ${mail.from}`,
    'Subject: Undelivered',
    'Message-ID: <report@crane.test>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It did not arrive.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; crane.test',
    '',
    `Final-Recipient: rfc822;${address}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 unknown at crane.test',
    '',
    '--b--',
    '',
  ];
  world.imap.add(world.imap.inbox, lines.join('\r\n'));
}
