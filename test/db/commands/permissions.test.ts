import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Level } from '../../../src/bridge/account/permissions.ts';
import type { UserId } from '../../../src/bridge/types.ts';
import { eachDatabase } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, teamAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const guest = '@guest:matrix.test' as UserId;
const stranger = '@stranger:elsewhere.test' as UserId;
const root = '@root:matrix.test' as UserId;

describe('who may what in a room', () => {
  let test: TestDatabase;
  eachDatabase((given) => {
    test = given;
  });

  const mails = async () =>
    (
      await test.db.query<{ author: string }>(
        `SELECT author FROM outgoing WHERE state <> 'cancelled' ORDER BY opened_at`,
      )
    ).rows.map(({ author }) => author);

  it('mails what the team and our own people say; others are told once that it is not, with who can help', async () => {
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] });
    const room = await rooms.room('support', 'thread');
    await rooms.say(room, alice, 'From the team.');
    await rooms.say(room, guest, 'From our house.');
    const told = await rooms.say(room, stranger, 'From elsewhere.');
    assert.deepEqual(await mails(), [alice, guest]);
    assert.equal(told.length, 1);
    assert.match(told[0]?.body ?? '', /may not answer by mail here[^]*Ask @alice:matrix\.test to do it/);
    assert.deepEqual(told[0]?.content['m.mentions'], { user_ids: [stranger] });
    assert.deepEqual(await rooms.say(room, stranger, 'And again.'), []);
    const other = await rooms.room('support', 'thread');
    assert.equal((await rooms.say(other, stranger, 'Elsewhere again.')).length, 1);
    assert.deepEqual(await mails(), [alice, guest]);
  });

  it('gives each level its commands, and says what is missing and who can grant it', async () => {
    const permissions = new Map<string, Level>([
      [root, 'admin'],
      ['matrix.test', 'relay'],
      ['elsewhere.test', 'user'],
    ]);
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support', { permissions })] });
    const room = await rooms.room('support', 'thread');
    const lobby = await rooms.room('support', 'lobby');
    const answer = async (user: UserId, text: string, at = room) => (await rooms.say(at, user, text))[0]?.body ?? '';
    assert.match(await answer(guest, '!mail status'), /^Account support/);
    assert.match(
      await answer(guest, '!mail source'),
      /permission “user”[^]*@root:matrix\.test can give you that permission/,
    );
    assert.match(await answer(guest, '!mail list'), /permission “user”/);
    assert.match(await answer(stranger, '!mail source'), /as a reply/);
    assert.match(await answer(stranger, '!mail accept', lobby), /permission “moderator”/);
    assert.match(await answer(alice, '!mail accept', lobby), /as a reply/);
    assert.match(await answer(root, '!mail accept', lobby), /as a reply/);
  });

  it('counts power over a room that people made, and asks for it only where it could help', async () => {
    const asked: UserId[] = [];
    const { rooms } = await handlerWorld({
      test,
      accounts: [teamAccount('support')],
      eventIn: {
        powerOf: (_room, user) => {
          asked.push(user);
          return Promise.resolve(user === guest ? 50 : 0);
        },
      },
    });
    const room = await rooms.madeBy(await rooms.room('support', 'thread'), guest);
    assert.match((await rooms.say(room, guest, '!mail why'))[0]?.body ?? '', /as a reply/);
    await rooms.say(room, alice, '!mail why');
    await rooms.say(room, stranger, '!mail why');
    await rooms.say(room, guest, 'Just a message.');
    assert.deepEqual(asked, [guest]);
  });

  it('gives with power over a room what concerns its conversation, nothing of the account', async () => {
    const { rooms } = await handlerWorld({
      test,
      accounts: [teamAccount('support')],
      eventIn: { powerOf: () => Promise.resolve(50) },
    });
    const room = await rooms.madeBy(await rooms.room('support', 'thread'), guest);
    const answer = async (text: string) => (await rooms.say(room, guest, text))[0]?.body ?? '';
    assert.match(await answer('!mail block elsewhere.example here'), /elsewhere\.example/);
    assert.match(await answer('!mail entry open'), /This room is open/);
    assert.match(await answer('!mail brake'), /Nothing is stopped/);
    const refused = /permission “moderator”/;
    for (const text of [
      '!mail block elsewhere.example',
      '!mail allow *.example account',
      '!mail rules',
      '!mail breaker',
    ]) {
      assert.match(await answer(text), refused, text);
    }
    assert.match(await answer('!mail split'), refused);
    const { rows } = await test.db.query<{ thread: string | null }>('SELECT thread FROM entry_rules');
    assert.ok(rows.length === 1 && rows[0]?.thread !== null);
  });

  it('answers nothing to who is blocked but one refusal', async () => {
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] });
    const room = await rooms.room('support', 'thread');
    assert.match((await rooms.say(room, stranger, '!mail help'))[0]?.body ?? '', /may not use Mailroom/);
    assert.deepEqual(await rooms.say(room, stranger, '!mail nonsense'), []);
  });

  it('lets a mail beyond the quota of the day wait, tells so, and lets it be taken back', async () => {
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support', { mailsPerUserDay: 2 })] });
    const places = [];
    for (let n = 0; n < 4; n += 1) places.push(await rooms.room('support', 'thread'));
    const [one, two, three, four] = places;
    assert.ok(one && two && three && four);
    const quota = /2 mails within 24 hours[^]*waits and goes out at/;
    await rooms.say(one, alice, 'First.');
    await test.db.query(`UPDATE outgoing SET state = 'sent', opened_at = now() - interval '20 hours'`);
    assert.ok((await rooms.say(two, alice, 'Second.')).every(({ body }) => !quota.test(body)));
    assert.ok((await rooms.say(three, alice, 'Third.')).some(({ body }) => quota.test(body)));
    assert.ok((await rooms.say(three, alice, 'Joins the third.')).every(({ body }) => !quota.test(body)));
    assert.ok((await rooms.say(four, alice, 'Fourth.')).some(({ body }) => quota.test(body)));
    const { rows } = await test.db.query<{ hours: number | null }>(
      `SELECT round(extract(epoch FROM not_before - now()) / 3600)::int AS hours FROM outgoing ORDER BY opened_at`,
    );
    assert.deepEqual(rows.map(({ hours }) => hours), [null, null, 4, 24]); // prettier-ignore
    assert.ok((await rooms.say(one, guest, 'Another person.')).every(({ body }) => !quota.test(body)));
  });

  it('answers in the language of who asks', async () => {
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] });
    const room = await rooms.room('support', 'thread');
    assert.match((await rooms.say(room, alice, '!mail language'))[0]?.body ?? '', /answered in English/);
    assert.match((await rooms.say(room, alice, '!mail language Deutsch'))[0]?.body ?? '', /auf Deutsch/);
    assert.match((await rooms.say(room, alice, '!mail status'))[0]?.body ?? '', /^Konto support/);
    assert.match((await rooms.say(room, guest, '!mail status'))[0]?.body ?? '', /^Account support/);
    assert.match((await rooms.say(room, alice, '!mail language xx'))[0]?.body ?? '', /^Ich spreche/);
  });

  it('puts a long answer into a Matrix thread at the command, a short one beside it', async () => {
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] });
    const room = await rooms.room('support', 'thread');
    const [long] = await rooms.say(room, alice, '!mail help');
    const relates = long?.content['m.relates_to'];
    assert.ok(relates instanceof Object && 'rel_type' in relates && relates.rel_type === 'm.thread');
    const [short] = await rooms.say(room, alice, '!mail status');
    const beside = short?.content['m.relates_to'];
    assert.ok(beside instanceof Object && 'm.in_reply_to' in beside && !('rel_type' in beside));
  });
});
