/** A state that the version before left, with work waiting in every queue: this version opens it and goes on. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readState, type SavedState } from '../support/saved-state.ts';
import { alice, bob, bot, Site, type World } from '../support/world.ts';
import type { Life } from '../support/world-child.ts';
import { dora, ghostOf, react, room, said, told } from './acts.ts';

const MINUTE_MS = 60_000;
const QUEUES = ['desk', 'event-in', 'mail-in', 'mail-out', 'mail-sent', 'matrix-send', 'member-act', 'notice-out'];

/** How often a mail with this line went to an address. */
function mailed(world: World, address: string, line: string): number {
  return world.relay.mails.filter(
    ({ to, raw }) => to.includes(address) && raw.toString('utf8').split(/\r?\n/).includes(line),
  ).length;
}

/** How often somebody said something that begins so, as the homeserver shows it. */
function shown(world: World, sender: string, words: string): number {
  return world.homeserver
    .sent()
    .filter((event) => event.sender === sender && String(event.content['body']).startsWith(words)).length;
}

describe('a state of the version before', () => {
  let site: Site;
  let state: SavedState;
  before(async () => {
    state = await readState(new URL('../fixtures/states/schema-3.json', import.meta.url));
    site = await Site.start();
  });
  after(() => site.stop());

  /**
   * Opens the state as if it had been left a minute ago, lets everything that waited be done, and goes on from there.
   */
  async function opened(test: (world: World, life: Life) => Promise<void>): Promise<void> {
    const world = await site.worldOf(state, MINUTE_MS);
    try {
      const life = world.begin();
      await life.up();
      // A mail that was being sent when the state was written is tried again after a minute.
      await world.calm(life, 3 * MINUTE_MS);
      await test(world, life);
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${await world.describe()}`, {
        cause: error,
      });
    } finally {
      await world.end();
    }
  }

  it('has a job waiting in every queue', () => {
    const jobs = state.tables['jobs'];
    assert.ok(jobs);
    const queue = jobs.columns.findIndex(([name]) => name === 'queue');
    assert.deepEqual([...new Set(jobs.rows.map((row) => row[queue]))].sort(), QUEUES);
  });

  it('is opened, and all that waited in its queues is done once', () =>
    opened(async (world) => {
      // mail-out, event-in: what was said leaves; notice-out: a refusal.
      assert.equal(mailed(world, dora, 'It is painted, too.'), 1);
      assert.equal(
        world.relay.mails.filter(({ raw }) => raw.toString('utf8').includes('And the door is shut.')).length,
        1,
      );
      assert.equal(world.relay.mails.filter(({ to }) => to.join() === 'x@refused.test').length, 1);
      // mail-sent: the copy of a mail that had left.
      assert.equal(world.imap.sent.mails.filter(({ raw }) => raw.toString('utf8').includes('It burns.')).length, 1);
      // matrix-send, mail-in: mails that had come in.
      assert.equal(shown(world, ghostOf(bob), 'The door mail, about The door.'), 1);
      assert.equal(shown(world, ghostOf(bob), 'The window mail, about The window.'), 1);
      // member-act: whom a member had added comes in.
      const members = world.homeserver.rooms.members(room(world, 'The lamp'), 'join');
      assert.ok(members.includes(ghostOf('erik@outside.test')));
      // desk: she had given the conversation back, and has it again by what she said after that; the room shows it.
      const [work] = await world.rows(
        `SELECT claimed_by, shown::text FROM thread_work JOIN threads USING (thread) WHERE subject = 'The crane'`,
      );
      assert.equal(work?.['claimed_by'], alice);
      assert.match(String(work['shown']), /👀 Alice/);
      assert.deepEqual(await world.rows(`SELECT queue, error FROM jobs`), []);
    }));

  it('has notices about suspected mails on which ✅ and ❌ still decide', () =>
    opened(async (world, life) => {
      react(world, told(world, 'Pay at once'), '✅');
      react(world, told(world, 'Pay later'), '❌');
      await world.see('the decisions', async () => (await undecided(world)) === 0, life);
      await world.calm(life);
      // The bot has its own line about it in the inbox.
      const all = world.homeserver.sent().filter(({ sender }) => sender !== bot);
      const saying = (words: string) => all.filter(({ content }) => JSON.stringify(content).includes(words)).length;
      assert.equal(saying('The forged mail, about Pay at once.'), 1);
      assert.equal(saying('The forged-2 mail'), 0);
    }));

  it('has a notice about a newcomer on which ❌ still shuts them out', () =>
    opened(async (world, life) => {
      react(world, told(world, 'carol@outside.test joined'), '❌');
      await world.see('the rule', async () => (await world.rows('SELECT FROM entry_rules')).length > 0, life);
      await world.calm(life);
      const rules = await world.rows('SELECT pattern FROM entry_rules');
      assert.deepEqual(
        rules.map(({ pattern }) => String(pattern).includes('carol@outside.test')),
        [true],
      );
    }));

  it('has a stopped answer that ✅ still lets go', () =>
    opened(async (world, life) => {
      const words = 'Thank you for your mail number 4';
      assert.equal(mailed(world, 'robot@outside.test', words), 0);
      react(world, said(world, words), '✅');
      await world.see('the mail', () => mailed(world, 'robot@outside.test', words) > 0, life);
      await world.calm(life);
      assert.equal(mailed(world, 'robot@outside.test', words), 1);
    }));

  it('has a notice that it was too late on which ❌ shuts nobody out, and to which a reply is a correction', () =>
    opened(async (world, life) => {
      const late = told(world, 'already been mailed');
      react(world, late, '❌');
      const correction = { 'm.in_reply_to': { event_id: late.event_id } };
      const body = 'It moves slowly.';
      world.homeserver.say(late.room_id, alice, { msgtype: 'm.text', body, 'm.relates_to': correction });
      await world.see(
        'the correction',
        () => world.relay.mails.some(({ raw }) => raw.toString('utf8').includes(body)),
        life,
      );
      await world.calm(life);
      assert.deepEqual(await world.rows('SELECT FROM entry_rules'), []);
      const sent = world.relay.mails.filter(({ raw }) => raw.toString('utf8').includes(body));
      assert.deepEqual(
        sent.map(({ to }) => to.join()),
        [bob],
      );
      assert.ok(!sent[0]?.raw.toString('utf8').includes('already been mailed'), 'the words of the notice stay inside');
    }));
});

/** How many mails of this world wait for a decision about their senders. */
async function undecided(world: World): Promise<number> {
  const rows = await world.rows(`SELECT FROM mails WHERE state = 'held'`);
  return rows.length;
}
