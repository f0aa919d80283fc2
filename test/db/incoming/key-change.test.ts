/** What comes after a change of the key: the same rooms as before, nothing told twice, nothing more for a thief. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainAdmission } from '../../../src/bridge/account/account.ts';
import { IdKey } from '../../../src/bridge/ids.ts';
import { knownSend, ownRows } from '../../../src/db/known-ids.ts';
import { sendId } from '../../../src/bridge/notice/notices.ts';
import type { KeyState, KeyVersion } from '../../../src/bridge/keys.ts';
import { makeThreadToken, tokenAddress } from '../../../src/bridge/thread-token.ts';
import type { EventId, MessageKey, ThreadId } from '../../../src/bridge/types.ts';
import { addSend } from '../../../src/db/room-tables/sends.ts';
import { reaction } from '../../../src/bridge/notice/notices.ts';
import { mailNotice } from '../../../src/outgoing/mail-notice.ts';
import type { Address } from '../../../src/mail/types.ts';
import type { Arrivals } from '../../support/handlers/arrivals.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { testAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const plain = {
  version: 1,
  secret: 'a secret of thirty-two characters',
  derivation: 'plain',
  state: 'retired',
} as const;
const next = {
  version: 2,
  secret: 'another secret of thirty-two char',
  derivation: 'purpose',
  state: 'current',
} as const;
const account = testAccount({
  entry: { ...plainAdmission, many: { ...plainAdmission.many, bulk: 'digest' } },
  senders: {
    authentication: 'receiver',
    failing: 'marked',
    receiver: { kind: 'named', ids: ['mx.mailroom.test'] },
    hosts: ['mx.mailroom.test'],
    sealers: [],
    internal: new Set(),
  },
});
const NEWS = ['List-Unsubscribe: <mailto:leave@news.example>', 'Precedence: bulk'];

describe('a key that was changed', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let count = 0;
  eachDatabase((given) => {
    test = given;
  });

  /** A mailbox of its own for each mail: every program numbers its mails from one. */
  const at = () => ({ mailbox: `box ${++count}` });
  /** A program that knows these keys, on the same database. */
  async function under(...keys: readonly KeyVersion[]): Promise<Arrivals> {
    const ids = new IdKey(keys);
    const { arrivals } = await handlerWorld({ test, parser, accounts: [account], mailIn: { ids } });
    return arrivals;
  }
  const old = () => under({ ...plain, state: 'current' });
  const changed = (state: KeyState = 'retired') => under({ ...plain, state }, next);
  const thief = new IdKey([{ ...plain, state: 'current' }]);

  const letter = (id: string, more: readonly string[] = [], to = 'support@mailroom.test') =>
    [
      ...more,
      `Message-ID: <${id}@outside.example>`,
      'From: Bob <bob@outside.example>',
      `To: ${to}`,
      'Subject: Lamp',
      '',
      `Text of ${id}`,
      '',
    ].join('\r\n');

  it('has the room of before for what is gathered', async () => {
    const first = await (await old()).arrive(letter('one', NEWS), at());
    const second = await (await changed()).arrive(letter('two', NEWS), at());
    assert.ok(first.thread);
    assert.equal(second.thread, first.thread);
    const third = await (await changed('leaked')).arrive(letter('three', NEWS), at());
    assert.equal(third.thread, first.thread);
  });

  it('mails no notice again, sends nothing again, and takes away what was shown', async () => {
    const before = await old();
    const now = await changed();
    const told = {
      of: 'fact',
      purpose: 'refusal',
      to: { name: '', address: 'bob@outside.example' as Address },
      subject: 'No',
      text: 'No.',
      cause: 'auto-replied',
      answers: null,
    } as const;
    const mailed = (mails: Arrivals) => test.db.transaction((tx) => mailNotice(tx, mails.deps, account, told));
    assert.deepEqual([await mailed(before), await mailed(now), await mailed(before)], [true, false, false]);

    const event = '$said' as EventId;
    const place = { account: account.id, thread: null, room: null };
    const purpose = { kind: 'taken', of: event } as const;
    const bot = before.deps.ghosts.bot;
    const said = (mails: Arrivals) =>
      test.db.transaction((tx) => addSend(tx, reaction(mails.deps.ids, { place, bot, purpose, to: event, key: '✉️' })));
    await said(before);
    // As a version left it that knew no purposes.
    await test.db.query('UPDATE matrix_sends SET subject = send');
    await said(now);
    const { rows } = await test.db.query<{ send: string }>('SELECT send FROM matrix_sends');
    assert.deepEqual(rows, [{ send: sendId(before.deps.ids, purpose).make }]);
    const target = await knownSend(test.db, account.id, purpose, sendId(now.deps.ids, purpose));
    assert.equal(target, rows[0]?.send, 'what is taken away is what was shown');
  });

  it('knows a suspected mail again that somebody accepts after the change', async () => {
    const raw = letter('forged').replace('Bob <bob@outside.example>', 'Support <support@mailroom.test>');
    const held = await (await old()).arrive(raw, at());
    assert.equal(held.state, 'held');
    const now = await changed();
    await test.db.query(`UPDATE mails SET state = 'stored', released_by = '@alice:matrix.test' WHERE mail = $1`, [
      held.mail,
    ]);
    const shown = await now.decide(held.mail);
    assert.equal(shown.state, 'decided');
    assert.equal(shown.message, held.message);
  });

  describe('and leaked', () => {
    /** A conversation of before the change, and whether a mail of ours left from it under a version. */
    async function conversation(left: boolean): Promise<ThreadId> {
      const { thread } = await (await old()).arrive(letter('root'), at());
      assert.ok(thread);
      if (left) {
        await test.db.query(
          `INSERT INTO outgoing (outgoing, account, thread, room, author, state, recipients, message_id, send_after,
             send_by, frozen_at, key_version)
           VALUES ($1, $2, $3, '!r', '@a:b', 'sent', '{}', '<x@y>', now(), now(), now(), 1)`,
          [ours, account.id, thread],
        );
      }
      return thread;
    }
    const ours = thief.outgoing(account.id, '$first' as EventId);
    const token = (thread: ThreadId) =>
      tokenAddress(account.address, makeThreadToken(thief.tokenKeys, thief.nameOf(account.id), thread)) ??
      assert.fail();
    const reasonOf = async (mail: number) => {
      const { rows } = await test.db.query<{ decision: string }>(
        `SELECT facts ->> 'decision' AS decision FROM messages WHERE mail = $1`,
        [mail],
      );
      return rows[0]?.decision;
    };

    it('attack: its tokens open no conversation that never had one', async () => {
      const thread = await conversation(false);
      const retired = await (await changed()).arrive(letter('kept', [], token(thread)), at());
      assert.equal(retired.thread, thread, 'a retired key is understood');
      const forged = await (await changed('leaked')).arrive(letter('forged', [], token(thread)), at());
      assert.notEqual(forged.thread, thread);
      assert.equal(await reasonOf(forged.mail), 'no-references');
    });

    it('its tokens are understood where a mail of ours may have carried one', async () => {
      const thread = await conversation(true);
      const answer = await (await changed('leaked')).arrive(letter('answer', [], token(thread)), at());
      assert.equal(answer.thread, thread);
      assert.equal(await reasonOf(answer.mail), 'token');
      await test.db.query('UPDATE outgoing SET key_version = 2');
      const forged = await (await changed('leaked')).arrive(letter('forged', [], token(thread)), at());
      assert.notEqual(forged.thread, thread, 'a mail of another version carried none of this');
    });

    it('attack: a Message-ID and a header that it makes are ours only where the mail is', async () => {
      await conversation(true);
      const made = thief.outgoing(account.id, '$never' as EventId);
      const claims = [thief.ownMessageId(made, 'mailroom.test'), thief.ownMessageId(ours, 'mailroom.test')];
      const now = (await changed('leaked')).deps.ids;
      const doubtful = now.doubtful({ messageIds: claims, envelopeIds: [], ownHeaders: [] });
      assert.deepEqual(doubtful, [made, ours]);
      const knowing = now.knowing(await ownRows(test.db, doubtful));
      assert.deepEqual(
        claims.map((id) => knowing.isOwnMessageId(id)),
        [false, true],
      );
    });

    it('attack: a mail in Sent with a Message-ID that it makes is not hidden as one of ours', async () => {
      const id = thief.ownMessageId('a'.repeat(32) as MessageKey, 'mailroom.test');
      const raw = letter('x')
        .replace('<x@outside.example>', id)
        .replace('Bob <bob@outside.example>', 'Support <support@mailroom.test>')
        .replace('To: support@mailroom.test', 'To: bob@outside.example');
      const kept = await (await changed()).arrive(raw, { role: 'sent', ...at() });
      assert.equal(kept.state, 'ignored');
      const shown = await (await changed('leaked')).arrive(raw, { role: 'sent', ...at() });
      assert.equal(shown.state, 'decided');
    });
  });
});
