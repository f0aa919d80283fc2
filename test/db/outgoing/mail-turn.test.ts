/** Mails of one conversation leave in the order in which they were said, whatever becomes of the first. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { UserId } from '../../../src/bridge/types.ts';
import { markTrying, noteReply, settleMail } from '../../../src/db/mail-tables/outgoing-delivery.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { unquoted } from '../../support/handlers/fixtures.ts';
import type { OurMails, Said } from '../../support/handlers/our-mails.ts';
import { standInParser } from '../../support/handlers/stand-in-parser.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const carol = '@carol:matrix.test' as UserId;
const parser = standInParser();

describe('mails of one conversation', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let world: OurMails;
  beforeEach(async () => {
    test = await server.database();
    ({ mails: world } = await handlerWorld({ test, parser, accounts: [unquoted] }));
    await world.arrive('Where is the lamp?', { agoMs: 3_600_000 });
  });

  /** How often the notice stands that it was left behind. */
  const passed = async (): Promise<number> => (await world.told()).filter((text) => /later message/.test(text)).length;
  const attemptsOf = async ({ outgoing }: Said): Promise<unknown> =>
    (await test.db.query('SELECT attempts FROM outgoing WHERE outgoing = $1', [outgoing])).rows[0];

  it('wait for an earlier one also where their hold was ended at once', async () => {
    const first = await world.write('one');
    const second = await world.write('two');
    assert.equal(await world.out(second.outgoing), 'retry');
    assert.equal(await world.state(second), 'closed');
    assert.equal(await world.out(first.outgoing), 'done');
    assert.equal(await world.out(second.outgoing), 'done');
    assert.equal(world.handed.length, 2);
  });

  it('wait for an earlier one of somebody else', async () => {
    const first = await world.write('one', { author: carol });
    const second = await world.write('two');
    assert.equal(await world.out(second.outgoing), 'retry');
    await world.out(first.outgoing);
    assert.equal(await world.out(second.outgoing), 'done');
  });

  it('are said in the order of their numbers, whatever the clock says', async () => {
    const first = await world.write('one');
    const second = await world.write('two');
    await test.db.query(`UPDATE outgoing SET opened_at = now() + interval '1 hour' WHERE outgoing = $1`, [
      first.outgoing,
    ]);
    assert.equal(await world.out(second.outgoing), 'retry');
    assert.equal(await world.out(first.outgoing), 'done');
  });

  it('let a later one pass after the first pause, and the author of the one left behind is told once', async () => {
    world.reply = '451 4.7.1 greylisted';
    const first = await world.say('one');
    assert.equal(await world.state(first), 'deferred');
    const second = await world.write('two');
    assert.equal(await world.out(second.outgoing), 'retry');
    assert.equal(await passed(), 0);
    assert.equal(await world.out(first.outgoing), 'retry');
    world.reply = '250 ok';
    assert.equal(await world.out(second.outgoing), 'done');
    assert.equal(await passed(), 1);
    world.reply = '451 4.7.1 greylisted';
    await world.out(first.outgoing);
    world.reply = '250 ok';
    const third = await world.write('three');
    assert.equal(await world.out(third.outgoing), 'done');
    assert.equal(await passed(), 1);
  });

  it('let a later one pass where nobody is at the earlier one any more', async () => {
    const first = await world.write('one');
    await test.db.query(`UPDATE jobs SET state = 'quarantined' WHERE subject = $1`, [first.outgoing]);
    const second = await world.write('two');
    assert.equal(await world.out(second.outgoing), 'done');
  });

  it('are sent once more before a later one where nobody knows whether the relay has them', async () => {
    world.breaks = () => ({ outcome: 'unknown', reason: 'closed', text: 'gone' });
    const first = await world.say('one');
    world.breaks = () => null;
    assert.deepEqual([await world.state(first), await world.sign(first)], ['deferred', 'deferred']);
    const second = await world.write('two');
    assert.equal(await world.out(second.outgoing), 'retry');
    assert.equal(await world.out(first.outgoing), 'done');
    assert.equal(await world.out(second.outgoing), 'done');
  });

  it('are sent once more after the pause of a deferral, whatever broke: the connection or the process', async () => {
    const pause = 60_000;
    world.breaks = () => ({ outcome: 'unknown', reason: 'closed', text: 'gone' });
    const first = await world.say('one');
    assert.equal(world.rest, pause);
    // The relay still breaks: once more is not for ever.
    assert.equal(await world.out(first.outgoing), 'done');
    assert.deepEqual([await world.state(first), await world.sign(first)], ['unknown', 'unknown']);
    world.breaks = () => null;
    world.reply = '451 4.7.1 greylisted';
    const second = await world.say('two');
    await test.db.query(`UPDATE outgoing SET state = 'trying', attempts = 3 WHERE outgoing = $1`, [second.outgoing]);
    assert.equal(await world.out(second.outgoing), 'retry');
    assert.equal(world.rest, 15 * pause);
    // Said again and again: what is said later is not kept for so long.
    const third = await world.write('three');
    world.reply = '250 ok';
    assert.equal(await world.out(third.outgoing), 'done');
    assert.ok((await world.told(second)).some((text) => /later message/.test(text)));
  });

  it('are marked for one attempt, once, and the mark goes with the reply', async () => {
    const { outgoing } = await world.say('one');
    const bob = 'bob@outside.test' as never;
    await test.db.query(`UPDATE outgoing SET state = 'frozen', attempts = 0 WHERE outgoing = $1`, [outgoing]);
    const first = { outgoing, attempt: 1 };
    assert.equal(await markTrying(test.db, { ...first, to: [bob], first: true }), true);
    assert.equal(await markTrying(test.db, { ...first, to: [bob], first: true }), false);
    await noteReply(test.db, { ...first, taken: [] });
    assert.equal(await markTrying(test.db, { ...first, to: [bob], first: true }), false);
    assert.equal(await markTrying(test.db, { ...first, to: [bob], first: false }), true);
    // Another process found the mark, and made an attempt of its own.
    await settleMail(test.db, outgoing, { state: 'deferred', reason: null, attempt: 2 });
    assert.equal(await markTrying(test.db, { ...first, to: [bob], first: false }), false);
  });

  it('stay taken back where that was done while they were on their way to the mark', async () => {
    const first = await world.say('one');
    await test.db.query(`UPDATE outgoing SET state = 'cancelled' WHERE outgoing = $1`, [first.outgoing]);
    await settleMail(test.db, first.outgoing, { state: 'deferred', reason: 'closed', attempt: 1 });
    assert.equal(await world.state(first), 'cancelled');
  });

  it('are not forgotten where a process that was taken for dead sets its mark late', async () => {
    const first = await world.write('one');
    const late = new Proxy(test.db, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (key !== 'query') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        return async (sql: string, values?: readonly unknown[]) => {
          if (/state = 'trying', trying_since/.test(sql)) await target.query(sql, values);
          return target.query(sql, values);
        };
      },
    });
    assert.equal(await world.out(first.outgoing, late), 'retry');
    assert.deepEqual([await world.state(first), world.handed.length], ['trying', 0]);
    // Nobody knows whether that process went on: it is sent once more, and its author is told.
    assert.equal(await world.out(first.outgoing), 'retry');
    assert.equal(await world.out(first.outgoing), 'done');
    assert.deepEqual([await world.state(first), world.handed.length], ['sent', 1]);
  });

  it('count as tried where the relay could not be had', async () => {
    world.reply = '451 4.7.1 greylisted';
    const first = await world.say('one');
    await world.out(first.outgoing);
    assert.deepEqual(await attemptsOf(first), { attempts: 2 });
  });

  it('are tried again, and nobody is told of a perhaps, where the database fails before the mark', async () => {
    const first = await world.write('one');
    let fails = true;
    const db = new Proxy(test.db, {
      get: (target, key) => {
        if (key !== 'query') {
          const value: unknown = Reflect.get(target, key);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        }
        return (sql: string, values?: readonly unknown[]) => {
          if (fails && /state = 'trying'/.test(sql)) return Promise.reject(new Error('the database is away'));
          return target.query(sql, values);
        };
      },
    });
    assert.equal(await world.out(first.outgoing, db), 'failed');
    assert.deepEqual(world.handed, []);
    assert.equal(await world.state(first), 'frozen');
    fails = false;
    assert.equal(await world.out(first.outgoing, db), 'done');
    assert.equal(await world.state(first), 'sent');
    assert.equal(world.handed.length, 1);
    assert.deepEqual(
      (await world.told()).filter((text) => /may have been sent/.test(text)),
      [],
    );
  });
});
