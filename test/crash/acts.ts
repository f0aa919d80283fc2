/** Acts of people and mails, for what is played twice. */
import assert from 'node:assert/strict';
import type { StandInEvent } from '../support/homeserver.ts';
import { alice, bob, bot, domain, type World } from '../support/world.ts';
import type { Act } from './played-twice.ts';

export const dora = 'dora@outside.test';
export const ghostOf = (address: string): string => `@mail_${address.replace('@', '=40')}:${domain}`;

interface Letter {
  readonly from?: string;
  readonly cc?: string;
  readonly subject: string;
  readonly text?: string;
  readonly id: string;
  readonly answers?: string;
  /** Further lines of the header, at its top. */
  readonly head?: readonly string[];
}

/** A mail arrives. */
export function letter(world: World, { from = bob, cc, subject, text, id, answers, head = [] }: Letter): void {
  const lines = [
    ...head,
    `From: ${from}`,
    'To: support@mailroom.test',
    ...(cc === undefined ? [] : [`Cc: ${cc}`]),
    `Subject: ${subject}`,
    `Message-ID: <${id}@outside.test>`,
    ...(answers === undefined ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]),
    'Date: Mon, 05 Jan 2026 10:00:00 +0000',
    '',
    text ?? `The ${id} mail, about ${subject}.`,
    '',
  ];
  world.imap.add(world.imap.inbox, lines.join('\r\n'));
}

/** The room whose name, when it was made, was this. */
export function room(world: World, name: string): string {
  const [event] = world.homeserver.sent('m.room.name').filter(({ content }) => content['name'] === name);
  assert.ok(event, `the room ${name}`);
  return event.room_id;
}

/** The newest message that begins so. */
export function said(world: World, words: string): StandInEvent {
  const found = world.homeserver.sent().findLast(({ content }) => String(content['body']).startsWith(words));
  assert.ok(found, `"${words}"`);
  return found;
}

/** The newest message of the bot that has these words in it. */
export function told(world: World, words: string): StandInEvent {
  const found = world.homeserver
    .sent()
    .findLast(({ sender, content }) => sender === bot && String(content['body']).includes(words));
  assert.ok(found, `"${words}"`);
  return found;
}

/** Alice goes where she was invited, or may go as one of the space. */
export function join(world: World, name: string): void {
  world.homeserver.rooms.member(room(world, name), alice, alice, { membership: 'join', displayname: 'Alice' });
}

export function say(world: World, name: string, words: string): StandInEvent {
  return world.homeserver.say(room(world, name), alice, words);
}

/** A command about a message. */
export function command(world: World, about: StandInEvent, words: string): void {
  const relation = { 'm.in_reply_to': { event_id: about.event_id } };
  world.homeserver.say(about.room_id, alice, { msgtype: 'm.text', body: words, 'm.relates_to': relation });
}

export function react(world: World, of: StandInEvent, key: string): void {
  const relation = { rel_type: 'm.annotation', event_id: of.event_id, key };
  world.homeserver.say(of.room_id, alice, { 'm.relates_to': relation }, 'm.reaction');
}

/** The id of the newest mail at the relay. */
export function mailedId(world: World): string {
  const id = /^message-id:\s*(<[^>]+>)/im.exec(world.relay.mails.at(-1)?.raw.toString('latin1') ?? '')?.[1];
  assert.ok(id);
  return id;
}

/** Time passes for all threads. */
export async function passes(world: World, columns: readonly string[], interval: string): Promise<void> {
  const moved = columns.map((column) => `${column} = ${column} - interval '${interval}'`);
  await world.rows(`UPDATE thread_work SET ${moved.join(', ')}`);
}

/** Bob's first mail is there, and Alice in its room and the inbox. */
export const opening: readonly Act[] = [
  { name: 'a mail', does: (world) => letter(world, { subject: 'The crane', id: 'first' }) },
  {
    name: 'Alice comes',
    does: (world) => {
      const space = world.homeserver.effects.find((effect) => effect.kind === 'room');
      assert.ok(space?.kind === 'room');
      world.homeserver.rooms.member(space.room, alice, alice, { membership: 'join', displayname: 'Alice' });
      join(world, 'The crane');
    },
  },
];
