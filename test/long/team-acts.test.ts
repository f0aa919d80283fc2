/** What a team does, ended at its steps: rooms, mails and reminders are afterwards as if nothing had happened. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { alice, Site, type World } from '../support/world.ts';
import { command, dora, ghostOf, join, letter, opening, passes, react, room, said, say } from '../crash/acts.ts';
import { playTwice } from '../crash/played-twice.ts';
import type { Act } from '../crash/played-twice.ts';

const DECIDED = ['event-in:before-commit', 'event-in:after-commit'] as const;
const again = (id: string) => (world: World) =>
  letter(world, { subject: 'Re: The crane', id, answers: '<first@outside.test>' });
const work = async (world: World, condition: string) =>
  (await world.rows(`SELECT FROM thread_work WHERE ${condition}`)).length > 0;

describe('a team at work', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  const claimedAndClosed: readonly Act[] = [
    ...opening,
    {
      name: 'claim',
      does: (world) => react(world, said(world, 'The first mail'), '👀'),
      dies: [...DECIDED, 'desk:listed', 'desk:marked', 'desk:before-commit', 'desk:after-commit'],
    },
    {
      name: 'done',
      does: (world) => say(world, 'The crane', '!mail done'),
      dies: ['event-in:after-commit', 'desk:listed', 'desk:ran'],
    },
    { name: 'news', does: again('second'), dies: ['mail-in:after-commit', 'desk:ran'] },
    { name: 'done again', does: (world) => react(world, said(world, 'The second mail'), '✅') },
    {
      name: 'archive',
      does: (world) => passes(world, ['done_at'], '31 days'),
      begun: (world) => work(world, 'archived_at IS NOT NULL'),
      dies: ['desk-archive:before-commit', 'desk-archive:after-commit', 'desk:ran'],
    },
    { name: 'news after all', does: again('third'), dies: ['desk:listed', 'desk:ran'] },
  ];
  it('has, closes, reopens and archives a conversation once', () => playTwice(site, {}, claimedAndClosed));

  const due: readonly Act[] = [
    ...opening,
    {
      name: 'a reminder of the team',
      does: (world) => passes(world, ['since'], '5 hours'),
      begun: (world) => work(world, 'reminders = 1'),
      dies: ['desk-remind:before-commit', 'desk-remind:after-commit', 'matrix-send:sent'],
    },
    { name: 'claim', does: (world) => say(world, 'The crane', '!mail claim') },
    {
      name: 'a reminder of who has it',
      does: (world) => passes(world, ['reminded_at'], '25 hours'),
      begun: (world) => work(world, 'reminders = 2'),
      dies: ['desk-remind:before-commit', 'desk-remind:after-commit'],
    },
    { name: 'snooze', does: (world) => say(world, 'The crane', '!mail snooze 3d') },
    {
      name: 'the end of a snooze',
      does: (world) => passes(world, ['snooze_until'], '4 days'),
      begun: (world) => work(world, `state = 'open'`),
      dies: ['desk-wake:before-commit', 'desk-wake:after-commit'],
    },
    {
      name: 'the end of a claim',
      does: (world) => passes(world, ['since', 'claimed_at'], '30 hours'),
      begun: (world) => work(world, 'claimed_by IS NULL'),
      dies: ['desk-lapse:before-commit', 'desk-lapse:after-commit'],
    },
  ];
  it('is reminded once of each thing that falls due', () => playTwice(site, { remind_after: '4h' }, due));

  const overview = (edits: number) => async (world: World) =>
    (await world.rows(`SELECT FROM desk_overviews WHERE edits = ${String(edits)}`)).length > 0;
  /** When it was written last: it is not edited again within some time. */
  const written = (at: string) => (world: World) => world.rows(`UPDATE desk_overviews SET written_at = '${at}'`);
  const seen: readonly Act[] = [
    {
      name: 'the first overview',
      does: () => undefined,
      begun: overview(0),
      dies: ['desk-overview:before-commit', 'desk-overview:after-commit', 'desk:claimed', 'desk:ran'],
    },
    { name: 'it rests', does: written('infinity') },
    ...opening,
    { name: 'claim', does: (world) => say(world, 'The crane', '!mail claim') },
    {
      name: 'an edit',
      does: written('-infinity'),
      begun: overview(1),
      dies: ['desk-overview:before-commit', 'desk-overview:after-commit', 'matrix-send:sent'],
    },
  ];
  it('has one overview, edited in place once', () => playTwice(site, { overview: true }, seen));

  const moved: readonly Act[] = [
    ...opening,
    { name: 'a second mail', does: again('second') },
    { name: 'another conversation', does: (world) => letter(world, { subject: 'The boat', id: 'boat', from: dora }) },
    { name: 'Alice comes there too', does: (world) => join(world, 'The boat') },
    {
      name: 'split',
      does: (world) => command(world, said(world, 'The second mail'), '!mail split'),
      dies: [...DECIDED, 'room:created', 'matrix-send:sent', 'matrix-send:after-commit'],
    },
    {
      name: 'move',
      does: (world) => command(world, said(world, 'The first mail'), `!mail move ${room(world, 'The boat')}`),
      dies: [...DECIDED, 'matrix-send:sent'],
    },
    {
      name: 'merge',
      does: (world) => say(world, 'The boat', `!mail merge ${room(world, 'The crane')}`),
      dies: [...DECIDED, 'matrix-send:sent'],
    },
  ];
  it('moves mails between conversations once', () => playTwice(site, {}, moved));

  const called: readonly Act[] = [
    ...opening,
    {
      name: 'Alice invites Dora',
      does: (world) =>
        world.homeserver.rooms.member(room(world, 'The crane'), alice, ghostOf(dora), { membership: 'invite' }),
      dies: [...DECIDED, 'ghost:registered', 'ghost:joined', 'member-act:moved', 'member-act:before-commit'],
    },
    { name: 'she writes to both', does: (world) => say(world, 'The crane', 'Come and look.') },
    {
      name: 'she invites the account itself',
      does: (world) =>
        world.homeserver.rooms.member(room(world, 'The crane'), alice, ghostOf('support@mailroom.test'), {
          membership: 'invite',
        }),
      dies: ['member-act:moved'],
    },
    {
      name: 'she removes Dora',
      does: (world) =>
        world.homeserver.rooms.member(room(world, 'The crane'), alice, ghostOf(dora), { membership: 'leave' }),
      dies: ['event-in:before-commit'],
    },
    { name: 'she writes to Bob alone', does: (world) => say(world, 'The crane', 'It is gone.') },
  ];
  it('brings people in and takes them out once', () => playTwice(site, {}, called));

  const begun: readonly Act[] = [
    ...opening,
    {
      name: 'a room with Dora in it',
      does: ({ homeserver }) => {
        const made = homeserver.rooms.create(
          alice,
          { name: 'The boat', invite: [ghostOf(dora)] },
          (name) => `#${name}`,
        );
        homeserver.say(made.id, alice, 'Dear Dora, it floats.');
      },
      dies: [
        ...DECIDED,
        'member-act:entered',
        'member-act:before-commit',
        'member-act:after-commit',
        'mail-out:frozen',
      ],
    },
    {
      name: 'a command in the inbox',
      does: (world) => {
        const inbox = world.homeserver.effects.find(
          ({ kind, ...effect }) => kind === 'room' && 'alias' in effect && effect.alias?.includes('_inbox_') === true,
        );
        assert.ok(inbox?.kind === 'room');
        world.homeserver.rooms.member(inbox.room, alice, alice, { membership: 'join', displayname: 'Alice' });
        world.homeserver.say(inbox.room, alice, `!mail compose to: ${dora}, subject: The bridge\nIt stands.`);
      },
      dies: [...DECIDED, 'room:created', 'room:completed', 'member-act:before-commit', 'mail-out:frozen'],
    },
  ];
  it('begins conversations once', () => playTwice(site, {}, begun));
});
