/** What is removed for good leaves nothing behind, whenever the process dies. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { takeLeaving } from '../../../src/erasing/leaving-accounts.ts';
import { takeSome } from '../../../src/erasing/removals.ts';
import { columnsWith } from '../../support/all-columns.ts';
import type { TestDatabase } from '../../support/database.ts';
import { ghosts, quiet, testAccount } from '../../support/handlers/fixtures.ts';
import { eachImport, seenRooms } from '../../support/handlers/importing.ts';
import { letter } from '../../support/handlers/letters.ts';
import type { Sending } from '../../support/handlers/sending.ts';
import type { StandInHomeserver } from '../../support/homeserver.ts';

const account = testAccount();

describe('an account that leaves', () => {
  let test: TestDatabase;
  let sending: Sending;
  let homeserver: StandInHomeserver;
  eachImport(account, (made) => ({ test, sending, homeserver } = made));

  const said = () => seenRooms(homeserver).flatMap((room) => room.said.map(({ body }) => body));
  const turn = async (failpoint: (name: string) => void = () => undefined) => {
    const { client } = sending.matrix;
    await takeLeaving({ db: test.db, client, log: quiet, failpoint }, 0);
    const away = { db: test.db, client, codec: ghosts, failpoint: () => undefined };
    while ((await takeSome(away, new AbortController().signal)) > 0);
  };

  async function conversation(): Promise<void> {
    const from = 'Eve Winterbourne <eve@outside.test>';
    const mail = { id: 'e1@outside.test', from, to: 'support@mailroom.test', vouched: false };
    await sending.arrivals.arrive(letter({ ...mail, subject: 'Quince jam', text: 'Medlar in my words.' }));
    await sending.start();
    await sending.settle();
    await sending.stop();
    assert.ok(said().join().includes('Medlar'));
  }
  const leaves = () =>
    test.db.query(
      `INSERT INTO own_accounts (account, owner, settings, state, added_by)
       VALUES ($1, '@alice:matrix.test', '{}', 'leaving', 'http')`,
      [account.id],
    );
  const left = async () => {
    const { rows } = await test.db.query<{ account: string }>('SELECT account FROM own_accounts');
    return rows.length;
  };
  const nothingIsLeft = async () => {
    for (const word of ['Quince', 'Medlar', 'Winterbourne', 'eve@outside.test', 'support@mailroom.test']) {
      assert.deepEqual(await columnsWith(test.db, word), [], word);
    }
    const { rows } = await test.db.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = current_schema() AND column_name = 'account'`,
    );
    for (const { name } of rows) {
      const found = await test.db.query(`SELECT FROM "${name}" WHERE account = $1`, [account.id]);
      assert.equal(found.rows.length, 0, name);
    }
    assert.ok(!said().join().includes('Medlar'));
  };

  it('is gone from every column and from its rooms, and its key is free', async () => {
    await conversation();
    await leaves();
    await turn();
    assert.equal(await left(), 1, 'first the homeserver');
    await turn();
    assert.equal(await left(), 0);
    await nothingIsLeft();
  });

  it('is left alone while a process serves it', async () => {
    await conversation();
    await leaves();
    await test.db.query(
      `INSERT INTO processes (owner, alive_until, accounts) VALUES (gen_random_uuid(), now() + interval '1 h', $1)`,
      [[account.id]],
    );
    await turn();
    await turn();
    assert.ok(said().join().includes('Medlar'));
    assert.equal(await left(), 1);
  });

  for (const at of ['leaving:asked', 'leaving:left', 'leaving:purged']) {
    it(`is taken away by the next turn where the process ends at ${at}`, async () => {
      await conversation();
      await leaves();
      const dies = (name: string) => {
        if (name === at) throw new Error('killed');
      };
      for (let tries = 0; tries < 2; tries += 1) await turn(dies).catch(() => undefined);
      await turn();
      await turn();
      await turn();
      assert.equal(await left(), 0);
      await nothingIsLeft();
    });
  }
});
