import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recipientsIn } from '../../../src/answers/recipients-in.ts';
import type { Account } from '../../../src/bridge/account/account.ts';
import { renderGoesTo } from '../../../src/bridge/delivery/outcome-told.ts';
import type { ThreadId } from '../../../src/bridge/types.ts';
import { outsideOf } from '../../../src/db/mail-tables/recipients-chosen.ts';
import { keyed } from '../../../src/bridge/recipients/recipients.ts';
import { parsePeople } from '../../../src/mail/address.ts';
import { vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { Arrivals } from '../../support/handlers/arrivals.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const support = vouchedAccount('support');
const trusting = vouchedAccount('trusting', { senders: { ...support.senders, receiver: null } });

describe('who gets the next answer after a mail for which nobody vouches', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let mails: Arrivals;
  eachDatabase(async (given) => {
    test = given;
    ({ arrivals: mails } = await handlerWorld({ test, parser, accounts: [support, trusting] }));
  });

  const forged: Letter = {
    id: 'm1@evil',
    from: 'bob@x.example',
    vouched: false,
    answers: 'b1@x',
    cc: 'mallory@evil.example',
    subject: 'Re: Printer broken',
    headers: { 'Reply-To': 'mallory@evil.example' },
  };

  async function opened(mail: Letter, account = 'support'): Promise<ThreadId> {
    const { thread } = await mails.arrive(mail, { account });
    assert.ok(thread !== null);
    return thread;
  }

  async function nextIn(thread: ThreadId, account: Account = support): Promise<string> {
    const recipients = await recipientsIn(test.db, { account }, thread, null);
    const names = [...recipients.to, ...recipients.cc].map(({ address }) => address).join(' ');
    return `${names}${/it is not verified/.test(renderGoesTo(recipients, 'en').body) ? ', not verified' : ''}`;
  }

  it('attack: a forged mail of a participant adds nobody, replaces nobody, its Reply-To is not used', async () => {
    const thread = await opened({ id: 'b1@x', cc: 'dana@y.example' });
    assert.equal((await mails.arrive(forged)).thread, thread);
    assert.equal(await nextIn(thread), 'bob@x.example dana@y.example');
    const outside = await outsideOf(test.db, thread, keyed(parsePeople('mallory@evil.example, dana@y.example')));
    assert.deepEqual(
      outside.map(({ key }) => key),
      ['mallory@evil.example'],
      'the first mail to whom it brought is held',
    );
  });

  it('attack: a forged mail does not bring back whom people took out', async () => {
    const thread = await opened({ id: 'b1@x', cc: 'dana@y.example' });
    await test.db.query(
      `INSERT INTO thread_recipients (account, thread, address_key, address, name, field, decided_by)
       VALUES ('support', $1, 'dana@y.example', 'dana@y.example', '', 'none', '@alice:matrix.test')`,
      [thread],
    );
    await mails.arrive({ ...forged, from: 'dana@y.example' });
    assert.equal(await nextIn(thread), 'bob@x.example');
    await mails.arrive({
      ...forged,
      id: 'd1@y',
      from: 'dana@y.example',
      vouched: true,
      cc: 'bob@x.example',
      headers: {},
    });
    assert.equal(await nextIn(thread), 'dana@y.example bob@x.example');
  });

  it('answers one that begins its conversation, and says that it is not verified', async () => {
    const thread = await opened({ id: 'b1@x', vouched: false, headers: { 'Reply-To': 'work@x.example' } });
    assert.equal(await nextIn(thread), 'work@x.example, not verified');
  });

  it('answers the newest where the account believes nobody, and says that it is not verified', async () => {
    const to = 'trusting@ours.example';
    const thread = await opened({ id: 'b1@x', to }, 'trusting');
    await mails.arrive({ ...forged, to, cc: 'dana@y.example', headers: {} }, { account: 'trusting' });
    assert.equal(await nextIn(thread, trusting), 'bob@x.example dana@y.example, not verified');
  });
});
