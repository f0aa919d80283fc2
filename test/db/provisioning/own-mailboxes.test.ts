/** Nothing of an own mailbox is asked for from outside of Matrix, whatever is asked and in whose name. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { OperatorsAccounts } from '../../../src/bridge/account/own-mailbox.ts';
import { NotAllowed, NotPossible, NotThere } from '../../../src/operations/operation.ts';
import { inputOf } from '../../../src/provisioning/openapi.ts';
import { OPERATIONS } from '../../../src/provisioning/operations.ts';
import { alice, teamAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';

/** What says that it is there, and how it stands. */
const STATE = ['account-list', 'account-remove'];

describe('own mailboxes', () => {
  const server = suiteServer();
  const parser = suiteParser();

  it('are found by no operation, neither by their key nor by a room, a mail or a word of them', async () => {
    const test = await server.database();
    const mine = { ...teamAccount('mine'), owner: alice };
    const { rooms, arrivals } = await handlerWorld({ test, parser, accounts: [teamAccount('support'), mine] });
    const mail = { from: 'Eve <eve@outside.test>', to: 'mine@mailroom.test', subject: 'Quince', text: 'Medlar.' };
    await arrivals.arrive({ ...mail, id: 'e1@outside.test' }, { account: 'mine' });
    const { rows } = await test.db.query<{ thread: string; message: string; account: string }>(
      'SELECT thread, message, account FROM messages',
    );
    const [known] = rows;
    assert.equal(known?.account, 'mine');
    const { db, accounts, ghosts, ids } = rooms.deps;
    const deps = { db, ghosts, ids, accounts: new OperatorsAccounts(accounts) };
    const given: Readonly<Record<string, unknown>> = {
      ...{ account: 'mine', thread: known.thread, message: known.message, mail: known.message, into: known.thread },
      ...{ user: alice, user_id: alice, as: alice, to: ['bob@outside.test'], number: '1', query: 'medlar' },
      ...{ text: 'medlar', subject: 'x', pattern: 'eve@outside.test', until: '2030-01-01', decide: 'leave' },
    };
    let asked = 0;
    for (const one of OPERATIONS.filter(({ id }) => !STATE.includes(id))) {
      const names = Object.keys(inputOf(one).properties);
      const all = Object.fromEntries(names.filter((name) => name in given).map((name) => [name, given[name]]));
      const { account: _account, ...wide } = all;
      for (const input of [all, wide, { ...wide, query: 'quince' }]) {
        asked += 1;
        try {
          const { answer } = await one.run(deps, input);
          const text = JSON.stringify(answer);
          for (const word of ['Quince', 'Medlar', 'eve@outside.test', 'mine@mailroom.test', known.thread]) {
            assert.ok(!text.includes(word), `${one.id}: ${text}`);
          }
        } catch (error) {
          const isRefused =
            error instanceof NotThere ||
            error instanceof NotAllowed ||
            error instanceof NotPossible ||
            error instanceof z.ZodError;
          assert.ok(isRefused, `${one.id}: ${String(error)}`);
        }
      }
    }
    assert.ok(asked > 100);
    await test.close();
  });
});
