/** The secret, or the tokens of the registration, are changed between two lives: nothing twice, nothing lost. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readState, type SavedState } from '../support/saved-state.ts';
import { bob, Site, type World } from '../support/world.ts';
import { alicesWord, assertAnswered, assertArrived, bobsMail, untilAnswered, untilArrived } from './paths.ts';

const MINUTE_MS = 60_000;

describe('a change of the keys', { concurrency: 2 }, () => {
  let site: Site;
  let state: SavedState;
  before(async () => {
    state = await readState(new URL('../fixtures/states/schema-3.json', import.meta.url));
    site = await Site.start();
  });
  after(() => site.stop());

  for (const [leaked, at, relayed] of [
    [false, 'matrix-send:sent', 1],
    [true, 'mail-out:frozen', 1],
    [true, 'mail-out:answered', 2],
  ] as const) {
    it(`leaves what was under way as it was, where the process ended at ${at} (${leaked ? 'leaked' : 'retired'})`, () =>
      site.in(async (world) => {
        await world.mailboxesBegun();
        const mail = bobsMail(world);
        const life = world.begin();
        await untilArrived(world, life);
        await assertArrived(world, mail);
        await life.endAt({ at, nth: 1 });
        const word = alicesWord(world);
        assert.equal((await life.ended).signal, 'SIGKILL');
        await world.changeSecret(leaked);
        const next = world.begin();
        await untilAnswered(world, next);
        // One event each, the copy in Sent known by its old key; twice at the relay only where it always may be.
        await assertAnswered(world, mail, word, { relayed, told: relayed > 1 });
        // The answer to a mail of the old key finds its conversation.
        const [ours] = await world.rows('SELECT message_id FROM outgoing');
        answer(world, String(ours?.['message_id']));
        await world.see('the answer', async () => (await joined(world)).length > 0, next);
        assert.deepEqual(await joined(world), ['own-id']);
        await next.stop();
      }));
  }

  it('of a state of the version before: all that waited is done once', async () => {
    const world = await site.worldOf(state, MINUTE_MS);
    try {
      await world.changeSecret(true);
      const life = world.begin();
      await world.calm(life, 3 * MINUTE_MS);
      const mailed = (line: string) =>
        world.relay.mails.filter(({ raw }) => raw.toString('utf8').split(/\r?\n/).includes(line)).length;
      assert.equal(mailed('And the door is shut.'), 1);
      assert.equal(mailed('It is painted, too.'), 1);
      assert.equal(world.relay.mails.filter(({ to }) => to.join() === 'x@refused.test').length, 1);
      const keys = world.homeserver.sent('m.room.message').map(({ content }) => String(content['org.mailroom.send']));
      const ours = keys.filter((key) => key !== 'undefined');
      assert.equal(new Set(ours).size, ours.length, 'no event twice');
      assert.deepEqual(await world.rows('SELECT queue, error FROM jobs'), []);
      const made = world.homeserver.effects.flatMap((effect) => (effect.kind === 'room' ? [effect.alias ?? ''] : []));
      assert.deepEqual(
        made.filter((alias) => /_(?:space|lobby|inbox)_/.test(alias)),
        [],
        'its own rooms are those of before',
      );
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${await world.describe()}`, {
        cause: error,
      });
    } finally {
      await world.end();
    }
  });

  it('of the tokens of the registration: what either side asks in between waits', () =>
    site.in(async (world) => {
      await world.mailboxesBegun();
      const mail = bobsMail(world);
      const life = world.begin();
      await untilArrived(world, life);
      await assertArrived(world, mail);
      // The homeserver restarts first: it does not know Mailroom's token any more, nor Mailroom its.
      await world.changeTokens();
      const word = alicesWord(world);
      await world.see('a refused push', () => world.homeserver.refusedPushes > 0, life);
      assert.equal(world.relay.mails.length, 0);
      await life.stop();
      const next = world.begin();
      await untilAnswered(world, next);
      await assertAnswered(world, mail, word, { relayed: 1, told: false });
    }));
});

function answer(world: World, id: string): void {
  const lines = [
    `From: Bob <${bob}>`,
    'To: support@mailroom.test',
    'Subject: Re: The crane',
    'Message-ID: <again@outside.test>',
    `In-Reply-To: ${id}`,
    `Date: ${new Date().toUTCString()}`,
    '',
    'It does.',
    '',
  ];
  world.imap.add(world.imap.inbox, lines.join('\r\n'));
}

/** By what the answer joined its conversation. */
async function joined(world: World): Promise<unknown[]> {
  const rows = await world.rows(
    `SELECT facts ->> 'decision' AS decision FROM messages WHERE message_id = '<again@outside.test>'`,
  );
  return rows.map(({ decision }) => decision);
}
