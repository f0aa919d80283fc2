/**
 * Machines that answer each other through the bridge, on real servers: each circle ends below ten mails at the relay,
 * and the room and the log say why.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { bot, field, isMessage, PATIENCE, unique, World } from '../support/e2e.ts';
import type { Outsider } from '../support/e2e.ts';
import { startSecond } from '../support/e2e-second.ts';
import { mailRobot, roomRobot, secondRobot } from '../support/robots.ts';
import type { Robot } from '../support/robots.ts';
import { until } from '../support/servers.ts';

const MOST = 10;

const world = await World.start({
  configure: (draft) => {
    const atOnce = { hold: { after: '0s', at_most: '0s' }, hold_outside: '0s' };
    for (const account of Object.values(draft.accounts)) Object.assign(account, atOnce);
  },
});
const alice = await world.client();
const { exim, mailroom, outsiders } = world.environment;
const log = async () => (await readFile(mailroom.logFile, 'utf8')).split('\n');

/**
 * Runs a circle until something stops it. How many mails the relay took, and what the room of whoever stopped it was
 * told.
 */
async function circle(
  robots: readonly Robot[],
  begin: () => Promise<unknown>,
  alsoTold: () => readonly string[] = () => [],
): Promise<{ mails: number; told: string }> {
  const before = await exim.taken();
  const mark = alice.mark();
  const earlier = alsoTold().length;
  const ours = () =>
    alice.events
      .slice(mark)
      .filter((event) => isMessage(event) && event.sender === bot)
      .map((event) => field(event, 'body'));
  const stopped = () =>
    [...ours(), ...alsoTold().slice(earlier)].find((text) => text.includes('Stopped: this was not mailed'));
  try {
    await begin();
    const told = await until(() => Promise.resolve(stopped()), {
      what: 'the word that it is stopped',
      within: PATIENCE,
    });
    await quiet(robots);
    return { mails: (await exim.taken()) - before, told };
  } finally {
    await Promise.all(robots.map((robot) => robot.stop()));
  }
}

/** Nothing is on its way any more: no mail in the relay, no job, no answer that is new. */
async function quiet(robots: readonly Robot[]): Promise<void> {
  let last = '';
  let same = 0;
  await until(
    async () => {
      const [jobs] = await world.sql<{ count: number }>('SELECT count(*)::int AS count FROM jobs');
      const now = [
        await exim.queued(),
        jobs?.count,
        await exim.taken(),
        ...robots.map(({ answers }) => answers()),
      ].join();
      same = now === last ? same + 1 : 0;
      last = now;
      return jobs?.count === 0 && same >= 10;
    },
    { what: 'an end of all work', within: PATIENCE, every: 200 },
  );
}

async function assertLogged(brake: RegExp): Promise<void> {
  const lines = (await log()).filter((line) => line.includes('an answer is held'));
  assert.ok(
    lines.some((line) => brake.test(line)),
    lines.join('\n'),
  );
}

describe('a circle of machines', () => {
  it('of two Mailrooms that answer each other', async () => {
    const login = outsiders.at(-1);
    assert.ok(login);
    const second = await startSecond(world.environment, login);
    const support = await world.mailbox('support');
    const word = unique('circle');
    const robots = [roomRobot(alice), secondRobot(second)];
    const { mails, told } = await circle(
      robots,
      // Somebody at one of the two writes to the other by hand.
      () => support.send({ to: second.address, subject: word, text: `About ${word}.` }),
      () => second.told(),
    );
    assert.ok(mails < MOST, `${String(mails)} mails`);
    assert.match(told, /gone through this mailbox before/);
  });

  for (const header of ['Auto-Submitted: auto-replied', null]) {
    it(`of an out-of-office on both sides, theirs with ${header ?? 'no header that says so'}`, async () => {
      const outsider = await world.outsider('Otto Office');
      const robots = [roomRobot(alice), vacation(outsider, header)];
      const { mails, told } = await circle(robots, () =>
        outsider.write({ subject: unique('vacation'), text: 'Please call me.' }),
      );
      assert.ok(mails < MOST, `${String(mails)} mails`);
      assert.match(told, /the same words have come back/);
      await assertLogged(/repeated-body/);
    });
  }

  it('of a help desk that opens a ticket for each mail and forgets what it answers', async () => {
    const outsider = await world.outsider('Hilda Helpdesk');
    const desk = mailRobot(outsider.mail, ({ parsed }, n) => ({
      to: world.account('support').address,
      subject: `[Ticket#${String(4710 + n)}] ${parsed.subject ?? ''}`,
      text: `Ticket number ${String(4710 + n)} was opened for you.`,
    }));
    const robots = [roomRobot(alice), desk];
    const { mails, told } = await circle(robots, () =>
      outsider.write({ subject: unique('ticket'), text: 'Our printer is broken.' }),
    );
    assert.ok(mails < MOST, `${String(mails)} mails`);
    assert.match(told, /two machines answer each other/);
    await assertLogged(/rate-sender/);
  });

  it('of a desk that opens a conversation each time, in new words, to be answered at a new address', async () => {
    const outsider = await world.outsider('Nora New');
    const [name = '', domain = ''] = outsider.address.split('@');
    const desk = mailRobot(outsider.mail, (_mail, n) => ({
      to: world.account('support').address,
      replyTo: `${name}+${String(n)}@${domain}`,
      subject: unique(`matter ${String(n)}`),
      text: `${unique('words')} that nobody has said before.`,
    }));
    const robots = [roomRobot(alice), desk];
    const { mails, told } = await circle(robots, () =>
      outsider.write({ subject: unique('matters'), text: 'Our printer is broken.' }),
    );
    assert.ok(mails < MOST, `${String(mails)} mails`);
    assert.match(told, /within ten seconds a mail that begins a conversation.*two machines answer each other/);
    await assertLogged(/rate-sender-first/);
  });

  it('of a list that reflects everything', async () => {
    const list = await world.outsider('List');
    const robots = [roomRobot(alice), reflector(list, 'list')];
    const { mails, told } = await circle(robots, () => list.write({ subject: unique('list'), text: 'Hello list.' }));
    assert.ok(mails < MOST, `${String(mails)} mails`);
    assert.match(told, /gone through this mailbox before|come back several times/);
  });

  it('of one that strips every header', async () => {
    const list = await world.outsider('Stripper');
    const robots = [roomRobot(alice), reflector(list, 'bare')];
    const { mails } = await circle(robots, () => list.write({ subject: unique('bare'), text: 'Hello all.' }));
    assert.ok(mails < MOST, `${String(mails)} mails`);
  });

  it('is ended by nobody but a person: who takes their time is mailed', async () => {
    const rows = await world.sql<{ held: number }>(
      `SELECT count(*)::int AS held FROM brake_verdicts WHERE state = 'held'`,
    );
    const held = rows[0]?.held ?? 0;
    assert.ok(held > 0);
    assert.equal(await world.metric('mailroom_brakes_held{account="support"}'), held);
    const talk = await world.conversation('Afterwards');
    await alice.say(talk.room, 'Answered by hand.');
    await talk.outsider.receives('Answered by hand.');
  });
});

describe('a person', () => {
  it('answers ten first mails of a contact form within a minute each', async () => {
    const form = await world.outsider('Contact Form');
    const before = await world.sql<{ held: number }>(
      `SELECT count(*)::int AS held FROM brake_verdicts WHERE state = 'held'`,
    );
    for (let n = 1; n <= 10; n++) {
      const customer = form.address.replace('@', `+customer${String(n)}@`);
      const talk = await world.conversation(`Form ${String(n)} %`, { outsider: form, replyTo: customer });
      // What a person takes to read it: the clock is moved instead of waited for.
      await world.sql(`UPDATE events SET received_at = received_at - interval '15 s' WHERE room = $1`, [talk.room]);
      await alice.say(talk.room, `Thank you, customer ${String(n)}.`);
      await form.receives(`Thank you, customer ${String(n)}.`);
    }
    const after = await world.sql(`SELECT count(*)::int AS held FROM brake_verdicts WHERE state = 'held'`);
    assert.deepEqual(after, before, 'none of them is held');
  });
});

/** Answers each mail as vacation programs do (RFC 5230), but every time. */
function vacation(outsider: Outsider, header: string | null): Robot {
  return mailRobot(outsider.mail, ({ parsed }) => ({
    to: world.account('support').address,
    subject: `Re: ${parsed.subject ?? ''}`,
    inReplyTo: parsed.messageId ?? '',
    references: parsed.messageId ?? '',
    text: 'I am out of the office until Monday. Yours, Otto',
    ...(header === null ? {} : { headers: { 'Auto-Submitted': 'auto-replied' } }),
  }));
}

/**
 * Sends all that it gets to its one other member: as lists do, with all headers and a footer, or as the words alone.
 */
function reflector(list: Outsider, keeps: 'list' | 'bare'): Robot {
  return mailRobot(list.mail, ({ parsed }) => {
    const hops = parsed.headers.get('x-mailroom-hops');
    const words = (parsed.text ?? '').trim();
    const bare = {
      from: { name: 'Support via List', address: list.address },
      to: world.account('support').address,
      subject: parsed.subject ?? '',
    };
    if (keeps === 'bare') return { ...bare, text: words };
    return {
      ...bare,
      text: `${words}\n\n_______________________________________________\nlist mailing list\n`,
      inReplyTo: parsed.inReplyTo ?? '',
      references: parsed.references ?? '',
      headers: {
        'List-Id': '<list.outside.test>',
        ...(typeof hops === 'string' ? { 'X-Mailroom-Hops': hops } : {}),
      },
    };
  });
}
