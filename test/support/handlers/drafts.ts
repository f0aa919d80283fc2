/** Drafts in a room of a thread: what is written there, what the bot shows of it, who says what to that. */
import assert from 'node:assert/strict';
import type { EventId, JsonObject, MessageKey, RoomId, UserId } from '../../../src/bridge/types.ts';
import { readMailBytes } from '../../../src/db/mail-tables/outgoing-delivery.ts';
import type { HandlerCore } from './core.ts';
import type { OurMails } from './our-mails.ts';
import type { Rooms } from './rooms.ts';

/** What the bot shows of a draft, as it stands in the room. */
export interface ShownDraft {
  readonly event: EventId;
  readonly body: string;
  readonly html: string;
}

/** Verbs about drafts; each job of a mail runs only where a test says so. */
export class Drafts {
  readonly #core: HandlerCore;
  readonly #rooms: Rooms;
  readonly #mails: OurMails;
  readonly room: RoomId;

  constructor(core: HandlerCore, rooms: Rooms, mails: OurMails, room: RoomId) {
    this.#core = core;
    this.#rooms = rooms;
    this.#mails = mails;
    this.room = room;
  }

  /** Says something; the mail that it is in. */
  async write(by: UserId, body: string, more: JsonObject = {}): Promise<{ event: EventId; outgoing: MessageKey }> {
    await this.#rooms.event(this.room, by, 'm.room.message', { msgtype: 'm.text', body, ...more });
    return this.last();
  }

  /** The message that joined a mail last. */
  async last(): Promise<{ event: EventId; outgoing: MessageKey }> {
    const { rows } = await this.#core.db.query<{ event: EventId; outgoing: MessageKey }>(
      `SELECT e.event, outgoing FROM outgoing_events e JOIN events USING (event)
       ORDER BY events.received_at DESC LIMIT 1`,
    );
    assert.ok(rows[0], 'nothing is in a mail');
    return rows[0];
  }

  /** Runs the job of a mail until it rests; how it ended last. */
  async run(outgoing: MessageKey): Promise<string> {
    for (let tries = 0; tries < 10; tries++) {
      const end = await this.#mails.out(outgoing);
      if (end !== 'retry' || (this.#mails.rest ?? 0) > 1_000) return end;
    }
    return 'retry';
  }

  /** Runs the job of a mail, and posts what the bot shows of it; that. */
  async shown(outgoing: MessageKey): Promise<ShownDraft> {
    await this.run(outgoing);
    return this.post(outgoing);
  }

  /** What the bot shows of a mail last is posted. */
  async post(outgoing: MessageKey): Promise<ShownDraft> {
    await this.#core.db.query(
      `UPDATE matrix_sends SET state = 'sent', event = '$shown-' || send WHERE purpose IN ('draft', 'prepared')
         AND event IS NULL`,
    );
    const { rows } = await this.#core.db.query<{ event: EventId; content: { body: string; formatted_body: string } }>(
      `SELECT s.event, s.content FROM drafts d JOIN matrix_sends s ON s.send = d.notice WHERE d.outgoing = $1`,
      [outgoing],
    );
    assert.ok(rows[0], 'nothing is shown');
    const { event, content } = rows[0];
    return { event, body: content.body, html: content.formatted_body };
  }

  /** Reacts to an event; the reaction, and what the bot said to it. */
  async react(by: UserId, of: EventId, key: string): Promise<{ event: EventId; said: string[] }> {
    const relation = { rel_type: 'm.annotation', event_id: of, key };
    const heard = await this.#rooms.event(this.room, by, 'm.reaction', { 'm.relates_to': relation });
    return { event: this.lastEvent(), said: heard.map(({ body }) => body) };
  }

  async redact(by: UserId, of: EventId): Promise<string[]> {
    const heard = await this.#rooms.event(this.room, by, 'm.room.redaction', { redacts: of });
    return heard.map(({ body }) => body);
  }

  async edit(by: UserId, of: EventId, body: string): Promise<void> {
    await this.#rooms.event(this.room, by, 'm.room.message', editOf(of, body));
  }

  /** What the bot answers to a command. */
  async command(by: UserId, text: string, replyTo: EventId | null = null): Promise<string> {
    const heard = await this.#rooms.say(this.room, by, `!mail ${text}`, replyTo);
    return heard.map(({ body }) => body).join('\n');
  }

  /** The event that was pushed last. */
  lastEvent(): EventId {
    return `$event${String(this.#core.count)}` as EventId;
  }

  async state(outgoing: MessageKey): Promise<string | undefined> {
    const { rows } = await this.#core.db.query<{ state: string }>('SELECT state FROM outgoing WHERE outgoing = $1', [
      outgoing,
    ]);
    return rows[0]?.state;
  }

  /** Whether the job of a mail waits in the queue, and how long yet, seconds. */
  async due(outgoing: MessageKey): Promise<number | null> {
    const { rows } = await this.#core.db.query<{ due: number }>(
      `SELECT extract(epoch FROM run_at - now())::double precision AS due FROM jobs
       WHERE queue = 'mail-out' AND subject = $1`,
      [outgoing],
    );
    return rows[0]?.due ?? null;
  }

  async bytes(outgoing: MessageKey): Promise<string> {
    let raw = '';
    for await (const piece of readMailBytes(this.#core.db, outgoing)) raw += String(piece);
    return raw;
  }
}

/** The content of an edit. */
export function editOf(of: EventId, body: string): JsonObject {
  return {
    msgtype: 'm.text',
    body: `* ${body}`,
    'm.new_content': { msgtype: 'm.text', body },
    'm.relates_to': { rel_type: 'm.replace', event_id: of },
  };
}
