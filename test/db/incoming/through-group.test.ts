/** A mailbox that a group feeds, which writes its own address into From: whose mail it is, and who is answered. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recipientsIn } from '../../../src/answers/recipients-in.ts';
import type { ThreadId } from '../../../src/bridge/types.ts';
import { loadMessage } from '../../../src/db/thread-tables/threads.ts';
import { vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { Arrivals, Arrived } from '../../support/handlers/arrivals.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const support = vouchedAccount('support');
const LIST = {
  'X-Google-Group-Id': '123',
  'Mailing-list': 'list support@ours.example; contact support+owners@ours.example',
  'List-ID': '<support.ours.example>',
};

describe('mail through a group at the account’s own address', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let mails: Arrivals;
  eachDatabase(async (given) => {
    test = given;
    ({ arrivals: mails } = await handlerWorld({ test, parser, accounts: [support] }));
  });

  /** As the group sends on what somebody wrote to it. */
  const through = (name: string, address: string, more: Letter, at = {}): Promise<Arrived> =>
    mails.arrive(
      {
        ...more,
        from: `"'${name}' via Support" <support@ours.example>`,
        vouched: false,
        headers: {
          ...(more.vouched === false
            ? {}
            : { 'Authentication-Results': 'mx.ours.example; dmarc=pass header.from=ours.example' }),
          ...LIST,
          'X-Original-Sender': address,
          'X-Original-From': `${name} <${address}>`,
          'Reply-To': `${name} <${address}>`,
          ...more.headers,
        },
      },
      at,
    );
  const kept = async ({ message }: Arrived) => {
    assert.ok(message !== null);
    const { rows } = await test.db.query<{ ghost: string; direction: string }>(
      `SELECT s.sender AS ghost, m.direction FROM matrix_sends s JOIN messages m USING (message)
       WHERE message = $1 AND purpose = 'part'`,
      [message],
    );
    return { ...(await loadMessage(test.db, message))?.facts, ...rows[0] };
  };
  const answered = async (thread: ThreadId | null) => {
    assert.ok(thread !== null);
    const { to, cc, why } = await recipientsIn(test.db, { account: support }, thread, null);
    const unverified = 'unverified' in why && why.unverified === true;
    return { to: [...to, ...cc].map(({ address }) => address as string), unverified };
  };

  it('is the writer’s, from outside, each with their own ghost, marked, and is answered', async () => {
    const carl = await through('Carl', 'carl@client.example', { id: 'c1@c' });
    const { sender, from, direction, ghost } = await kept(carl);
    assert.deepEqual([from?.map(({ address }) => address), direction], [['carl@client.example'], 'in']);
    assert.deepEqual(sender?.marks, ['group-only']);
    assert.equal(ghost, '@mail_=claimed=carl=40client.example:matrix.test');
    assert.deepEqual(await answered(carl.thread), { to: ['carl@client.example'], unverified: true });
    const dana = await through('Dana', 'dana@client.example', { id: 'd1@c', text: 'Another.', subject: 'Lamp' });
    assert.equal((await kept(dana)).ghost, '@mail_=claimed=dana=40client.example:matrix.test');
    const again = { id: 'c2@c', answers: 'c1@c', subject: 'Re: Printer broken', text: 'Still.' };
    assert.equal((await through('Carl', 'carl@client.example', again)).thread, carl.thread);
    assert.deepEqual(await answered(carl.thread), { to: ['carl@client.example'], unverified: true });
  });

  it('attack: does not open a conversation to all who write to the group', async () => {
    const carl = await through('Carl', 'carl@client.example', { id: 'c1@c' });
    const mallory = { answers: 'c1@c', subject: 'Re: Printer broken' };
    const apart = await through('Mallory', 'mallory@evil.example', { ...mallory, id: 'm1@evil' });
    assert.equal(apart.decision, 'not-a-participant');
    const bare = { ...mallory, id: 'm2@evil', from: 'eve@evil.example', vouched: false, text: 'Bare.' };
    const results = 'mx.ours.example; dkim=pass header.d=ours.example; dmarc=none header.from=evil.example';
    const unmunged = await mails.arrive({ ...bare, headers: { ...LIST, 'Authentication-Results': results } });
    assert.equal(unmunged.decision, 'not-a-participant', 'nor where the group left From as it was');
    assert.deepEqual(await answered(carl.thread), { to: ['carl@client.example'], unverified: true });
  });

  it('attack: chooses no recipients in a conversation in which somebody verified takes part', async () => {
    const bob = await mails.arrive({ id: 'b1@x' });
    const forged = { id: 'm1@evil', answers: 'b1@x', subject: 'Re: Printer broken', cc: 'mallory@evil.example' };
    const headers = { 'X-Original-Sender': 'bob@x.example', 'Reply-To': 'bob@x.example' };
    const joined = await through('Bob', 'bob@x.example', { ...forged, headers });
    assert.equal(joined.thread, bob.thread);
    assert.equal((await kept(joined)).ghost, '@mail_=claimed=bob=40x.example:matrix.test');
    assert.deepEqual(await answered(bob.thread), { to: ['bob@x.example'], unverified: false });
  });

  it('attack: waits where nobody vouches for the hop, and where the writer is one of us', async () => {
    const fates = [
      await through('Carl', 'carl@client.example', { id: '1@evil', vouched: false }),
      await through('Alice', 'alice@ours.example', { id: '2@evil' }),
      await through('Support', 'support@ours.example', { id: '3@evil' }),
      await through('Carl', 'carl@client.example', {
        id: '4@evil',
        headers: { 'X-BeenThere': 'support@ours.example', 'Reply-To': 'ceo@bank.example' },
      }),
    ];
    assert.deepEqual(
      fates.map(({ state }) => state),
      ['held', 'held', 'held', 'held'],
    );
  });

  it('is kept out by a rule about the group, and by one about the writer', async () => {
    const rule = `INSERT INTO entry_rules (account, thread, pattern, effect, by_user)
                  VALUES ('support', NULL, $1, 'block', '@alice:ours.example')`;
    const list = (domain: string, more: Letter): Promise<Arrived> =>
      mails.arrive({
        ...more,
        from: `"Eva via Bees" <bees@${domain}>`,
        headers: { 'List-Id': `<bees.${domain}>`, 'Reply-To': 'Eva <eva@strict.example>' },
      });
    assert.equal((await list('hive.example', { id: '1@h' })).state, 'decided');
    await test.db.query(rule, ['hive.example']);
    assert.equal((await list('hive.example', { id: '2@h', text: 'Two.' })).reason, 'not shown: blocked hive.example');
    assert.equal((await list('swarm.example', { id: '3@h', text: 'Three.' })).state, 'decided');
    await test.db.query(rule, ['eva@strict.example']);
    assert.match((await list('swarm.example', { id: '4@h', text: 'Four.' })).reason ?? '', /blocked eva@strict/);
  });

  it('came in, where a rule of the mailbox puts it into Sent', async () => {
    const carl = await through('Carl', 'carl@client.example', { id: 'c1@c' }, { mailbox: 'Sent', role: 'sent' });
    assert.equal((await kept(carl)).direction, 'in');
  });
});
