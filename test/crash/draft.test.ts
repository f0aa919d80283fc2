/**
 * A draft between the yes of a second person and the bytes: ended at each step it leaves once and as it was shown, and
 * never where the yes was taken away or the draft was changed, whatever was running then.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { alice, Site } from '../support/world.ts';
import type { World } from '../support/world.ts';
import type { StandInEvent } from '../support/homeserver.ts';
import type { Life } from '../support/world-child.ts';
import { bobsMail, rooms, untilArrived } from './paths.ts';

const ben = '@ben:matrix.test';
const SAID = 'The crane moves again.';
const FOUR = {
  four_eyes: true,
  hold: { after: '1s', at_most: '2s' },
  team: [
    { user: alice, name: 'Alice' },
    { user: ben, name: 'Ben' },
  ],
};

/** Alice's draft, shown; nothing is left to do. */
interface Shown {
  readonly life: Life;
  readonly thread: string;
  readonly said: StandInEvent;
  readonly shown: StandInEvent;
}

describe('a draft', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  const showing = ({ homeserver }: World, thread: string): StandInEvent[] =>
    homeserver.sent('m.room.message', thread).filter(({ content }) => String(content['body']).includes('A draft by'));

  /** The room of Bob's mail, with these in it. */
  async function conversation(world: World, users: readonly string[]): Promise<Pick<Shown, 'life' | 'thread'>> {
    await world.mailboxesBegun();
    bobsMail(world);
    const life = world.begin();
    await untilArrived(world, life);
    const { thread } = rooms(world);
    for (const user of users) world.homeserver.rooms.member(thread, user, user, { membership: 'join' });
    return { life, thread };
  }

  async function draft(world: World): Promise<Shown> {
    const { life, thread } = await conversation(world, [alice, ben]);
    const said = world.homeserver.say(thread, alice, SAID);
    await world.see('the draft', () => showing(world, thread).length > 0, life);
    await world.calm(life);
    const [shown] = showing(world, thread);
    return { life, thread, said, shown: shown ?? assert.fail() };
  }

  const yes = ({ homeserver }: World, { thread, shown }: Shown): StandInEvent =>
    homeserver.say(
      thread,
      ben,
      { 'm.relates_to': { rel_type: 'm.annotation', event_id: shown.event_id, key: '✅' } },
      'm.reaction',
    );

  const edit = ({ homeserver }: World, { thread, said }: Shown, body: string): StandInEvent =>
    homeserver.say(thread, alice, {
      msgtype: 'm.text',
      body: `* ${body}`,
      'm.new_content': { msgtype: 'm.text', body },
      'm.relates_to': { rel_type: 'm.replace', event_id: said.event_id },
    });

  /** The process ends there; what was said meanwhile is pushed to the next. */
  async function endsAt({ life }: Shown, at: string, act: () => void): Promise<void> {
    await life.endAt({ at, nth: 1 });
    act();
    assert.equal((await life.ended).signal, 'SIGKILL');
  }

  for (const at of [
    'event-in:before-commit',
    'event-in:after-commit',
    'mail-out:claimed',
    'mail-out:seen',
    'mail-out:closed',
    'mail-out:composed',
    'mail-out:frozen',
  ]) {
    it(`is mailed once, as it was shown, where the process ends at ${at} after the yes`, () =>
      site.in(async (world) => {
        const one = await draft(world);
        await endsAt(one, at, () => yes(world, one));
        const next = world.begin();
        await world.see('the mail', () => world.relay.mails.length > 0, next);
        await world.calm(next);
        assert.equal(world.relay.mails.length, 1);
        assert.match(world.relay.mails[0]?.raw.toString('utf8') ?? '', /The crane moves again\./);
      }, FOUR));
  }

  for (const at of ['event-in:after-commit', 'mail-out:claimed', 'mail-out:seen', 'mail-out:composed']) {
    it(`is shown anew and not mailed where it was edited while the process was down, which ended at ${at}`, () =>
      site.in(async (world) => {
        const one = await draft(world);
        await endsAt(one, at, () => yes(world, one));
        edit(world, one, 'The crane is broken.');
        const next = world.begin();
        await world.see('the new version', () => showing(world, one.thread).length > 1, next);
        await world.calm(next);
        assert.equal(world.relay.mails.length, 0);
        const [, second] = showing(world, one.thread);
        yes(world, { ...one, shown: second ?? assert.fail() });
        await world.see('the mail', () => world.relay.mails.length > 0, next);
        await world.calm(next);
        assert.equal(world.relay.mails.length, 1);
        assert.match(world.relay.mails[0]?.raw.toString('utf8') ?? '', /The crane is broken\./);
      }, FOUR));
  }

  it('is not mailed where the yes was taken away, on a homeserver that pushes no redaction', () =>
    site.in(
      async (world) => {
        const one = await draft(world);
        world.homeserver.pushesRedactions = false;
        const mark = yes(world, one);
        await world.see('the yes', async () => (await world.rows('SELECT FROM draft_yeses')).length > 0, one.life);
        world.homeserver.rooms.redact(one.thread, ben, mark.event_id, undefined);
        await world.rows(`UPDATE outgoing SET send_after = now() WHERE state = 'closed'`);
        await world.rows(`UPDATE jobs SET run_at = now() WHERE queue = 'mail-out'`);
        await world.rows(`SELECT pg_notify('mailroom_jobs', 'mail-out')`);
        await world.see('no yes', async () => (await world.rows('SELECT FROM draft_yeses')).length === 0, one.life);
        await world.calm(one.life);
        assert.equal(world.relay.mails.length, 0);
      },
      { ...FOUR, hold: { after: '1s', at_most: '1h' } },
    ));

  for (const at of ['mail-out:draft', 'mail-out:before-commit', 'mail-out:after-commit']) {
    it(`is shown once where the process ends at ${at} as it is shown`, () =>
      site.in(async (world) => {
        const { life, thread } = await conversation(world, [alice, ben]);
        await life.endAt({ at, nth: 1 });
        world.homeserver.say(thread, alice, SAID);
        assert.equal((await life.ended).signal, 'SIGKILL');
        const next = world.begin();
        await world.see('the draft', () => showing(world, thread).length > 0, next);
        await world.calm(next);
        assert.equal(showing(world, thread).length, 1);
        assert.equal(world.relay.mails.length, 0);
      }, FOUR));
  }

  it('of a time that was named leaves at that time, whatever was down before', () =>
    site.in(
      async (world) => {
        const { homeserver } = world;
        const { life, thread } = await conversation(world, [alice]);
        homeserver.say(thread, alice, SAID);
        homeserver.say(thread, alice, '!mail send at 1d');
        const planned = async () => (await world.rows('SELECT FROM outgoing WHERE send_at IS NOT NULL')).length > 0;
        await world.see('the time', planned, life);
        life.kill();
        await life.ended;
        await world.rows(`UPDATE outgoing SET send_after = now(), not_before = now(), send_at = now()`);
        await world.rows(`UPDATE jobs SET run_at = now() WHERE queue = 'mail-out'`);
        const next = world.begin();
        await world.see('the mail', () => world.relay.mails.length > 0, next);
        await world.calm(next);
        assert.equal(world.relay.mails.length, 1);
      },
      { hold: { after: '1h', at_most: '2h' } },
    ));
});
