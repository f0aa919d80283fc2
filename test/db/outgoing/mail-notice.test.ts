/**
 * Mails that Mailroom writes by itself, on their way out: at most once, under the null return path where the relay
 * takes it; over a real database.
 */
import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { purgeNotices, purgeRefusals } from '../../../src/db/purge.ts';
import { mailNotice, noticeOut } from '../../../src/outgoing/mail-notice.ts';
import type { Decision } from '../../../src/queue/worker.ts';
import type { Address, MessageId } from '../../../src/mail/types.ts';
import { notSent } from '../../../src/smtp/result.ts';
import type { SmtpResult } from '../../../src/smtp/result.ts';
import type { Envelope } from '../../../src/smtp/session.ts';
import { eachDatabase } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { ghosts, ids, quiet, testAccount } from '../../support/handlers/fixtures.ts';

const account = testAccount();
const EVE = 'eve@elsewhere.example' as Address;
const mail = {
  of: 'a mail',
  purpose: 'refusal',
  to: { name: '', address: EVE },
  subject: 'Not delivered\r\nBcc: all@elsewhere.example',
  text: 'Sorry.',
  cause: 'auto-replied',
  answers: { messageId: '<1@elsewhere.example>' as MessageId, references: [], conversation: null },
} as const;

let test: TestDatabase;
eachDatabase(async (given) => {
  test = given;
  await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
});

/** A relay that says these things one after the other. */
class Relay {
  readonly sent: { readonly envelope: Envelope; readonly raw: string }[] = [];
  readonly #says: ((envelope: Envelope) => SmtpResult)[];
  #crash: string | null = null;
  now = Date.now();

  constructor(...says: ((envelope: Envelope) => SmtpResult)[]) {
    this.#says = says;
  }

  /** The process ends at this step of the next run. */
  crashAt(step: string): void {
    this.#crash = step;
  }

  async run(): Promise<Decision['outcome']> {
    const { rows } = await test.db.query<{ subject: string }>(`SELECT subject FROM jobs WHERE queue = 'notice-out'`);
    const handler = noticeOut({
      undelivered: () => Promise.resolve(),
      db: test.db,
      log: quiet,
      ids,
      ghosts,
      accounts: new Map([[account.id, account]]),
      breaker: 0,
      retryFor: 48 * 3_600_000,
      now: () => this.now,
      certain: () => new AbortController().signal,
      failpoint: (name) => {
        if (name !== this.#crash) return;
        this.#crash = null;
        throw new Error('the process ended');
      },
      smtp: () => ({
        send: async (envelope, raw) => {
          let whole: string;
          try {
            whole = await text(await raw());
          } catch (error) {
            if (String(error).includes('the process ended')) throw error;
            return notSent('source', true, String(error));
          }
          this.sent.push({ envelope, raw: whole });
          const say = this.#says.shift();
          assert.ok(say !== undefined, 'one more than was expected');
          return say(envelope);
        },
        verify: () => Promise.reject(new Error('is not asked')),
        facts: () => null,
        close: () => undefined,
      }),
    });
    const subject = rows[0]?.subject ?? '';
    const job = {
      job: 1,
      account: 'support',
      queue: 'notice-out',
      key: subject,
      subject,
      attempts: 1,
      failures: 0,
    } as const;
    await handler.prepare(job);
    const decision = await handler.run(job, undefined);
    await test.db.transaction(async (tx) => decision.write?.(tx));
    return decision.outcome;
  }
}

const said =
  (code: number, outcome: 'accepted' | 'deferred' | 'refused') =>
  ({ to }: Envelope): SmtpResult => ({
    outcome: 'answered',
    recipients: to.map((address) => ({ address, stage: 'recipient', outcome, code, enhanced: null, text: 'said' })),
    serverMessageId: null,
  });
const senderRefused = (): SmtpResult => notSent('sender-refused', false, 'no null path here');
const unknown = (): SmtpResult => ({ outcome: 'unknown', reason: 'closed', text: 'gone' });

const state = async () => (await test.db.query<{ state: string }>('SELECT state FROM notices')).rows[0]?.state;
const put = () => test.db.transaction((tx) => mailNotice(tx, { ids }, account, mail));

describe('a mail that Mailroom writes by itself', () => {
  it('is put down once, and goes out under the null return path, as automatic as its header says', async () => {
    assert.ok(await put());
    assert.ok(!(await put()));
    const relay = new Relay(said(250, 'accepted'));
    assert.deepEqual(await relay.run(), { do: 'done' });
    assert.equal(await state(), 'sent');
    const [out] = relay.sent;
    assert.deepEqual([out?.envelope.from, out?.envelope.to], [null, [EVE]]);
    const raw = out?.raw ?? '';
    assert.match(raw, /^Auto-Submitted: auto-replied\r$/m);
    assert.match(raw, /^X-Auto-Response-Suppress: All\r$/m);
    assert.match(raw, /^From: Support <support@mailroom\.test>\r$/m);
    assert.match(raw, /^In-Reply-To: <1@elsewhere\.example>\r$/m);
    assert.doesNotMatch(raw, /^Bcc:/im);
    const id = /^Message-ID:\s+(<[^>]+>)/im.exec(raw)?.[1] ?? '';
    assert.ok(ids.isOwnMessageId(id as MessageId));
  });

  it('goes out under the account’s address where the relay refuses the null path, with the same bytes', async () => {
    await put();
    const relay = new Relay(senderRefused, said(250, 'accepted'));
    assert.equal((await relay.run()).do, 'retry');
    assert.deepEqual(await relay.run(), { do: 'done' });
    assert.deepEqual(relay.sent.map(({ envelope }) => envelope.from), [null, account.address]); // prettier-ignore
    assert.equal(relay.sent[0]?.raw, relay.sent[1]?.raw);
    assert.equal(await state(), 'sent');
  });

  it('is given up where the relay refuses both', async () => {
    await put();
    const relay = new Relay(senderRefused, senderRefused);
    await relay.run();
    assert.deepEqual(await relay.run(), { do: 'done' });
    assert.equal(await state(), 'refused');
  });

  it('is tried again where it is deferred, until its time is over', async () => {
    await put();
    const relay = new Relay(said(451, 'deferred'), () => notSent('connect', true, 'away'), said(451, 'deferred'));
    assert.equal((await relay.run()).do, 'retry');
    assert.equal((await relay.run()).do, 'retry');
    assert.equal(await state(), 'waiting');
    relay.now += 49 * 3_600_000;
    assert.deepEqual(await relay.run(), { do: 'done' });
    assert.equal(await state(), 'refused');
  });

  it('is not sent again where it may have been sent', async () => {
    await put();
    const relay = new Relay(unknown);
    assert.deepEqual(await relay.run(), { do: 'done' });
    assert.deepEqual(await relay.run(), { do: 'done' });
    assert.deepEqual([await state(), relay.sent.length], ['lost', 1]);
  });

  it('is sent once where the process ends before the end of its data', async () => {
    await put();
    const relay = new Relay(said(250, 'accepted'));
    relay.crashAt('notice-out:read');
    await assert.rejects(relay.run(), /the process ended/);
    assert.deepEqual(await relay.run(), { do: 'done' });
    assert.deepEqual([await state(), relay.sent.length], ['sent', 1]);
  });

  for (const step of ['notice-out:marked', 'notice-out:answered']) {
    it(`is sent at most once where the process ends at ${step}`, async () => {
      await put();
      const relay = new Relay(said(250, 'accepted'));
      relay.crashAt(step);
      await assert.rejects(relay.run(), /the process ended/);
      assert.deepEqual(await relay.run(), { do: 'done' });
      assert.equal(await state(), 'lost');
      assert.ok(relay.sent.length <= 1);
    });
  }

  it('is forgotten when it is settled and old, with whom was told of a refusal', async () => {
    await put();
    assert.equal(await purgeNotices(test.db, 0), 0);
    await new Relay(said(250, 'accepted')).run();
    assert.equal(await purgeNotices(test.db, 3_600_000), 0);
    assert.equal(await purgeNotices(test.db, 0), 1);
    await test.db.query(
      `INSERT INTO refusals_told VALUES ('support', 'old@x.example', now() - interval '3 days'), ('support',
         'new@x.example', now())`,
    );
    assert.equal(await purgeRefusals(test.db), 1);
  });
});
