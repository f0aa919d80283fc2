/** What `mailroom check` says of members who speak as themselves, over a stand-in homeserver. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { checkPuppets } from '../../../src/check/puppets.ts';
import { parseConfig } from '../../../src/config/config.ts';
import { makePuppetRegistration, makeRegistration, registrationYaml } from '../../../src/matrix/registration.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';

const facts = { url: 'http://127.0.0.1:9000', domain: 'matrix.test', bot: 'mailroom', ghostPrefix: 'mail_' };
const main = makeRegistration(facts);

describe('the check of members who speak as themselves', () => {
  let folder: string;
  let homeserver: StandInHomeserver;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-puppets-'));
    homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs' }).start();
    for (const user of ['@alice:matrix.test', '@bob:matrix.test']) homeserver.users.add(user);
    homeserver.tokens.set('second', null);
    homeserver.tokens.set('bobs', '@bob:matrix.test');
    const second = makePuppetRegistration(facts, ['@alice:matrix.test'], { as_token: 'second', hs_token: 'h' });
    await writeFile(join(folder, 'second.yaml'), registrationYaml(second));
    await writeFile(join(folder, 'wrong.yaml'), registrationYaml({ ...second, url: 'http://127.0.0.1:9000' }));
  });
  after(async () => {
    await homeserver.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const found = async (puppets: object): Promise<string[]> => {
    const team = ['alice', 'bob'].map((name) => ({ user: `@${name}:matrix.test` }));
    const login = { host: 'mail.test', user: 'support', password: 'hunter2' };
    const draft = {
      homeserver: { url: homeserver.url, domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:9000' },
      secret: 'x'.repeat(40),
      database: { url: 'postgres://mailroom@127.0.0.1/mailroom' },
      puppets,
      accounts: { support: { address: 'support@mailroom.test', name: 'Support', imap: login, smtp: login, team } },
    };
    const config = parseConfig(stringify(draft), 'config.yaml', { folder, readFile: () => '', env: {} });
    return (await checkPuppets(config, main)).map(({ state, text }) => `${state} ${text}`);
  };

  it('says nothing where nobody does', async () => {
    assert.deepEqual(await found({}), []);
  });

  it('names as whom it can speak, by either way, and leaves out who wants nobody to', async () => {
    const puppets = { registration: 'second.yaml', tokens: { '@bob:matrix.test': 'bobs' } };
    assert.deepEqual(await found(puppets), ['ok speaks as @alice:matrix.test', 'ok speaks as @bob:matrix.test']);
    assert.deepEqual(await found({ ...puppets, except: ['@alice:matrix.test'] }), ['ok speaks as @bob:matrix.test']);
  });

  it('says what is wrong: no file, a file that would push, a token that is refused or of somebody else', async () => {
    assert.match((await found({ registration: 'none.yaml' })).join(), /^fail .*none\.yaml is not there/);
    assert.match((await found({ registration: 'wrong.yaml' })).join(), /^fail .*wrong\.yaml:\nurl is an address/);
    assert.match((await found({ tokens: { '@alice:matrix.test': 'gone' } })).join(), /^fail .*does not take the token/);
    const others = await found({ tokens: { '@alice:matrix.test': 'bobs' } });
    assert.deepEqual(others, ['fail the token of @alice:matrix.test in puppets.tokens is that of @bob:matrix.test']);
    const stranger = await found({ tokens: { '@carol:matrix.test': 'bobs' } });
    assert.deepEqual(stranger, ['warn puppets.tokens names who is in no team: @carol:matrix.test']);
    assert.ok(![...others, ...stranger].join().includes('bobs'));
  });

  it('says where the homeserver has not read the second registration', async () => {
    homeserver.tokens.delete('second');
    assert.match((await found({ registration: 'second.yaml' })).join(), /^fail .*app_service_config_files/);
    homeserver.tokens.set('second', null);
  });
});
