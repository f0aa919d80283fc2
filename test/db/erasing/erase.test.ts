/** An address or a conversation is erased: from every column, from the rooms, for good, whenever the process dies. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addHold } from '../../../src/db/retention-tables/holds.ts';
import { erase, type EraseDeps } from '../../../src/erasing/erase.ts';
import { HeldMails } from '../../../src/erasing/held-mails.ts';
import { scopeOf, type ErasureOf } from '../../../src/erasing/scope.ts';
import { Patience } from '../../../src/importing/patience.ts';
import { columnsWith } from '../../support/all-columns.ts';
import type { TestDatabase } from '../../support/database.ts';
import { failure, ghosts, ids, testAccount } from '../../support/handlers/fixtures.ts';
import { eachImport, seenRooms, type Importing } from '../../support/handlers/importing.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import { letter } from '../../support/handlers/letters.ts';
import type { Sending } from '../../support/handlers/sending.ts';
import type { StandInHomeserver } from '../../support/homeserver.ts';

const account = testAccount();
const EVE = 'Eve Winterbourne <eve@outside.test>';
const BOB = 'Bob <bob@elsewhere.test>';

describe('an erasure', () => {
  let test: TestDatabase;
  let sending: Sending;
  let homeserver: StandInHomeserver;
  let source: Importing;
  const parser = eachImport(account, (made) => ({ test, sending, homeserver, source } = made));

  const mail = (more: Letter): Letter => ({ to: 'support@mailroom.test', vouched: false, ...more });
  const deps = (more: Partial<EraseDeps> = {}): EraseDeps => ({
    ...{ db: test.db, ids, codec: ghosts, client: sending.matrix.client },
    patience: new Patience({ signal: new AbortController().signal, failure, waiting: () => undefined }),
    accounts: new Map([[account.id, account]]),
    waiting: new HeldMails(async (source) => {
      const parsed = await parser.parseHeader(source);
      return parsed.ok ? parsed.mail : null;
    }),
    newId: () => 'e1',
    failpoint: () => undefined,
    ...more,
  });
  const order = (of: ErasureOf, forGood = false) => ({
    ...{ of, forGood, by: 'root' },
    entry: { act: 'cli.erase' as const, who: 'shell:root', via: 'shell' as const, whom: [of.subject] },
  });
  const eve: ErasureOf = { kind: 'address', subject: 'eve@outside.test' };
  const said = () => seenRooms(homeserver).flatMap((room) => room.said.map(({ body }) => body));

  /** Eve's own conversation, one of Bob's in which she takes part, and one that names her alone. */
  async function conversations() {
    const own = await sending.arrivals.arrive(
      mail({ id: 'e1@outside.test', from: EVE, subject: 'Quince jam', text: 'Medlar in my words.' }),
    );
    const bobs = await sending.arrivals.arrive(
      mail({ id: 'b1@elsewhere.test', from: BOB, cc: EVE, subject: 'Sloe gin', text: 'Bilberry by Bob.' }),
    );
    await sending.arrivals.arrive(
      mail({ id: 'e2@outside.test', from: EVE, answers: 'b1@elsewhere.test', subject: 'Re: Sloe gin', text: 'Rowan.' }),
    );
    await sending.start();
    await sending.settle();
    await sending.stop();
    return { own, bobs };
  }

  it('of an address leaves none of its words and names in any column, and what others wrote', async () => {
    const { own, bobs } = await conversations();
    const before = said().length;
    assert.ok(before >= 3);
    const done = await erase(deps(), order(eve));
    assert.equal(done.step, 'done');
    for (const words of ['Medlar', 'Quince', 'Rowan', 'eve@outside.test', 'eve=40outside', 'Winterbourne']) {
      assert.deepEqual(await columnsWith(test.db, words), [], words);
    }
    assert.notDeepEqual(await columnsWith(test.db, 'Bilberry'), []);
    assert.deepEqual(
      said().filter((body) => /Medlar|Rowan|Quince/.test(body)),
      [],
    );
    assert.ok(said().some((body) => body.includes('Bilberry')));
    const { rows } = await test.db.query<{ thread: string; subject: string }>('SELECT thread, subject FROM threads');
    assert.deepEqual(new Map(rows.map(({ thread, subject }) => [thread, subject])).get(own.thread ?? ''), '');
    assert.deepEqual(new Map(rows.map(({ thread, subject }) => [thread, subject])).get(bobs.thread ?? ''), 'Sloe gin');
    assert.ok(
      Object.keys(done.counts).every((what) => !what.startsWith('left in ')),
      JSON.stringify(done.counts),
    );
    const named = [...homeserver.rooms.byId.values()].flatMap(({ timeline }) =>
      timeline.filter(({ content }) => JSON.stringify(content).includes('Winterbourne')),
    );
    assert.deepEqual(named, []);
    assert.equal(homeserver.profiles.get('@mail_eve=40outside.test:matrix.test')?.['displayname'], '');
  });

  it('keeps the mail out of the mailbox and of imports, and lets in what the address writes later', async () => {
    await conversations();
    await erase(deps(), order(eve));
    const again = await sending.arrivals.arrive(
      mail({ id: 'e1@outside.test', from: EVE, subject: 'Quince jam', text: 'Medlar in my words.' }),
    );
    assert.deepEqual([again.state, again.reason, again.sends, again.message], ['ignored', 'erased', [], null]);
    const old = await sending.arrivals.arrive(mail({ id: 'never@seen.test', from: EVE, text: 'Medlar before.' }), {
      received: new Date(Date.now() - 86_400_000),
    });
    assert.deepEqual([old.state, old.reason], ['ignored', 'erased']);
    await source.put('a.eml', letter(mail({ id: 'e1@outside.test', from: EVE, text: 'Medlar in my words.' })));
    await source.put(
      'b.eml',
      letter(mail({ id: 'x@y.test', from: EVE, text: 'Medlar of 2010.', date: '3 Feb 2010 10:00:00 +0100' })),
    );
    await source.put(
      'c.eml',
      letter(mail({ id: 'c@y.test', from: BOB, text: 'Bilberry again.', date: '3 Feb 2010 10:00:00 +0100' })),
    );
    const report = await source.run();
    assert.deepEqual([report.imported.mails, report.set_aside.mails], [1, 2]);
    assert.deepEqual(await columnsWith(test.db, 'Medlar'), []);
    const later = await sending.arrivals.arrive(mail({ id: 'e9@outside.test', from: EVE, text: 'Hello again.' }));
    assert.equal(later.state, 'decided');
  });

  it('keeps out what the address writes later where that was asked', async () => {
    await conversations();
    await erase(deps(), order(eve, true));
    const later = await sending.arrivals.arrive(mail({ id: 'e9@outside.test', from: EVE, text: 'Hello again.' }));
    assert.deepEqual([later.state, later.reason], ['ignored', 'erased']);
  });

  it('of a conversation takes all of it, with what was said about it elsewhere, and nothing else', async () => {
    const { bobs } = await conversations();
    await erase(deps(), order({ kind: 'thread', subject: bobs.thread ?? '' }));
    for (const words of ['Bilberry', 'Rowan', 'Sloe gin'])
      assert.deepEqual(await columnsWith(test.db, words), [], words);
    assert.notDeepEqual(await columnsWith(test.db, 'Medlar'), []);
    assert.deepEqual(
      said().filter((body) => /Bilberry|Rowan|Sloe/.test(body)),
      [],
    );
    assert.ok(said().some((body) => body.includes('Medlar')));
    const answer = await sending.arrivals.arrive(
      mail({ id: 'b9@elsewhere.test', from: BOB, answers: 'b1@elsewhere.test', subject: 'Re: Sloe gin', text: 'Hm.' }),
    );
    assert.notEqual(answer.thread, bobs.thread);
  });

  it('takes neither an address that ends with it, nor one that begins with it', async () => {
    await conversations();
    for (const [n, from] of ['steve@outside.test', 'eve@outside.test.example', 'x.eve@outside.test'].entries()) {
      await sending.arrivals.arrive(
        mail({ id: `s${String(n)}@s.test`, from: `S <${from}>`, cc: 'eve@outside.test', text: `Damson ${String(n)}.` }),
      );
    }
    await erase(deps(), order({ kind: 'address', subject: 'eve@outside.test' }));
    for (const n of [0, 1, 2]) assert.notDeepEqual(await columnsWith(test.db, `Damson ${String(n)}`), []);
    for (const kept of ['steve@outside.test', 'eve@outside.test.example', 'x.eve@outside.test']) {
      const columns = await columnsWith(test.db, kept);
      assert.ok(columns.includes('thread_people.address') && columns.includes('messages.facts'), kept);
    }
    const { rows } = await test.db.query<{ facts: string }>(
      `SELECT facts::text FROM messages WHERE facts::text LIKE '%Damson%' OR facts::text ~ '"eve@outside.test"'`,
    );
    assert.deepEqual(rows, []);
  });

  it('withdraws what waits to be said, and what is said at this moment is taken when it is there', async () => {
    await sending.arrivals.arrive(mail({ id: 'e1@outside.test', from: EVE, text: 'Medlar in my words.' }));
    const busy = await test.db.query<{ owner: string }>(
      `INSERT INTO processes (owner, alive_until) VALUES (gen_random_uuid(), now() + interval '1 hour')
       RETURNING owner`,
    );
    const owner = busy.rows[0]?.owner;
    const part = await test.db.query<{ send: string; thread: string }>(
      `SELECT send, thread FROM matrix_sends WHERE purpose = 'part'`,
    );
    const { send = '', thread = '' } = part.rows[0] ?? {};
    await test.db.query(`UPDATE jobs SET owner = $1 WHERE subject = $2`, [owner, send]);
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state) VALUES ('!r:matrix.test', 'support', 'thread', $1,
         '#r:matrix.test', 'active')`,
      [thread],
    );
    const erasing = erase(
      deps({
        failpoint: (name) => {
          if (name !== 'erase:rows') return;
          // The living process is answered now.
          void test.db
            .query(`UPDATE matrix_sends SET state = 'sent', event = '$late' WHERE send = $1`, [send])
            .then(() => test.db.query('DELETE FROM jobs WHERE subject = $1', [send]));
        },
      }),
      order(eve),
    );
    await erasing;
    const { rows } = await test.db.query<{ subject: string }>(`SELECT subject FROM removals WHERE kind = 'event'`);
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      ['$late'],
    );
    const waiting = await test.db.query(`SELECT FROM matrix_sends WHERE state = 'waiting' AND account = 'support'`);
    assert.equal(waiting.rowCount, 0);
    assert.deepEqual(await columnsWith(test.db, 'Medlar'), []);
  });

  it('takes mails of imports, also those that wait for their room', async () => {
    const date = '3 Feb 2010 10:00:00 +0100';
    await source.put(
      'a.eml',
      letter(mail({ id: 'a@x.test', from: EVE, subject: 'Quince', text: 'Medlar one.', date })),
    );
    await source.put(
      'b.eml',
      letter(mail({ id: 'b@x.test', from: BOB, subject: 'Sloe', text: 'Bilberry one.', date })),
    );
    await source.run();
    assert.ok(said().some((body) => body.includes('Medlar one')));
    await erase(deps(), order(eve));
    for (const words of ['Medlar', 'Quince', 'eve@outside.test']) {
      assert.deepEqual(await columnsWith(test.db, words), [], words);
    }
    assert.deepEqual(
      said().filter((body) => /Medlar|Quince/.test(body)),
      [],
    );
    assert.ok(said().some((body) => body.includes('Bilberry one')));
    const again = await source.run();
    assert.deepEqual([again.imported.mails, await columnsWith(test.db, 'Medlar')], [0, []]);
  });

  it('takes what waits for a word of the team, and leaves what others wrote', async () => {
    const bytes = (id: string, from: string, text: string) => letter(mail({ id, from, text, subject: text }));
    for (const [id, from, text] of [
      ['h1@outside.test', 'Eve <eve@OUTSIDE.test>', 'Medlar waits.'],
      ['h2@elsewhere.test', BOB, 'Bilberry waits.'],
    ] as const) {
      await sending.arrivals.store(bytes(id, from, text));
    }
    await test.db.query(`UPDATE mails SET state = 'held', reason = 'x' WHERE account = 'support'`);
    await erase(deps(), order(eve));
    assert.deepEqual(await columnsWith(test.db, 'Medlar waits'), []);
    const { rows } = await test.db.query<{ state: string }>('SELECT state FROM mails ORDER BY mail');
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['ignored', 'held'],
    );
    const chunks = await test.db.query('SELECT FROM mail_chunks');
    assert.equal(chunks.rowCount, 1);
    const again = await sending.arrivals.arrive(bytes('h1@outside.test', EVE, 'Medlar waits.'));
    assert.deepEqual([again.state, again.reason], ['ignored', 'erased']);
  });

  it('is refused for what is on hold, for an address of ours, and for a colleague', async () => {
    const { bobs } = await conversations();
    const accounts = new Map([[account.id, account]]);
    for (const subject of ['support@mailroom.test', 'help@mailroom.test', 'alice@mailroom.test']) {
      await assert.rejects(erase(deps(), order({ kind: 'address', subject })), /address of/);
    }
    await addHold(test.db, { kind: 'thread', subject: bobs.thread ?? '', reason: '', by: 'x' });
    await assert.rejects(erase(deps(), order(eve)), /on hold/);
    await assert.rejects(erase(deps(), order({ kind: 'thread', subject: bobs.thread ?? '' })), /on hold/);
    assert.equal((await test.db.query('SELECT FROM erasures')).rowCount, 0);
    assert.notDeepEqual(await columnsWith(test.db, 'Medlar'), []);
    const other = await scopeOf(test.db, { kind: 'thread', subject: 'nobody' }, accounts, deps().waiting);
    assert.deepEqual(other, []);
    assert.notEqual('other', account.id);
  });

  it('is what is read at this moment kept out: a mail that was fetched before, and is decided after', async () => {
    const number = await sending.arrivals.store(
      mail({ id: 'e1@outside.test', from: EVE, text: 'Medlar in my words.' }),
    );
    await erase(deps(), order(eve));
    const became = await sending.arrivals.decide(number);
    assert.deepEqual([became.state, became.reason], ['ignored', 'erased']);
    assert.deepEqual(await columnsWith(test.db, 'Medlar'), []);
  });

  it('goes on where it was killed, at each of its steps', async () => {
    await conversations();
    const steps = new Set<string>();
    await (async () => {
      for (let kill = 0; ; kill += 1) {
        let passed = 0;
        try {
          await erase(
            deps({
              failpoint: (name) => {
                steps.add(name);
                if (passed++ === kill % 7 && kill < 60) throw new Error('killed');
              },
            }),
            order(eve),
          );
          return;
        } catch (error) {
          if (!(error instanceof Error) || error.message !== 'killed') throw error;
        }
      }
    })();
    for (const words of ['Medlar', 'Quince', 'Rowan', 'eve@outside.test', 'Winterbourne']) {
      assert.deepEqual(await columnsWith(test.db, words), [], words);
    }
    assert.deepEqual(
      said().filter((body) => /Medlar|Rowan|Quince/.test(body)),
      [],
    );
    assert.equal((await test.db.query(`SELECT FROM erasures WHERE step = 'done'`)).rowCount, 1);
    for (const name of ['erase:account', 'erase:rows', 'erase:late', 'erase:taken', 'erase:rooms', 'erase:column']) {
      assert.ok(steps.has(name), name);
    }
  });
});
