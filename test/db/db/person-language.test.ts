import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { UserId } from '../../../src/bridge/types.ts';
import { personChoices, setPersonLanguage } from '../../../src/db/helpdesk-tables/person-choices.ts';
import type { Language } from '../../../src/words/words.ts';
import { words } from '../../../src/words/words.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';

describe('the language that somebody chose', () => {
  let server: TestServer;
  let test: TestDatabase;
  before(async () => {
    server = await startTestServer();
    test = await server.database();
  });
  after(async () => {
    await test.close();
    await server.stop();
  });

  it('can be one that is added later, without a migration, and English is said where there is none such', async () => {
    const user = '@alice:matrix.test' as UserId;
    await setPersonLanguage(test.db, user, 'sv' as Language);
    const language = (await personChoices(test.db, user)).language ?? 'en';
    assert.equal(language, 'sv');
    assert.equal(words(language)('queue-returned-released'), words('en')('queue-returned-released'));
  });
});
