/** A homeserver that refuses by its own rules whom it invites and what may be said, as modules of Synapse do. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { refuse } from '../../tools/servers/synapse-refusing.ts';
import { bot, field, PATIENCE, unique, World } from '../support/e2e.ts';
import type { Conversation } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const refusing = await mkdtemp(join(tmpdir(), 'mailroom-refusing-'));
after(() => rm(refusing, { recursive: true, force: true }));
const world = await World.start({
  refusing,
  configure: (draft) => {
    draft.times = { ...draft.times, account_trouble: '2s' };
  },
});
const [alice, bob, carol] = await Promise.all(['alice', 'bob', 'carol'].map((who) => world.client(who)));
assert.ok(alice !== undefined && bob !== undefined && carol !== undefined);
const MISSING = 'Part of this mail, or all of it, is missing here';

const isInvited = (client: typeof bob, word: string): boolean =>
  client.invites.some(({ state }) => JSON.stringify(state).includes(word));
const refused = (what: string) => world.metric(`mailroom_account_refused{account="support",what="${what}"}`);

async function followUp({ outsider, first, subject }: Conversation, text: string): Promise<void> {
  const references = first.messageId;
  await outsider.write({ subject: `Re: ${subject}`, inReplyTo: references, references, text });
}

it('makes rooms for everybody else where two members take no invitations, told once of each', async () => {
  await world.space('Support');
  await bob.request('PUT', `/_matrix/client/v3/user/${bob.userId}/account_data/m.invite_permission_config`, {
    default_action: 'block',
  });
  await refuse(refusing, { invitesOf: [carol.userId] });
  const talks = [await world.conversation('Blocked'), await world.conversation('Blocked again')];
  for (const { ghost, shown } of talks) assert.match(ghost, /^@mail_/, field(shown, 'body'));
  const lobby = await world.enter('Support – Moderators');
  await world.says(lobby, `${bob.userId} does not take invitations`, { by: bot });
  await world.says(lobby, `does not let me invite ${carol.userId} (M_FORBIDDEN)`, { by: bot });
  for (const { subject } of talks) {
    assert.deepEqual([isInvited(bob, subject), isInvited(carol, subject)], [false, false]);
  }
  assert.equal(await refused('invitations'), 2);

  // Who takes invitations again is asked into the next room; who is told of, is told of once.
  await refuse(refusing, {});
  const next = unique('next');
  await (await world.outsider('Nina Next')).write({ subject: next, text: next });
  await world.enter(next, 'carol');
  const told = (await world.messages(lobby)).map((event) => field(event, 'body'));
  assert.deepEqual(
    [bob, carol].map(({ userId }) => told.filter((body) => body.includes(userId)).length),
    [1, 1],
  );
});

it('keeps the place of words that are refused of ghosts, and shows the next mail', async () => {
  const talk = await world.conversation('Of ghosts');
  const word = unique('words');
  await refuse(refusing, { eventsOf: ['@mail_'] });
  await followUp(talk, `These ${word} are refused.`);
  const kept = await world.says(talk.room, MISSING, { by: bot });
  assert.ok(!JSON.stringify(kept.content).includes(word));

  // The mail itself is at hand.
  await alice.reply(talk.room, kept.event_id, '!mail source');
  await alice.waitFor((event) => event.room_id === talk.room && field(event, 'msgtype') === 'm.file', {
    what: 'the original of the mail',
    within: PATIENCE,
  });
  await refuse(refusing, {});
  const back = unique('back');
  await followUp(talk, back);
  assert.equal((await world.says(talk.room, back)).sender, talk.ghost);
  const events = await world.messages(talk.room);
  assert.equal(events.filter((event) => field(event, 'body').includes(MISSING)).length, 1);
  assert.ok(!events.some((event) => field(event, 'body').includes(word)), 'the bot does not say them either');
});

it('goes in no circle where everything is refused, and counts it', async () => {
  const talk = await world.conversation('Of all');
  const before = await refused('messages');
  await refuse(refusing, { eventsOf: ['@mail_', bot] });
  await followUp(talk, unique('unsaid'));
  await until(async () => (await refused('messages')) > before, { what: 'the figure of it', within: PATIENCE });
  await until(
    async () => (await world.sql(`SELECT FROM jobs WHERE queue = 'matrix-send' AND state = 'ready'`)).length === 0,
    { what: 'that nothing is tried any more', within: PATIENCE },
  );
  await refuse(refusing, {});
  const back = unique('back');
  await followUp(talk, back);
  assert.equal((await world.says(talk.room, back)).sender, talk.ghost);
});

it('has a mail wait where no room is made, says so to whoever looks, and shows it as soon as one is', async () => {
  const rooms = () => world.metric('mailroom_account_rooms_refused{account="support"}');
  const ready = async () => {
    const answer = await fetch(`${world.environment.mailroom.observabilityUrl}/ready`);
    return { status: answer.status, text: await answer.text() };
  };
  const quarantined = `SELECT FROM jobs WHERE state = 'quarantined'`;
  const aside = (await world.sql(quarantined)).length;
  await refuse(refusing, { roomsOf: [bot] });
  const word = unique('waits');
  await (await world.outsider('Will Wait')).write({ subject: word, text: `The ${word} is mine.` });
  await until(async () => (await rooms()) === 1, { what: 'the figure of it', within: PATIENCE });
  const { status, text } = await ready();
  // A restart mends nothing, and the rooms that are there go on.
  assert.equal(status, 200);
  assert.match(text, /"account:support:rooms":"failed \(room-refused\)"/);
  await world.says(null, 'has made no new rooms for Mailroom', { by: bot });
  assert.equal((await world.sql(quarantined)).length, aside);

  await refuse(refusing, {});
  const room = await world.enter(word);
  await world.says(room, `The ${word} is mine.`);
  await until(async () => (await rooms()) === 0, { what: 'that it makes rooms again', within: PATIENCE });
  assert.match((await ready()).text, /"account:support:rooms":"ok"/);
});
