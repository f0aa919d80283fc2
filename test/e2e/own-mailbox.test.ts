/** A member brings a mailbox of their own: on the real servers, from the link in the chat to a logout. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { freePort } from '../../tools/servers/ports.ts';
import { bot, field, isMessage, PATIENCE, repliesTo, unique, World } from '../support/e2e.ts';
import { PageVisitor } from '../support/page-visitor.ts';
import { Mailbox, until } from '../support/servers.ts';
import type { MatrixUser } from '../support/servers.ts';

const port = await freePort();
const pages = `http://127.0.0.1:${String(port)}`;
const world = await World.start({
  configure: (draft) => {
    const { imap, smtp } = draft.accounts['support'] ?? assert.fail();
    const server = ({ host, port: number, security, ca_file }: typeof imap) => ({
      host,
      port: number,
      security,
      ca_file,
    });
    draft.web = { listen: { host: '127.0.0.1', port }, url: pages, behind_proxy: false };
    draft.logins = {
      allowed: ['@bob:matrix.test'],
      servers: [{ domains: ['outside.test'], imap: server(imap), smtp: server(smtp) }],
      closed_network: true,
    };
  },
});
const bob = await world.client('bob');
const alice = await world.client('alice');
/** What was under way has half a minute to end, and what was said is redacted first. */
const LEAVING = 3 * PATIENCE;
const created = z.object({ room_id: z.string() });

/** Begins a direct chat with the bot, which is there once it has greeted. */
async function chat(member: MatrixUser): Promise<string> {
  const room = { preset: 'trusted_private_chat', is_direct: true, invite: [bot] };
  const made = created.parse(await member.request('POST', '/_matrix/client/v3/createRoom', room)).room_id;
  await member.waitFor((seen) => isMessage(seen) && seen.room_id === made && seen.sender === bot, {
    what: 'the greeting',
    within: PATIENCE,
  });
  return made;
}

async function ask(member: MatrixUser, room: string, text: string): Promise<string> {
  const asked = await member.say(room, text);
  const answer = await member.waitFor((seen) => isMessage(seen) && seen.sender === bot && repliesTo(seen) === asked, {
    what: `the answer to "${text}"`,
    within: PATIENCE,
  });
  return field(answer, 'body');
}

/** The tables in which a text stands, in whatever column. */
async function placesOf(text: string): Promise<string[]> {
  const tables = await world.sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.sql(`SELECT 1 FROM "${name}" t WHERE position($1 in t::text) > 0 LIMIT 1`, [text]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('an own mailbox', () => {
  it('is brought by a page and a code, is its owner’s alone, and leaves nothing behind', async () => {
    const login = world.environment.outsiders.at(-1) ?? assert.fail();
    const own = await Mailbox.open(world.environment, login);
    const outsider = await world.outsider('Olga Outside');
    const room = await chat(bob);
    const said = await ask(bob, room, 'login');
    const link = /http:\/\/\S+\/login\/[\w-]{43}/.exec(said)?.[0] ?? assert.fail(said);

    const browser = new PageVisitor();
    const enter = async (password: string) => {
      const { token } = await browser.send(link, { step: 'begin' });
      return browser.send(link, { step: 'try', token, address: login.address, password, name: 'Bob Own' });
    };
    assert.match((await enter('not the password')).text, /did not take address and password/);
    const { text } = await enter(login.password);
    const code = /login (\d{6})/.exec(text)?.[1] ?? assert.fail(text);
    assert.match(await ask(bob, room, `login ${code}`), /is here now/);
    assert.deepEqual(await placesOf(login.password), []);

    const word = unique('own');
    await until(
      async () => {
        const rows = await world.sql("SELECT 1 FROM accounts WHERE account LIKE 'own-%' AND state = 'connected'");
        return rows.length === 1;
      },
      { what: 'the account is connected', within: PATIENCE },
    );
    await outsider.write({ to: login.address, subject: word, text: `About ${word}.` });
    const conversation = await world.enter(word, 'bob');
    const shown = await bob.waitFor((seen) => seen.room_id === conversation && isMessage(seen), {
      what: 'the mail in its room',
      within: PATIENCE,
    });
    assert.match(field(shown, 'body'), new RegExp(word));
    const people = (await bob.state(conversation)).filter(({ type }) => type === 'm.room.member');
    assert.ok(!people.some(({ state_key: who }) => who === '@alice:matrix.test'));
    assert.ok(!alice.invites.some(({ room_id: id }) => id === conversation));

    await bob.say(conversation, 'From my own mailbox.');
    const { parsed } = await outsider.receives('From my own mailbox.');
    assert.equal(parsed.from?.text, `"Bob Own" <${login.address}>`);

    // What he writes in a mail program stands there as his.
    const program = await Mailbox.open(world.environment, login, { folder: 'Sent' });
    const lines = [
      `Message-ID: <${unique()}@laptop.outside.test>`,
      `From: Bob Own <${login.address}>`,
      `To: ${outsider.address}`,
      `Subject: Re: ${word}`,
      `In-Reply-To: ${parsed.messageId ?? ''}`,
      `References: ${parsed.messageId ?? ''}`,
      `Date: ${new Date().toUTCString()}`,
      '',
      'From my laptop.',
      '',
    ];
    await program.append('Sent', Buffer.from(lines.join('\r\n')));
    await program.close();
    const laptop = await bob.waitFor(
      (seen) => seen.room_id === conversation && isMessage(seen) && field(seen, 'body').includes('From my laptop.'),
      { what: 'the mail from the laptop', within: PATIENCE },
    );
    assert.match(field(laptop, 'body'), /^Bob Own/);

    assert.match(await ask(bob, room, 'logout'), /is taken away/);
    await bob.waitFor(
      ({ room_id: at, type, state_key: who, content }) =>
        at === conversation && type === 'm.room.member' && who === bot && content['membership'] === 'leave',
      { what: 'the bot leaves', within: LEAVING },
    );
    await until(
      async () => {
        const rows = await world.sql(
          `SELECT 1 FROM own_accounts UNION ALL SELECT 1 FROM sealed_secrets
         UNION ALL SELECT 1 FROM accounts WHERE account LIKE 'own-%'
         UNION ALL SELECT 1 FROM mails WHERE account LIKE 'own-%'
         UNION ALL SELECT 1 FROM threads WHERE account LIKE 'own-%'`,
        );
        return rows.length === 0;
      },
      { what: 'nothing of it is left', within: LEAVING },
    );
    assert.deepEqual(await placesOf(login.password), []);
    assert.match((await browser.open(link)).title, /used or is too old/);
    assert.ok((await own.mails()).length > 0);
    await own.close();
  });
});
