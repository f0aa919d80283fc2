/** `!mail account` in the chat with the bot: in every language, and never with a password. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Level } from '../../../src/bridge/account/permissions.ts';
import type { RoomId } from '../../../src/bridge/types.ts';
import { LANGUAGES } from '../../../src/words/keys.ts';
import { columnsWith } from '../../support/all-columns.ts';
import { alice, bot, teamAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { ownAccountsIn } from '../../support/own-accounts.ts';
import { suiteServer } from '../../support/suite.ts';

const chat = '!chat:matrix.test' as RoomId;

describe('!mail account', () => {
  const server = suiteServer();

  for (const language of LANGUAGES) {
    it(`adds, changes, lists and removes in ${language}, and takes no password`, async () => {
      const test = await server.database();
      const folder = await mkdtemp(join(tmpdir(), 'mailroom-chat-'));
      try {
        const permissions = new Map<string, Level>([[alice, 'admin']]);
        const ownAccounts = ownAccountsIn(folder, test.db);
        const accounts = [teamAccount('support', { language, permissions })];
        const { rooms } = await handlerWorld({ test, accounts, eventIn: { ownAccounts } });
        await rooms.event(chat, alice, 'm.room.member', { membership: 'invite', is_direct: true }, bot);
        const say = async (text: string) => (await rooms.say(chat, alice, text)).map(({ body }) => body).join('\n');
        const list = async () => (await ownAccounts.list(test.db)).map(({ account, state }) => `${account} ${state}`);
        const servers = 'imap.team.example smtp.team.example';
        const nothing = await say('account');
        const added = await say(`account add sales sales@team.example ${servers}`);
        assert.match(added, /mailroom ctl account change sales --password-file/);
        assert.deepEqual(await list(), ['sales waits']);
        const waiting = await say('account list');
        assert.ok(waiting.startsWith('sales') && waiting !== nothing, waiting);
        // Words of one language alone: a text that lacks would be that of another.
        for (const secret of [
          `account add other other@team.example ${servers} other hunter2`,
          'account change sales imap.password hunter2',
          'account change sales password hunter2',
        ]) {
          const refused = await say(secret);
          assert.match(refused, /--password-file/);
          assert.ok(!refused.includes('hunter2'));
        }
        assert.deepEqual(await list(), ['sales waits']);
        await say('account change sales name Sales team');
        const wrong = await say('account change sales imap.port x');
        assert.match(wrong, /imap\.port/);
        assert.match(await say('account change support name Nobody'), /accounts\.support/);
        assert.match(await say('account remove ../up'), /\.\.\/up/);
        await say('account remove sales');
        assert.deepEqual(await list(), []);
        assert.equal(await say('account'), nothing);
        // What was said in a room is kept as an event; nothing else has it.
        if (language === 'en') assert.deepEqual(await columnsWith(test.db, 'hunter2'), ['events.body']);
      } finally {
        await rm(folder, { recursive: true });
        await test.close();
      }
    });
  }

  it('is refused to who manages nothing, also who has an own mailbox', async () => {
    const test = await server.database();
    const folder = await mkdtemp(join(tmpdir(), 'mailroom-chat-'));
    try {
      const ownAccounts = ownAccountsIn(folder, test.db);
      const mine = { ...teamAccount('mine'), owner: alice };
      const { rooms } = await handlerWorld({ test, accounts: [mine], eventIn: { ownAccounts } });
      await rooms.event(chat, alice, 'm.room.member', { membership: 'invite', is_direct: true }, bot);
      await rooms.say(chat, alice, 'account add sales sales@team.example imap.team.example smtp.team.example');
      await rooms.say(chat, alice, 'breaker reset');
      assert.deepEqual(await ownAccounts.list(test.db), []);
      const { rows } = await test.db.query<{ by: string | null }>('SELECT reset_by AS by FROM breaker');
      assert.deepEqual(
        rows.filter(({ by }) => by !== null),
        [],
      );
    } finally {
      await rm(folder, { recursive: true });
      await test.close();
    }
  });
});
