/** An answer to a mail of Outlook goes on in Outlook's conversation, and so does what answers that. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ThreadId } from '../../../src/bridge/types.ts';
import { unquoted } from '../../support/handlers/fixtures.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import type { OurMails, Said } from '../../support/handlers/our-mails.ts';
import type { Arrivals } from '../../support/handlers/arrivals.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';

const root = Buffer.concat([Buffer.from([1, 0xd8, 1, 2, 3, 4]), Buffer.from('0123456789abcdef')]);
const outlook = { 'Thread-Index': root.toString('base64'), 'Thread-Topic': 'Printer broken' };

describe("Outlook's conversation", () => {
  const parser = suiteParser();
  let arrivals: Arrivals;
  let mails: OurMails;
  eachDatabase(async (test) => {
    ({ arrivals, mails } = await handlerWorld({ test, parser, accounts: [unquoted] }));
  });

  /** What we answer to a mail. */
  async function answered(mail: Letter): Promise<{ readonly said: Said; readonly thread: ThreadId }> {
    const { thread, message } = await arrivals.arrive(mail);
    assert.ok(thread !== null && message !== null);
    return { said: await mails.say('It is on its way.', { in: { thread, answers: message } }), thread };
  }

  const fieldsOf = async (said: Said) => ({
    index: Buffer.from((await mails.fieldOf(said, 'Thread-Index')) ?? '', 'base64'),
    topic: await mails.fieldOf(said, 'Thread-Topic'),
    answers: await mails.fieldOf(said, 'In-Reply-To'),
  });

  it('is one level deeper in an answer, and two in what answers that', async () => {
    const { said, thread } = await answered({ id: 'o1@x', headers: outlook });
    const first = await fieldsOf(said);
    assert.deepEqual([first.topic, first.answers], ['Printer broken', '<o1@x>']);
    assert.deepEqual(first.index.subarray(0, -5), root);
    const second = await fieldsOf(await mails.say('And one more thing.', { in: { thread, answers: said.outgoing } }));
    assert.deepEqual(second.index.subarray(0, -5), first.index);
    assert.equal(second.topic, 'Printer broken');
    // What Outlook then makes of it is known by its root, without any id.
    const later = Buffer.concat([second.index, Buffer.from([1, 2, 3, 4, 5])]).toString('base64');
    const headers = { 'Thread-Index': later };
    const back = await arrivals.arrive({ id: 'o2@x', headers, subject: 'RE: Printer broken' });
    assert.deepEqual([back.thread, back.decision], [thread, 'thread-index']);
  });

  it('is none where the mail that is answered had none', async () => {
    const { said } = await answered({ id: 'p1@x', headers: { 'Thread-Topic': 'Printer broken' } });
    const { index, topic, answers } = await fieldsOf(said);
    assert.deepEqual([index.length, topic, answers], [0, null, '<p1@x>']);
  });

  it('attack: neither a topic that nobody saw nor a field of its own leaves', async () => {
    const headers = { ...outlook, 'Thread-Topic': '=?utf-8?Q?Won=0D=0ABcc:_mallory@evil.example?=' };
    const { said } = await answered({ id: 'm1@x', headers });
    const { index, topic } = await fieldsOf(said);
    assert.deepEqual([index.length, topic, await mails.fieldOf(said, 'Bcc')], [27, null, null]);
  });
});
