/**
 * Mails of one moment that are settled together become what they become one after the other: whatever they refer to,
 * whoever writes them, and wherever a batch ends.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailIn } from '../../../src/incoming/mail-in.ts';
import type { ThreadId } from '../../../src/bridge/types.ts';
import type { Write } from '../../../src/queue/job-ends.ts';
import { vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { Arrivals } from '../../support/handlers/arrivals.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const MAILS = 40;
const SEEDS = [1, 2, 3, 4];

/** From 0 to below 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Mails of a few conversations that answer what is there, what comes later and what never comes; and copies. */
function mailsOf(random: () => number, host: string): Letter[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const people = ['bob@x.example', 'eve@y.example', 'mia@z.example'];
  return Array.from({ length: MAILS }, (_, n) => {
    const conversation = Math.floor(random() * 8);
    const parents = [
      `${String(conversation)}.0@${host}`,
      `${String(conversation)}.${String(Math.floor(random() * MAILS))}@${host}`,
    ];
    const id = random() < 0.1 ? pick(parents) : `${String(conversation)}.${String(n)}@${host}`;
    const root = random() < 0.2;
    return {
      id: root ? `${String(conversation)}.0@${host}` : id,
      from: pick(people),
      subject: `Crane ${String(conversation)}`,
      text: `Words ${String(Math.floor(random() * MAILS))}.`,
      ...(random() < 0.2 ? { cc: pick(people) } : {}),
      ...(root ? {} : { answers: pick(parents), references: parents.join(' ') }),
    };
  });
}

describe('mails that are settled side by side', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let mails: Arrivals;
  eachDatabase(async (given) => {
    test = given;
    ({ arrivals: mails } = await handlerWorld({
      test,
      parser,
      accounts: [vouchedAccount('support')],
    }));
  });

  /** Stores all, and settles so many of them at once. */
  async function settle(letters: readonly Letter[], atOnce: number): Promise<readonly number[]> {
    const account = 'support';
    const handler = mailIn(mails.deps);
    const stored: number[] = [];
    for (const one of letters) stored.push(await mails.store(one));
    for (let from = 0; from < stored.length; from += atOnce) {
      const ready: Write[] = [];
      for (const mail of stored.slice(from, from + atOnce)) {
        const base = { job: mail, account, queue: 'mail-in', key: account, attempts: 1, failures: 0 } as const;
        const job = { ...base, subject: String(mail) };
        const { write } = await handler.run(job, await handler.prepare(job));
        ready.push(write ?? (() => Promise.resolve()));
      }
      await test.db.transaction(async (tx) => {
        if (atOnce === 1) for (const write of ready) await write(tx);
        else await handler.writeAll?.(tx, [{ lane: '', writes: ready }], () => undefined);
      });
    }
    return stored;
  }

  /** What became of mails; a thread is named by the first mail in it, a message by the first of it. */
  async function became(stored: readonly number[]): Promise<unknown> {
    const { rows } = await test.db.query<{ mail: number; thread: string | null; message: string | null }>(
      `SELECT m.mail, m.state, m.reason, m.message, s.thread, s.facts::text::jsonb -> 'decision' AS decision,
         s.newcomer, s.kind
       FROM mails m LEFT JOIN messages s USING (message) WHERE m.mail = ANY($1::bigint[]) ORDER BY m.mail`,
      [stored],
    );
    const names = new Map<string, number>();
    rows.forEach(({ thread, message }, at) => {
      for (const id of [thread, message]) if (id !== null && !names.has(id)) names.set(id, at);
    });
    const name = (id: string | null): number | null => (id === null ? null : (names.get(id) ?? null));
    const threads = [...new Set(rows.flatMap(({ thread }) => thread ?? []))];
    const rooms = [];
    for (const thread of threads) {
      const { rows: people } = await test.db.query(
        'SELECT address, standing, via FROM thread_people WHERE thread = $1 ORDER BY address',
        [thread],
      );
      const { rows: order } = await test.db.query<{ message: string }>(
        'SELECT message FROM messages WHERE thread = $1 ORDER BY seq',
        [thread],
      );
      const { rows: work } = await test.db.query('SELECT state, waiting, version FROM thread_work WHERE thread = $1', [
        thread,
      ]);
      rooms.push({
        thread: name(thread),
        // Links name other rooms by aliases that are made of ids.
        said: (await mails.said(thread as ThreadId)).map((body) => body.replaceAll(/#|%23\w+/g, '')),
        people,
        work,
        order: order.map(({ message }) => name(message)),
      });
    }
    return {
      mails: rows.map(({ mail: _, thread, message, ...rest }) => ({
        ...rest,
        thread: name(thread),
        message: name(message),
      })),
      rooms,
    };
  }

  for (const seed of SEEDS) {
    it(`become what they become one after the other (${String(seed)})`, async () => {
      const one = await settle(mailsOf(randomOf(seed), 'one.x'), 1);
      const many = await settle(mailsOf(randomOf(seed), 'many.x'), seed % 2 === 0 ? 7 : 32);
      assert.deepEqual(await became(many), await became(one));
    });
  }

  it('are written by one statement where each is of a conversation of its own', async () => {
    const first = Array.from({ length: 5 }, (_, n) => ({ id: `${String(n)}.0@x` }));
    await settle(first, 1);
    const answers = first.map(({ id }, n) => ({ id: `${String(n)}.1@x`, answers: id }));
    await settle(answers, 5);
    const { rows } = await test.db.query<{ written: number; messages: number }>(
      `SELECT count(DISTINCT cmin::text::bigint) AS written, count(*) AS messages FROM messages
       WHERE message_id LIKE '%.1@x%'`,
    );
    assert.deepEqual(rows, [{ written: 1, messages: 5 }]);
  });

  it('are as safe from each other where one statement fails: none of them is written', async () => {
    const first = Array.from({ length: 3 }, (_, n) => ({ id: `${String(n)}.0@x` }));
    await settle(first, 1);
    await test.db.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$BEGIN IF NEW.message_id LIKE '%1.1@x%' THEN RAISE 'no'; END IF; RETURN NEW; END$$`);
    await test.db.query('CREATE TRIGGER refuse BEFORE INSERT ON messages FOR EACH ROW EXECUTE FUNCTION refuse()');
    const answers = first.map(({ id }, n) => ({ id: `${String(n)}.1@x`, answers: id }));
    await assert.rejects(settle(answers, 3), /no/);
    assert.equal((await test.db.query(`SELECT FROM messages WHERE message_id LIKE '%.1@x%'`)).rowCount, 0);
  });
});
