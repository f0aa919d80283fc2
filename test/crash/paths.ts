/** The two paths, and what there must be at the end of each: every effect once. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import type { StandInEvent } from '../support/homeserver.ts';
import type { StandInMail } from '../support/imap-stand-in.ts';
import { alice, bob, bobsGhost, bot, domain, type World } from '../support/world.ts';
import type { Life } from '../support/world-child.ts';

/** A mail of Bob's, in our mailbox. */
export interface BobsMail {
  readonly stored: StandInMail;
  readonly messageId: string;
  readonly file: Buffer;
}

/** What Alice says in the room of Bob's mail. */
export interface AlicesWord {
  readonly event: StandInEvent;
  readonly file: Buffer;
}

const SAID = 'The crane moves again.';

/** A mail with text and one file arrives; from 256 KiB on a mail is read in pieces. */
export function bobsMail(world: World, fileSize = 20_000): BobsMail {
  const file = randomBytes(fileSize);
  const messageId = `<${randomBytes(8).toString('hex')}@outside.test>`;
  const lines = [
    `From: Bob <${bob}>`,
    'To: support@mailroom.test',
    'Subject: The crane',
    `Message-ID: ${messageId}`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain',
    '',
    'The crane stands still.',
    '--x',
    'Content-Type: application/octet-stream; name=crane.bin',
    'Content-Disposition: attachment; filename=crane.bin',
    'Content-Transfer-Encoding: base64',
    '',
    ...(file.toString('base64').match(/.{1,76}/g) ?? []),
    '--x--',
    '',
  ];
  return { stored: world.imap.add(world.imap.inbox, lines.join('\r\n')), messageId, file };
}

/** Waits until Bob's mail has gone its whole way. */
export async function untilArrived(world: World, life: Life): Promise<void> {
  await world.see(
    'the decision on the mail',
    async () => (await world.rows(`SELECT FROM mails WHERE state = 'decided'`)).length > 0,
    life,
  );
  await world.calm(life);
}

/** Each effect of Bob's mail once, and nothing left undone. */
export async function assertArrived(world: World, mail: BobsMail): Promise<void> {
  const { homeserver } = world;
  const { space, inbox, thread } = rooms(world);

  const said = homeserver.sent('m.room.message', thread).filter(({ sender }) => sender === bobsGhost);
  assert.deepEqual(
    said.map(({ content }) => [content['msgtype'], content['body']]),
    [
      ['m.text', 'The crane stands still.'],
      ['m.file', 'crane.bin'],
    ],
  );
  assert.equal(new Set(said.map(({ txn }) => txn)).size, 2);
  const uploads = homeserver.effects.flatMap((effect) => (effect.kind === 'upload' ? [effect] : []));
  const hash = createHash('sha256').update(mail.file).digest('hex');
  assert.deepEqual(
    uploads.flatMap(({ mxc, sha256 }) => (sha256 === hash ? [mxc] : [])),
    [said[1]?.content['url']],
  );

  const users = (kind: 'user' | 'device') =>
    homeserver.effects.flatMap((effect) => (effect.kind === kind ? [effect.id] : []));
  assert.deepEqual(users('user').sort(), [bobsGhost, bot].sort());
  assert.deepEqual(users('device').sort(), [`${bobsGhost} MAILROOM`, `${bot} MAILROOM`].sort());
  const memberships = (room: string, user: string) =>
    homeserver
      .sent('m.room.member', room)
      .filter(({ state_key: key }) => key === user)
      .map(({ content }) => content['membership']);
  assert.deepEqual(memberships(thread, bobsGhost), ['invite', 'join']);
  assert.deepEqual(memberships(thread, bot), ['join']);
  assert.equal(memberships(thread, alice)[0], 'invite');
  assert.deepEqual(memberships(thread, alice).slice(1), memberships(thread, alice).includes('join') ? ['join'] : []);
  assert.deepEqual(memberships(space, alice), ['invite']);
  // Whoever has answered has it.
  const names = homeserver.sent('m.room.name', thread).map(({ content }) => String(content['name']));
  const [name = ''] = names;
  assert.deepEqual(names.slice(1), names.length > 1 ? [`👀 Alice: ${name}`] : []);
  for (const type of ['m.bridge', 'm.space.parent', 'm.room.power_levels']) {
    assert.equal(homeserver.sent(type, thread).length, 1, type);
  }
  assert.deepEqual(
    homeserver
      .sent('m.space.child', space)
      .map(({ state_key: key }) => key)
      .sort(),
    [inbox, thread].sort(),
  );

  const [{ mails } = { mails: null }] = await world.rows(
    `SELECT json_agg(json_build_array(state, reason)) AS mails FROM mails WHERE role = 'watched'`,
  );
  assert.deepEqual(mails, [['decided', null]]);
  assert.deepEqual(await world.rows('SELECT uploaded_at IS NOT NULL AS uploaded FROM media'), [{ uploaded: true }]);
  await assertAllDone(world);
}

/** Nothing waits, nothing was given up, nothing was put aside. */
async function assertAllDone(world: World): Promise<void> {
  assert.deepEqual(await world.rows('SELECT queue, subject, state, error FROM jobs'), []);
  assert.deepEqual(await world.rows(`SELECT send, state, error FROM matrix_sends WHERE state <> 'sent'`), []);
  assert.deepEqual(await world.rows(`SELECT event, state FROM events WHERE state IN ('waiting', 'quarantined')`), []);
  assert.deepEqual(await world.rows('SELECT * FROM poison'), []);
  assert.deepEqual(await world.rows('SELECT * FROM open_uids'), []);
  assert.deepEqual(await world.rows(`SELECT mail, state FROM mails WHERE state IN ('fetching', 'quarantined')`), []);
  assert.equal(world.homeserver.waiting, 0);
}

/** The rooms that were made: exactly the space, the inbox and one room of a thread, whatever happened. */
export function rooms(world: World): { readonly space: string; readonly inbox: string; readonly thread: string } {
  const made = world.homeserver.effects.flatMap((effect) => (effect.kind === 'room' ? [effect] : []));
  assert.equal(made.length, 3, 'a space, an inbox and a room');
  const of = (kind: string) => made.find(({ alias }) => alias?.includes(`_${kind}_`) === true);
  const [space, inbox] = [of('space'), of('inbox')];
  const thread = made.find((room) => room !== space && room !== inbox);
  assert.ok(space && inbox && thread, 'a space, an inbox and a room');
  return { space: space.room, inbox: inbox.room, thread: thread.room };
}

/** Alice comes into the room and answers with a file and a text beside it: one message, one mail. */
export function alicesWord(world: World): AlicesWord {
  const { homeserver } = world;
  const { thread } = rooms(world);
  homeserver.rooms.member(thread, alice, alice, { membership: 'join', displayname: 'Alice' });
  const file = randomBytes(20_000);
  const mxc = `mxc://${domain}/alice`;
  homeserver.media.set(mxc, { bytes: file, type: 'application/octet-stream', name: 'hook.bin' });
  const event = homeserver.say(thread, alice, {
    msgtype: 'm.file',
    body: SAID,
    filename: 'hook.bin',
    url: mxc,
    info: { mimetype: 'application/octet-stream', size: file.length },
  });
  return { event, file };
}

/** Waits until Alice's word has gone its whole way. */
export async function untilAnswered(world: World, life: Life): Promise<void> {
  await world.see('the mail and its copy', () => world.imap.sent.mails.length > 0, life);
  await world.see(
    'the copy, known as ours',
    async () => (await world.rows(`SELECT FROM mails WHERE role = 'sent'`)).length > 0,
    life,
  );
  await world.calm(life);
}

/**
 * Each effect of Alice's word once. Where the process ended between the mark of an attempt and its result, the mail may
 * have left twice, the same byte for byte, and then the room is told.
 */
export async function assertAnswered(
  world: World,
  mail: BobsMail,
  { event, file }: AlicesWord,
  outcome: { readonly relayed: number; readonly told: boolean },
): Promise<void> {
  const { homeserver, imap, relay } = world;
  const { thread } = rooms(world);

  assert.equal(relay.mails.length, outcome.relayed);
  const [first] = relay.mails;
  assert.ok(first);
  for (const { raw, from, to } of relay.mails) {
    assert.ok(raw.equals(first.raw), 'the same bytes');
    assert.deepEqual({ from, to }, { from: 'support@mailroom.test', to: [bob] });
  }
  const text = first.raw.toString('latin1');
  assert.equal(text.split(`In-Reply-To: ${mail.messageId}`).length, 2);
  assert.ok(text.includes(SAID));
  assert.ok(text.replaceAll('\r\n', '').includes(file.toString('base64')));

  assert.deepEqual(
    imap.sent.mails.map(({ raw, flags }) => [raw.equals(first.raw), [...flags]]),
    [[true, ['\\Seen']]],
  );
  assert.deepEqual([...mail.stored.flags], ['\\Answered']);

  const signs = homeserver.sent('m.reaction', thread).map(({ sender, content }) => [sender, content['m.relates_to']]);
  const sign = (key: string) => [bot, { rel_type: 'm.annotation', event_id: event.event_id, key }];
  const waited = outcome.told ? [sign('⏳')] : [];
  assert.deepEqual(signs, [...waited, sign('✔️')]);
  assert.equal(homeserver.sent('m.room.redaction', thread).length, waited.length);
  const notices = homeserver.sent('m.room.message', thread).filter(({ sender }) => sender === bot);
  const [told, ...more] = notices.map(({ content }) => JSON.stringify(content));
  assert.ok(told?.includes(bob), 'to whom it goes');
  assert.equal(more.length, outcome.told ? 1 : 0, more.join());
  if (outcome.told) assert.ok(more[0]?.includes(event.event_id), 'the unknown outcome, as a reply');

  const sent = await world.rows('SELECT state, resent, copied_at IS NOT NULL AS copied FROM outgoing');
  assert.deepEqual(sent, [{ state: 'sent', resent: outcome.told, copied: true }]);
  await assertAllDone(world);
}
