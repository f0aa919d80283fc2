/**
 * What is deleted within the hold, on a homeserver that never pushes a redaction (Dendrite), while Mailroom runs and
 * while it does not.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { alice, Site } from '../support/world.ts';
import type { World } from '../support/world.ts';
import type { Life, Step } from '../support/world-child.ts';
import { bobsMail, rooms, untilArrived } from './paths.ts';

describe('a message that is deleted where no redaction is pushed', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  const HOLD = { hold: { after: '1h', at_most: '2h' } };

  /** Alice says one thing that she deletes and one that she does not; the hold is over after `meanwhile`. */
  async function deleted(world: World, meanwhile: (life: Life, end: () => Promise<void>) => Promise<Life>) {
    const { homeserver, relay } = world;
    homeserver.pushesRedactions = false;
    await world.mailboxesBegun();
    bobsMail(world);
    const first = world.begin();
    await untilArrived(world, first);
    const { thread } = rooms(world);
    homeserver.rooms.member(thread, alice, alice, { membership: 'join', displayname: 'Alice' });
    const wrong = homeserver.say(thread, alice, 'He is a liar.');
    homeserver.say(thread, alice, 'The crane moves again.');
    const open = async () =>
      (await world.rows(`SELECT FROM outgoing_events JOIN outgoing USING (outgoing) WHERE outgoing.state = 'open'`))
        .length === 2;
    await world.see('both in one mail', open, first);
    const life = await meanwhile(first, async () => {
      homeserver.rooms.redact(thread, alice, wrong.event_id, undefined);
      await world.rows(`UPDATE outgoing SET send_after = now(), send_by = now()`);
      await world.rows(`UPDATE jobs SET run_at = now() WHERE queue = 'mail-out'`);
      await world.rows(`SELECT pg_notify('mailroom_jobs', 'mail-out')`);
    });
    await world.see('the mail', () => relay.mails.length > 0, life);
    await world.calm(life);
    assert.equal(relay.mails.length, 1);
    const text = relay.mails[0]?.raw.toString('utf8') ?? '';
    assert.match(text, /The crane moves again\./);
    assert.doesNotMatch(text, /liar/);
  }

  it('is not mailed while Mailroom runs', () =>
    site.in(
      (world) =>
        deleted(world, async (life, end) => {
          await end();
          return life;
        }),
      HOLD,
    ));

  it('is not mailed where Mailroom was down at the end of the hold', () =>
    site.in(
      (world) =>
        deleted(world, async (life, end) => {
          life.kill();
          await life.ended;
          await end();
          return world.begin();
        }),
      HOLD,
    ));

  for (const at of ['look:read', 'look:stored', 'mail-out:seen', 'mail-out:closed']) {
    it(`is not mailed where the process ends at ${at}`, () =>
      site.in(
        (world) =>
          deleted(world, async (life, end) => {
            const step: Step = { at, nth: 1 };
            await life.endAt(step);
            await end();
            assert.equal((await life.ended).signal, 'SIGKILL');
            return world.begin();
          }),
        HOLD,
      ));
  }

  it('gives a conversation back where the sign that took it is deleted, as soon as the room is read', () =>
    site.in(async (world) => {
      const { homeserver } = world;
      homeserver.pushesRedactions = false;
      await world.mailboxesBegun();
      bobsMail(world);
      const life = world.begin();
      await untilArrived(world, life);
      const { thread } = rooms(world);
      homeserver.rooms.member(thread, alice, alice, { membership: 'join', displayname: 'Alice' });
      const mail = homeserver.sent('m.room.message', thread)[0] ?? assert.fail();
      const relation = { rel_type: 'm.annotation', event_id: mail.event_id, key: '👀' };
      const eyes = homeserver.say(thread, alice, { 'm.relates_to': relation }, 'm.reaction');
      const held = async (by: string) =>
        (await world.rows(`SELECT FROM thread_work WHERE claimed_by IS NOT DISTINCT FROM ${by}`)).length > 0;
      await world.see('the claim', () => held(`'${alice}'`), life);
      homeserver.rooms.redact(thread, alice, eyes.event_id, undefined);
      await world.rows(`UPDATE rooms SET read_tried_at = now() - interval '1 hour'`);
      await world.see('no claim', () => held('NULL'), life);
    }));
});
