/**
 * Reactions that come by mail: on the message that they are about, where their sender takes part; in the lobby where
 * not. They open no room, wake nobody and change nothing; over a real database.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Account } from '../../../src/bridge/account/account.ts';
import { TARGET } from '../../../src/bridge/notice/notices.ts';
import type { StoredSend } from '../../../src/db/room-tables/sends.ts';
import { recipientsIn } from '../../../src/answers/recipients-in.ts';
import type { ThreadId } from '../../../src/bridge/types.ts';
import type { Arrived } from '../../support/handlers/arrivals.ts';
import type { TestDatabase } from '../../support/database.ts';
import { bot, vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import type { HandlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';

let test: TestDatabase;
const parser = suiteParser();
eachDatabase((given) => {
  test = given;
});

const GMAIL = { 'MIME-Version': '1.0', 'Content-Type': 'text/vnd.google.email-reaction+json; charset=utf-8' };
let count = 0;

/** Bob's reaction to his own first mail, which Carla got too. */
const reaction = (emoji: string, more: Letter = {}): Letter => ({
  id: `r${String(++count)}@x.example`,
  from: 'carla@y.example',
  answers: 'first@x.example',
  text: JSON.stringify({ emoji, version: 1 }),
  ...more,
  headers: { ...GMAIL, ...more.headers },
});

/** A conversation of Bob, Carla and us. */
async function conversation(
  more: Partial<Account> = {},
): Promise<HandlerWorld & { readonly account: Account; readonly first: Arrived }> {
  const account = vouchedAccount('support', more);
  const world = await handlerWorld({ test, parser, accounts: [account] });
  const first = await world.arrivals.arrive({ id: 'first@x.example', cc: 'carla@y.example' });
  return { ...world, account, first };
}

async function rows<T extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await test.db.query<T>(sql, [...values])).rows;
}

/** Everything that a reaction must not change. */
async function untouched(): Promise<unknown> {
  return {
    threads: await rows('SELECT thread, subject, quiet, last_at FROM threads ORDER BY thread'),
    work: await rows('SELECT * FROM thread_work ORDER BY thread'),
    people: await rows('SELECT thread, address, standing FROM thread_people ORDER BY thread, address'),
    messages: await rows('SELECT message FROM messages ORDER BY message'),
    ids: await rows('SELECT message_id FROM thread_ids ORDER BY message_id'),
  };
}

const only = ({ sends }: Arrived): StoredSend => {
  const [send, second] = sends;
  assert.ok(send !== undefined && second === undefined, `${String(sends.length)} sends`);
  return send;
};
const inLobby = (send: StoredSend) => send.thread === null && send.room === null && send.own === 'lobby';
const bodyOf = ({ content }: StoredSend) => (typeof content['body'] === 'string' ? content['body'] : '');

describe('a participant’s reaction', () => {
  it('is one of their ghost on the message, and changes nothing else', async () => {
    const { arrivals, account, first } = await conversation();
    const before = await untouched();
    const arrived = await arrivals.arrive(reaction('👍'));
    const send = only(arrived);
    assert.deepEqual([send.type, send.sender], ['m.reaction', arrivals.ghosts.ghost('carla@y.example' as never)]);
    const { key, ...relation } = send.content['m.relates_to'] as Record<string, string>;
    assert.deepEqual([key, relation], ['👍', { rel_type: 'm.annotation', event_id: TARGET }]);
    assert.equal(send.target, first.sends[0]?.send);
    assert.deepEqual([arrived.state, arrived.thread], ['decided', null]);
    assert.deepEqual(await untouched(), before);
    const to = await test.db.transaction((tx) => recipientsIn(tx, { account }, first.thread as ThreadId, null));
    assert.equal(to.to[0]?.address, 'bob@x.example');
  });

  it('stands on what a person of ours said, by its event, also under the id that the relay gave it', async () => {
    const { arrivals, mails, core } = await conversation();
    const said = await mails.say('Here it is.', { thread: 'lamp', to: ['carla@y.example' as never] });
    await rows(
      `INSERT INTO thread_ids (account, id_hash, thread, message_id, kind, alias_of)
       VALUES ($1, sha256('<ses@relay.example>'), $2, '<ses@relay.example>', 'alias', $3)`,
      [core.account.id, mails.threadOf('lamp'), said.outgoing],
    );
    for (const answers of [said.messageId, 'ses@relay.example']) {
      const send = only(await arrivals.arrive(reaction('🎉', { answers })));
      assert.deepEqual([send.type, send.target, bodyOf(send)], ['m.reaction', null, '']);
      assert.equal((send.content['m.relates_to'] as Record<string, string>)['event_id'], said.event);
    }
  });

  it('is one for the same mail in two mailboxes', async () => {
    const { arrivals } = await conversation();
    const twice = reaction('👍');
    assert.equal((await arrivals.arrive(twice)).sends.length, 1);
    assert.equal((await arrivals.arrive(twice, { mailbox: 'Archive' })).sends.length, 0);
  });

  it('that looks like a sign is said without a sound, and decides nothing', async () => {
    const { arrivals } = await conversation();
    for (const emoji of ['✅', '❌', '👀', '✔️', '☑️', '⚠️']) {
      const send = only(await arrivals.arrive(reaction(emoji)));
      assert.deepEqual([send.type, send.content['msgtype']], ['m.room.message', 'm.notice']);
      assert.equal(bodyOf(send), `carla@y.example reacted with ${emoji}.`);
      assert.deepEqual(send.content['m.mentions'], {});
    }
  });

  it('a colleague’s from a mail program is said by the bot', async () => {
    const { arrivals } = await conversation();
    const send = only(await arrivals.arrive(reaction('👍', { from: 'support@ours.example' }), { role: 'sent' }));
    assert.deepEqual([send.type, send.sender], ['m.room.message', bot]);
    assert.match(bodyOf(send), /Support.* reacted with 👍\.$/u);
  });

  it('a thousand of one person: twenty stand, nobody is told of the others, all lie in the mailbox', async () => {
    const { arrivals } = await conversation();
    const emoji = Array.from('👍👎😀😃😄😁😆😅🤣😂🙂🙃🫠😉😊😇🥰😍🤩😘😗😚😙🥲😋');
    const arrived: Arrived[] = [];
    for (const one of emoji) arrived.push(await arrivals.arrive(reaction(one)));
    assert.equal(arrived.filter(({ sends }) => sends.length === 1).length, 20);
    const rest = arrived.slice(20);
    assert.ok(rest.every(({ state, reason, sends }) => state === 'ignored' && reason !== null && sends.length === 0));
  });
});

describe('a reaction that cannot be placed', () => {
  const alone = async (arrived: Arrived) => {
    const send = only(arrived);
    assert.ok(inLobby(send) && send.sender === bot && send.content['msgtype'] === 'm.notice', bodyOf(send));
    assert.equal((await rows('SELECT FROM threads')).length, 1);
    return bodyOf(send);
  };

  it('by a stranger, or to a mail of nobody, stands in the lobby and opens no room', async () => {
    const { arrivals } = await conversation();
    const eve = await alone(await arrivals.arrive(reaction('👍', { from: 'eve@evil.example' })));
    assert.match(eve, /eve@evil\.example.*\n*👍/su);
    assert.match(await alone(await arrivals.arrive(reaction('👍', { answers: 'far@away.example' }))), /👍/u);
  });

  it('by somebody who only claims to be a participant is marked there, or waits as any forged mail', async () => {
    const { arrivals } = await conversation();
    const claimed = await alone(await arrivals.arrive(reaction('👍', { vouched: false })));
    assert.match(claimed, /⚠.*carla@y\.example/su);
    const failing = { 'Authentication-Results': 'mx.ours.example; dmarc=fail (p=reject) header.from=y.example' };
    const forged = await arrivals.arrive(reaction('👍', { vouched: false, headers: failing }));
    assert.ok(forged.sends.every(({ type }) => type !== 'm.reaction'));
  });

  it('to a message of another account says nothing there', async () => {
    const support = vouchedAccount('support');
    const sales = vouchedAccount('sales');
    const { arrivals } = await handlerWorld({ test, parser, accounts: [support, sales] });
    await arrivals.arrive({ id: 'first@x.example', to: 'sales@ours.example' }, { account: 'sales' });
    const send = only(await arrivals.arrive(reaction('👍', { from: 'bob@x.example' })));
    assert.ok(inLobby(send) && send.account === 'support');
  });

  it('a flood of strangers’ fills the overflow room and not the lobby', async () => {
    const { arrivals } = await conversation({ flood: { rooms: 16, ghosts: 16 } });
    let lobby = 0;
    for (let n = 0; n < 30; n += 1) {
      const from = `eve${String(n)}@evil.example`;
      const { sends } = await arrivals.arrive(reaction('👍', { from, vouched: false }));
      lobby += sends.filter((send) => send.purpose.kind === 'lobby-part').length;
    }
    assert.ok(lobby <= 2, `${String(lobby)} in the lobby`);
  });
});

describe('what is no reaction', () => {
  it('with words, a fake emoji or a file it is a mail, whose words are all there', async () => {
    const { arrivals } = await conversation();
    const long = await arrivals.arrive(reaction(`👍${'\u200d👍'.repeat(500)}`));
    const file = long.sends.find(({ files }) => files.length > 0);
    assert.equal(long.state, 'decided');
    assert.ok(long.thread !== null && file !== undefined);
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Disposition': 'reaction' };
    const words = await arrivals.arrive(reaction('', { headers, text: '👍 but I cancel' }));
    assert.ok(words.sends.some((send) => bodyOf(send) === '👍 but I cancel'));
  });

  it('by a machine it is what an automatic reply is: no reaction, and nothing that answers', async () => {
    const { arrivals } = await conversation();
    const headers = { 'Auto-Submitted': 'auto-replied' };
    const arrived = await arrivals.arrive(reaction('👍', { headers }));
    assert.ok(arrived.sends.length > 0 && arrived.sends.every(({ type }) => type !== 'm.reaction'));
    assert.deepEqual(await rows('SELECT FROM outgoing'), []);
  });

  it('where the account wants none it is a mail', async () => {
    const { arrivals, first } = await conversation({ reactions: 'off' });
    const arrived = await arrivals.arrive(reaction('👍'));
    assert.equal(arrived.thread, first.thread);
  });
});
