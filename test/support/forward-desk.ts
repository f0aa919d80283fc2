/** A world in which a customer has written, for tests of what is asked aside. */
import assert from 'node:assert/strict';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import type { StandInEvent } from './homeserver.ts';
import type { RelayedMail } from './smtp-stand-in.ts';
import { alice, bot, domain } from './world.ts';
import type { Site, World } from './world.ts';
import type { Life } from './world-child.ts';

export const carl = 'carl@customer.test';
export const carlsGhost = `@mail_carl=40customer.test:${domain}`;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const lines = (...all: readonly string[]) => all.join('\r\n');

/** A mail with a picture in its text, one in a table, and a file. */
export function lamp(id: string, subject: string): string {
  const part = (head: readonly string[], body: string) => ['--b', ...head, '', body];
  const image = (name: string) => [
    `Content-Type: image/png; name=${name}.png`,
    `Content-ID: <${name}@customer.test>`,
    'Content-Disposition: inline',
    'Content-Transfer-Encoding: base64',
  ];
  const html =
    '<p>My lamp <b>blinks</b>:</p><img src="cid:lamp@customer.test" alt="the lamp">' +
    '<table><tr><td>Bulb</td><td><img src="cid:bulb@customer.test" alt="the bulb"></td></tr></table>' +
    '<img src="https://tracker.customer.test/x.gif">';
  return lines(
    `From: Carl Client <${carl}>`,
    'To: support@mailroom.test, Carla <carla@customer.test>',
    `Subject: ${subject}`,
    `Message-ID: <${id}@customer.test>`,
    'Thread-Index: AdabcdefghijklmnopqrstuvwxyzA==',
    'Date: Mon, 05 Jan 2026 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    ...part(['Content-Type: text/html; charset=utf-8'], html),
    ...part(image('lamp'), PIXEL),
    ...part(image('bulb'), PIXEL),
    ...part(
      ['Content-Type: application/pdf; name=invoice.pdf', 'Content-Disposition: attachment; filename=invoice.pdf'],
      '%PDF-1.4 the invoice',
    ),
    '--b--',
    '',
  );
}

interface Letter {
  readonly from: string;
  readonly to?: string;
  readonly cc?: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly answers?: string;
  readonly id: string;
  readonly text: string;
}

export function letter({
  from,
  to = 'support@mailroom.test',
  cc,
  replyTo,
  subject,
  answers,
  id,
  text,
}: Letter): string {
  return lines(
    `From: ${from}`,
    `To: ${to}`,
    ...(cc === undefined ? [] : [`Cc: ${cc}`]),
    ...(replyTo === undefined ? [] : [`Reply-To: ${replyTo}`]),
    `Subject: ${subject}`,
    `Message-ID: <${id}>`,
    ...(answers === undefined ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]),
    'Date: Mon, 05 Jan 2026 11:00:00 +0000',
    '',
    text,
    '',
  );
}

/** A world in which Carl has written, with what its tests look at. */
export class Desk {
  readonly world: World;
  #life: Life;
  #mails = 0;

  private constructor(world: World, life: Life) {
    this.world = world;
    this.#life = life;
  }

  get life(): Life {
    return this.#life;
  }

  /** The process is killed, and another begins. */
  async restart(): Promise<void> {
    this.#life.kill();
    await this.#life.ended;
    this.#life = this.world.begin();
    await this.#life.up();
  }

  static async open(
    site: Site,
    more: Record<string, unknown> = {},
    limits: Record<string, unknown> = {},
  ): Promise<Desk> {
    const world = await site.world(more, limits);
    await world.mailboxesBegun();
    const life = world.begin();
    await life.up();
    return new Desk(world, life);
  }

  async arrives(raw: string): Promise<void> {
    this.world.imap.add(this.world.imap.inbox, raw);
    await this.calm();
  }

  /** Nothing is under way but mails that are held. */
  calm(): Promise<void> {
    const { world } = this;
    const calm = async () => {
      if (world.homeserver.waiting > 0) return false;
      const [row] = await world.rows(
        `SELECT (SELECT count(*) FROM jobs WHERE queue <> 'mail-out' OR run_at < now() + interval '10 minutes') +
           (SELECT count(*) FROM open_uids) + (SELECT count(*) FROM mailboxes
            WHERE mailbox = 'INBOX' AND next_uid < ${String(world.imap.inbox.nextUid)}) AS left`,
      );
      return row?.['left'] === 0 && world.homeserver.waiting === 0;
    };
    return world.see('an end of all work', calm, this.life);
  }

  async say(room: string, body: string, replyTo: StandInEvent | null = null): Promise<StandInEvent> {
    await this.world.rows('TRUNCATE brake_buckets, brake_latches');
    const relation = replyTo === null ? {} : { 'm.relates_to': { 'm.in_reply_to': { event_id: replyTo.event_id } } };
    const said = this.world.homeserver.say(room, alice, { msgtype: 'm.text', body, ...relation });
    await this.calm();
    return said;
  }

  async react(of: StandInEvent, key: string): Promise<void> {
    const relation = { rel_type: 'm.annotation', event_id: of.event_id, key };
    this.world.homeserver.say(of.room_id, alice, { 'm.relates_to': relation }, 'm.reaction');
    await this.calm();
  }

  messages(room: string) {
    return this.world.homeserver.sent('m.room.message', room);
  }

  told(room: string): string[] {
    return this.messages(room)
      .filter(({ sender }) => sender === bot)
      .map(({ content }) => String(content['body']));
  }

  /** The newest room whose name has this. */
  room(name: string): string {
    const found = this.world.homeserver
      .sent('m.room.name')
      .findLast(({ content }) => String(content['name']).includes(name));
    assert.ok(found, `the room ${name}`);
    return found.room_id;
  }

  membership(room: string, user: string): string {
    return this.world.homeserver.rooms.membership(room, user);
  }

  /** Whether somebody has ever been in a room, or was invited to it. */
  wasIn(room: string, user: string): boolean {
    return this.world.homeserver.sent('m.room.member', room).some(({ state_key: key }) => key === user);
  }

  enter(room: string): void {
    this.world.homeserver.rooms.member(room, alice, alice, { membership: 'join', displayname: 'Alice' });
  }

  /** The next mail that left. */
  async mailed(): Promise<ParsedMail & { readonly envelope: RelayedMail }> {
    await this.world.see('a mail', () => this.world.relay.mails.length > this.#mails, this.life);
    const envelope = this.world.relay.mails[this.#mails++];
    assert.ok(envelope !== undefined);
    return { ...(await simpleParser(envelope.raw)), envelope };
  }

  /** No mail has left that was not looked at. */
  nothingElse(): void {
    const more = this.world.relay.mails.slice(this.#mails).map(({ to }) => to);
    assert.deepEqual(more, []);
  }
}
