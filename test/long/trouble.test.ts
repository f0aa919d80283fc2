/**
 * A help desk's day in which everything goes wrong once that operating.md knows of the ways in and out: each trouble is
 * told once, and once when it is over, all of it ends by itself, and each mail of the day comes once.
 */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { z } from 'zod';
import { programFile } from '../../tools/built.ts';
import { words } from '../../src/words/words.ts';
import { demoPeople } from '../../tools/demo/people.ts';
import { command } from '../../tools/servers/run.ts';
import { alertsOn } from '../support/alerts.ts';
import { chance } from '../support/burst.ts';
import { Day, LONG } from '../support/day.ts';
import { bot, field, isMessage, repliesTo, signsOn, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';
import type { Invite } from '../../tools/demo/matrix-user.ts';
import { ImapWay, RelayGate } from '../support/ways.ts';

const seed = Number(process.env['MAILROOM_SOAK_SEED'] ?? randomInt(2 ** 31));
console.log(`MAILROOM_SOAK_SEED=${seed}`);
function dice(number: number): () => number {
  const numbers = chance(number);
  return () => numbers.next().value;
}
const next = dice(seed);

/** The day lasts at least so long, however quick the troubles are. */
const LEAST_MS = 6 * 60_000;
const CONVERSATION_EVERY_MS = 12_000;

const account = 'support@mailroom.test';
/** Whom the relay knows: a password that is changed there changes nothing at the mailbox. */
const relayLogin = { address: 'relay@mailroom.test', password: 'relay-first' };

const fixture = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url), 'utf8');
const expired = { key: fixture('expired.key'), cert: fixture('expired.pem') };

const world = await World.start({
  mailroom: 'stopped',
  people: {
    ...demoPeople,
    outsiders: Array.from({ length: 120 }, (_, n) => ({ name: 'Guest', address: `guest${n + 1}@outside.test` })),
  },
  configure: (draft) => {
    draft.times = { account_trouble: '10s', poll: '5s' };
  },
});
const { environment } = world;
const { mailroom, dovecot, users, certificates } = environment;
const honest = { key: readFileSync(certificates.key, 'utf8'), cert: readFileSync(certificates.certificate, 'utf8') };
const relay = await new RelayGate(environment.ports.submission, honest).open();
const mailbox = await new ImapWay(environment.ports.imap).open();
after(() => {
  relay.close();
  mailbox.close();
});
await users.add([relayLogin]);
await dovecot.create(account, 'Orders');
const authorities = join(environment.state, 'authorities.pem');
writeFileSync(authorities, readFileSync(certificates.ca, 'utf8') + expired.cert);
await environment.reconfigure((draft) => {
  const { support } = draft.accounts;
  assert.ok(support);
  Object.assign(support.imap, { port: mailbox.port, security: 'none', mailboxes: ['INBOX', 'Orders'] });
  Object.assign(support.smtp, { port: relay.port, ca_file: authorities, user: relayLogin.address });
  support.smtp.password = relayLogin.password;
});
await mailroom.server.start();
await mailroom.untilReady({ within: LONG });

const alice = await world.client();
await world.space('Support');
/** Made when there is something to tell for the first time. */
let lobby = '';

const say = words('en');
const SOME = '\u{e000}';

/** These words, with anything where they have something of their own. */
function like(...lines: readonly string[]): RegExp {
  const parts = lines.join('\n').split(SOME);
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}`);
}

const noMail = say('relay-news', { time: SOME });
const inFolder = { mailbox: 'INBOX', sender: SOME, subject: SOME, show: SOME };

/** What the lobby is told, by its words. */
const news = {
  'mail leaves': like(say('relay-well', { time: SOME })),
  'mailbox well': like(say('operations-well', { time: SOME })),
  'relay login': like(noMail, say('relay-trouble-login')),
  'relay away': like(noMail, say('relay-trouble-connection-refused')),
  'relay certificate': like(noMail, say('relay-trouble-certificate-expired')),
  folder: like(say('operations-unread', { folders: 'Orders', time: SOME })),
  unannounced: like(say('operations-unannounced', { folders: 'INBOX', time: SOME })),
  'mailbox login': like(say('room-login-refused', { protocol: 'IMAP' })),
  withheld: like(say('operations-withheld', inFolder)),
} as const;
type News = keyof typeof news;

/** What the lobby was told so far; what has no name, in its own words. */
function told(): string[] {
  const said = alice.events.filter((event) => event.room_id === lobby && event.sender === bot && isMessage(event));
  return said.map((event) => {
    const body = field(event, 'body');
    return Object.entries(news).find(([, wording]) => wording.test(body))?.[0] ?? body;
  });
}

const expected: News[] = [];
async function isTold(): Promise<boolean> {
  const named = ({ state }: Invite) =>
    state.some((event) => field(event, 'name') === say('inbox-lobby-name', { account: 'Support' }));
  const invite = lobby === '' ? alice.invites.find(named) : undefined;
  if (invite !== undefined) {
    await alice.join(invite.room_id);
    lobby = invite.room_id;
  }
  return told().length >= expected.length;
}

/** Waits until the lobby is told of this, as the next thing. */
async function tells(what: News): Promise<void> {
  expected.push(what);
  await until(isTold, { what: `the lobby is told: ${what}`, within: LONG });
  assert.deepEqual(told(), expected);
}

const day = new Day(world, dice(seed + 1));
/** Whether the mail whose connection breaks behind its end was taken all the same. */
const isTaken = next() < 0.5;
const mayRepeat = new Set<string>();

async function ctl(...line: string[]): Promise<unknown> {
  const main = programFile('main.ts');
  const text = await command([process.execPath, main, 'ctl', ...line, '--json', '--config', mailroom.configFile]);
  return JSON.parse(text);
}

async function standing(): Promise<string | undefined> {
  const [row] = await world.sql<{ state: string }>(`SELECT state FROM accounts WHERE account = 'support'`);
  return row?.state;
}

/** Each begins a trouble, waits until it is told, ends it, and waits until that is told as well. */
const troubles: Readonly<Record<string, () => Promise<void>>> = {
  'the relay refuses the login': async () => {
    const password = unique('relay');
    await users.add([{ ...relayLogin, password }]);
    relay.drop();
    await tells('relay login');
    await environment.reconfigure((draft) => {
      const { support } = draft.accounts;
      assert.ok(support);
      support.smtp.password = password;
    });
    await tells('mail leaves');
  },
  'the relay is away': async () => {
    relay.close();
    await tells('relay away');
    await relay.open();
    await tells('mail leaves');
  },
  'the certificate of the relay has expired': async () => {
    relay.identity = expired;
    relay.drop();
    await tells('relay certificate');
    relay.identity = honest;
    await tells('mail leaves');
  },
  'a folder is renamed': async () => {
    const rename = (from: string, to: string) => dovecot.doveadm(['mailbox', 'rename', '-u', account, from, to]);
    await rename('Orders', 'Orders of old');
    await tells('folder');
    const order = day.open(async (outsider, word) => {
      const id = `<${word}@outside.test>`;
      const lines = [`Message-ID: ${id}`, `From: Dora Day <${outsider.address}>`, `To: ${account}`];
      const rest = [`Subject: About ${word}`, `Date: ${new Date().toUTCString()}`, '', `I order ${word}.`, ''];
      await dovecot.save(account, 'Orders of old', [...lines, ...rest].join('\r\n'));
      return id;
    });
    await until(async () => (await folderMails('Orders of old')) > 0, { what: 'an order in the folder', within: LONG });
    await rename('Orders of old', 'Orders');
    await tells('mailbox well');
    await order;
  },
  'IDLE tells of no mail': async () => {
    const talk = await day.open();
    mailbox.isHushed = true;
    expected.push('unannounced');
    // Each is found by a poll, since nobody tells of it.
    while (!(await isTold())) await day.write(talk);
    assert.deepEqual(told(), expected);
    mailbox.isHushed = false;
    await day.write(talk);
    await tells('mailbox well');
  },
  'the mail server refuses the login': async () => {
    const { password } = world.account('support');
    await users.add([{ address: account, password: unique('changed') }]);
    // Dovecot sees its file of logins change within a second.
    const isRefused = async (): Promise<boolean> => {
      if ((await standing()) === 'connected') await dovecot.kick(account);
      return (await standing()) === 'bad-credentials';
    };
    await until(isRefused, { what: 'a refused login', within: LONG, every: 500 });
    await tells('mailbox login');
    await users.add([{ address: account, password }]);
    const isBack = async (): Promise<boolean> => {
      await ctl('accounts', 'retry', 'support');
      return (await standing()) === 'connected';
    };
    await until(isBack, { what: 'a login that is taken', within: LONG, every: 2_000 });
    await tells('mailbox well');
  },
  'a mail is not handed over': async () => {
    let withheld = '';
    const talk = day.open(async (outsider, word) => {
      withheld = word;
      mailbox.withheld = word;
      return (await outsider.write({ subject: `About ${word}`, text: `Where is ${word}?` })).messageId;
    });
    const endPauses = async (): Promise<boolean> => {
      await world.sql('UPDATE open_uids SET retry_at = now() WHERE retry_at > now()');
      return isTold();
    };
    expected.push('withheld');
    await until(endPauses, { what: 'the lobby is told of the mail', within: LONG, every: 1_000 });
    assert.deepEqual(told(), expected);
    assert.ok(
      alice.events.some((event) => event.room_id === lobby && field(event, 'body').includes(`About ${withheld}`)),
    );
    assert.match(JSON.stringify(await ctl('quarantine', 'support')), new RegExp(withheld));
    mailbox.withheld = null;
    await world.sql('UPDATE open_uids SET retry_at = now()');
    await talk;
  },
  'nobody knows the outcome of a mail': async () => {
    const talk = await day.open();
    const word = day.word(talk);
    mayRepeat.add(word);
    relay.cut = { word, isTaken };
    const { event } = await day.say(talk, word);
    const unsure = (): number =>
      talk.member.events.filter(
        (one) => repliesTo(one) === event && field(one, 'body').includes(say('commands-unknown-outcome')),
      ).length;
    const isSign = (sign: string) =>
      until(() => signsOn(talk.member.events, event).join() === sign, { what: `the sign ${sign}`, within: LONG });
    await until(() => unsure() > 0, { what: 'that nobody knows the outcome', within: LONG });
    await isSign('⏳');
    await world.endPause(event);
    await day.receives(talk, word);
    await isSign('✔️');
    assert.equal(unsure(), 1);
    assert.equal(relay.cut, null);
  },
};

async function folderMails(folder: string): Promise<number> {
  const text = await dovecot.doveadm(['mailbox', 'status', '-u', account, 'messages', folder]);
  return Number(/messages=(\d+)/.exec(text)?.[1] ?? 0);
}

/** All of them, in the seed's order. */
function inOrder<Thing>(things: readonly Thing[]): Thing[] {
  const rest = [...things];
  return things.flatMap(() => rest.splice(Math.floor(next() * rest.length), 1));
}

describe(`a day of trouble (seed ${seed})`, () => {
  day.start(CONVERSATION_EVERY_MS);

  for (const [name, play] of inOrder(Object.entries(troubles))) it(`${name}: told once, and over by itself`, play);

  it('comes to its evening with each mail once, in both directions', async (t) => {
    await day.end(LEAST_MS);
    t.diagnostic(`${day.size.talks} conversations, ${day.size.mails} mails`);
    await day.assertOnce(mayRepeat);
    const sent = await dovecot.doveadm(['fetch', '-u', account, 'hdr.message-id', 'mailbox', 'Sent']);
    const ids = [...sent.matchAll(/<[^>]+>/g)].map(([id]) => id);
    assert.equal(new Set(ids).size, ids.length, 'each copy in Sent once');
  });

  it('leaves nothing behind', async () => {
    await mailroom.untilReady({ within: LONG });
    const standings = z
      .object({ accounts: z.array(z.object({ state: z.string(), out: z.object({ state: z.string() }) })) })
      .parse(await ctl('accounts'));
    const states = standings.accounts.map(({ state, out }) => [state, out.state]);
    assert.deepEqual(states, [
      ['connected', 'ready'],
      ['connected', 'ready'],
    ]);
    const unfinished = async () =>
      world.sql(
        `SELECT 'mail' AS what, outgoing AS which FROM outgoing WHERE state NOT IN ('sent', 'cancelled')
         UNION ALL SELECT 'copy', outgoing FROM outgoing WHERE state = 'sent' AND copied_at IS NULL
         UNION ALL SELECT 'withheld', uid::text FROM open_uids
         UNION ALL SELECT queue, subject FROM jobs WHERE state = 'quarantined' OR (run_at <= now() AND failures > 0)`,
      );
    await until(async () => (await unfinished()).length === 0, { what: 'nothing waits', within: LONG, every: 500 });
    assert.equal(z.object({ total: z.number() }).parse(await ctl('quarantine')).total, 0);
    assert.deepEqual(alertsOn(await mailroom.metrics()), []);
    assert.deepEqual(told(), expected, 'the lobby was told nothing else');
  });
});
