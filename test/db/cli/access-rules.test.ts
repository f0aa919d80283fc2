import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkAccessRules } from '../../../src/check/access-rules.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { makeRegistration, registrationYaml } from '../../../src/matrix/registration.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';
import { suiteServer } from '../../support/suite.ts';

const bot = '@mailroom:matrix.test';

describe('rooms from before an access rule was set', () => {
  const server = suiteServer();

  it('keep their own, and are counted by the check; without a rule nothing is looked at', async () => {
    const test = await server.database();
    const homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs' }).start();
    const { url } = homeserver;
    const folder = await mkdtemp(join(tmpdir(), 'mailroom-rules-'));
    try {
      homeserver.users.add(bot);
      await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
      for (const [index, rule] of [null, 'restricted', 'unrestricted'].entries()) {
        const state = rule === null ? [] : [{ type: 'im.vector.room.access_rules', content: { rule } }];
        const { id } = homeserver.rooms.create(bot, { initial_state: state }, (name) => name);
        const kind = ['space', 'lobby', 'inbox'][index] ?? '';
        await test.db.query(
          `INSERT INTO rooms (room, account, kind, alias, state, generation)
           VALUES ($1, 'support', $2, $1, 'active', 0)`,
          [id, kind],
        );
      }
      const facts = { url: 'http://127.0.0.1:1', domain: 'matrix.test', bot: 'mailroom', ghostPrefix: 'mail_' };
      const registration = makeRegistration(facts, { as_token: 'as', hs_token: 'hs' });
      await writeFile(join(folder, 'registration.yaml'), registrationYaml(registration));
      const check = async (rule: string | null) => {
        const config = {
          homeserver: { url, domain: 'matrix.test' },
          appservice: { url: 'http://127.0.0.1:1' },
          secret: 'x'.repeat(40),
          database: { url: test.url },
          accounts: {
            support: {
              address: 'support@mailroom.test',
              name: 'Support',
              imap: { host: 'imap.test', user: 'support', password: 'x' },
              smtp: { host: 'smtp.test' },
              access_rule: rule,
            },
          },
        };
        await writeFile(join(folder, 'config.yaml'), JSON.stringify(config));
        return checkAccessRules(loadConfig(join(folder, 'config.yaml'), {}));
      };
      const text =
        'support: 2 of its 3 newest rooms have another rule than unrestricted, and keep it; new rooms begin with ' +
        'unrestricted';
      assert.deepEqual(await check('unrestricted'), [{ state: 'warn', what: 'access rule', text }]);
      const asked = homeserver.requests.length;
      assert.deepEqual(await check(null), []);
      assert.equal(homeserver.requests.length, asked);
      assert.equal(
        homeserver.requests.some((one) => one.startsWith('PUT')),
        false,
        'no rule is changed',
      );
      await homeserver.stop();
      const [away] = await check('restricted');
      assert.equal(away?.state, 'skip');
    } finally {
      await homeserver.stop();
      await rm(folder, { recursive: true });
      await test.close();
    }
  });
});
