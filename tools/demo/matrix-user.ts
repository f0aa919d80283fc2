import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { HomeserverError, type MatrixLogin, matrixRequest } from '../servers/homeserver.ts';
import { until } from '../servers/wait.ts';

const eventSchema = z.object({
  event_id: z.string().default(''),
  room_id: z.string().optional(),
  type: z.string(),
  sender: z.string(),
  state_key: z.string().optional(),
  origin_server_ts: z.number().default(0),
  redacts: z.string().optional(),
  content: z.record(z.string(), z.unknown()),
  unsigned: z.record(z.string(), z.unknown()).optional(),
});

const syncSchema = z.object({
  next_batch: z.string(),
  rooms: z
    .object({
      join: z
        .record(
          z.string(),
          z.object({
            state: z.object({ events: z.array(eventSchema) }).optional(),
            timeline: z.object({
              events: z.array(eventSchema),
              limited: z.boolean().optional(),
              prev_batch: z.string().optional(),
            }),
          }),
        )
        .default({}),
      invite: z.record(z.string(), z.object({ invite_state: z.object({ events: z.array(eventSchema) }) })).default({}),
    })
    .optional(),
});

const pageSchema = z.object({ chunk: z.array(eventSchema), end: z.string().optional() });

/** One event, as a member of the room sees it. */
export interface SeenEvent {
  readonly event_id: string;
  readonly room_id: string;
  readonly type: string;
  readonly sender: string;
  readonly state_key?: string | undefined;
  readonly origin_server_ts: number;
  readonly redacts?: string | undefined;
  readonly content: Readonly<Record<string, unknown>>;
  readonly unsigned?: Readonly<Record<string, unknown>> | undefined;
}

/** An invitation with the state that came along (spec, "Stripped state"). */
export interface Invite {
  readonly room_id: string;
  readonly state: readonly SeenEvent[];
}

/** What is awaited, for the error; 20 s by default. */
export interface Patience {
  readonly what: string;
  readonly within?: number;
}

const base = '/_matrix/client/v3';
const room = (id: string): string => `${base}/rooms/${encodeURIComponent(id)}`;

/** A text message. */
export function textContent(body: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { msgtype: 'm.text', body, ...more };
}

/**
 * A member as their client: it follows /sync from `connect` on and keeps what it saw, so that something that happened
 * before somebody waits for it is found too. Reconnects while the homeserver is away.
 */
export class MatrixUser {
  readonly userId: string;
  readonly #url: string;
  readonly #token: string;
  readonly #events: SeenEvent[] = [];
  readonly #known = new Set<string>();
  readonly #invites = new Map<string, Invite>();
  readonly #closing = new AbortController();
  #following: Promise<void> = Promise.resolve();
  #since = '';
  #transaction = 0;

  private constructor(url: string, login: MatrixLogin) {
    this.userId = login.userId;
    this.#url = url;
    this.#token = login.accessToken;
  }

  /** Resolves after the first /sync. */
  static async connect(url: string, login: MatrixLogin): Promise<MatrixUser> {
    const user = new MatrixUser(url, login);
    await user.#sync(0);
    user.#following = user.#follow();
    return user;
  }

  /** Stops following. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#following;
  }

  /** All events seen so far, in the order in which they came, state among them. */
  get events(): readonly SeenEvent[] {
    return this.#events;
  }

  /** Invitations that were not answered yet. */
  get invites(): readonly Invite[] {
    return [...this.#invites.values()];
  }

  /** How many events were seen: `waitFor` and `count` can begin there. */
  mark(): number {
    return this.#events.length;
  }

  /** The first event (after the mark, when given) for which the test is true; waits for it. */
  waitFor(test: (event: SeenEvent) => boolean, patience: Patience, mark = 0): Promise<SeenEvent> {
    return until(() => this.#events.slice(mark).find(test), {
      within: 20_000,
      ...patience,
      what: `${patience.what} (as ${this.userId})`,
    });
  }

  waitForInvite(test: (invite: Invite) => boolean, patience: Patience): Promise<Invite> {
    return until(() => this.invites.find(test), {
      within: 20_000,
      ...patience,
      what: `${patience.what} (as ${this.userId})`,
    });
  }

  /** A request to the client-server API; resolves with the JSON of the answer, rejects with `HomeserverError`. */
  request(method: string, path: string, body?: unknown): Promise<unknown> {
    return matrixRequest(this.#url, { method, path, token: this.#token, body });
  }

  async join(roomId: string): Promise<void> {
    await this.request('POST', `${base}/join/${encodeURIComponent(roomId)}`, {});
    this.#invites.delete(roomId);
  }

  async leave(roomId: string): Promise<void> {
    await this.request('POST', `${room(roomId)}/leave`, {});
  }

  /** Sends an event and resolves with its id. */
  async send(roomId: string, type: string, content: object): Promise<string> {
    const transaction = `${Date.now()}.${++this.#transaction}`;
    return eventId(await this.request('PUT', `${room(roomId)}/send/${type}/${transaction}`, content));
  }

  say(roomId: string, body: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return this.send(roomId, 'm.room.message', textContent(body, more));
  }

  /** Replaces the text of an earlier message (spec, "Event replacements"). */
  edit(roomId: string, target: string, body: string): Promise<string> {
    const relation = { rel_type: 'm.replace', event_id: target };
    return this.say(roomId, `* ${body}`, { 'm.new_content': textContent(body), 'm.relates_to': relation });
  }

  reply(roomId: string, target: string, body: string): Promise<string> {
    return this.say(roomId, body, { 'm.relates_to': { 'm.in_reply_to': { event_id: target } } });
  }

  react(roomId: string, target: string, key: string): Promise<string> {
    return this.send(roomId, 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: target, key } });
  }

  async redact(roomId: string, target: string): Promise<string> {
    const transaction = `${Date.now()}.${++this.#transaction}`;
    return eventId(
      await this.request('PUT', `${room(roomId)}/redact/${encodeURIComponent(target)}/${transaction}`, {}),
    );
  }

  async setState(roomId: string, type: string, key: string, content: object): Promise<string> {
    return eventId(await this.request('PUT', `${room(roomId)}/state/${type}/${encodeURIComponent(key)}`, content));
  }

  /** The room's present state. */
  async state(roomId: string): Promise<SeenEvent[]> {
    const events = z.array(eventSchema).parse(await this.request('GET', `${room(roomId)}/state`));
    return events.map((event) => ({ ...event, room_id: roomId }));
  }

  /** The room's whole history, oldest first. */
  async history(roomId: string): Promise<SeenEvent[]> {
    const events: SeenEvent[] = [];
    for (let from: string | undefined = ''; from !== undefined;) {
      const page: z.infer<typeof pageSchema> = await this.#page(roomId, from);
      events.push(...page.chunk.map((event) => ({ ...event, room_id: roomId })));
      from = page.end;
    }
    return events.reverse();
  }

  async #page(roomId: string, from: string): Promise<z.infer<typeof pageSchema>> {
    const query = new URLSearchParams({ dir: 'b', limit: '500', ...(from === '' ? {} : { from }) });
    return pageSchema.parse(await this.request('GET', `${room(roomId)}/messages?${query.toString()}`));
  }

  /** Resolves with the mxc address. */
  async upload(bytes: Buffer<ArrayBuffer>, type: string, name: string): Promise<string> {
    const answer = await fetch(`${this.#url}/_matrix/media/v3/upload?filename=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.#token}`, 'Content-Type': type },
      body: bytes,
    });
    const json: unknown = await answer.json();
    if (!answer.ok) throw new HomeserverError('POST upload', answer.status, json);
    return z.object({ content_uri: z.string() }).parse(json).content_uri;
  }

  /** The bytes behind an mxc address. */
  async download(mxc: string): Promise<Buffer> {
    const path = `/_matrix/client/v1/media/download/${mxc.slice('mxc://'.length)}`;
    const answer = await fetch(`${this.#url}${path}`, { headers: { Authorization: `Bearer ${this.#token}` } });
    if (!answer.ok) throw new HomeserverError(`GET ${path}`, answer.status, null);
    return Buffer.from(await answer.arrayBuffer());
  }

  async #follow(): Promise<void> {
    const closed = (): boolean => this.#closing.signal.aborted;
    while (!closed()) {
      try {
        await this.#sync(10_000);
      } catch {
        // The homeserver is away (tests kill it): the next try finds out.
        if (!closed()) await delay(200, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }

  async #sync(timeout: number): Promise<void> {
    const filter = JSON.stringify({ room: { timeline: { limit: 500 } }, presence: { not_types: ['*'] } });
    const query = new URLSearchParams({
      timeout: String(timeout),
      filter,
      ...(this.#since === '' ? {} : { since: this.#since }),
    });
    const answer = await fetch(`${this.#url}${base}/sync?${query.toString()}`, {
      headers: { Authorization: `Bearer ${this.#token}` },
      signal: this.#closing.signal,
    });
    const json: unknown = await answer.json();
    if (!answer.ok) throw new HomeserverError('GET /sync', answer.status, json);
    const { next_batch: next, rooms } = syncSchema.parse(json);
    for (const [id, { state, timeline }] of Object.entries(rooms?.join ?? {})) {
      this.#invites.delete(id);
      for (const event of state?.events ?? []) this.#see(id, event);
      if (timeline.limited === true && this.#since !== '' && timeline.prev_batch !== undefined)
        await this.#fillGap(id, timeline.prev_batch);
      for (const event of timeline.events) this.#see(id, event);
    }
    for (const [id, { invite_state: invited }] of Object.entries(rooms?.invite ?? {})) {
      this.#invites.set(id, { room_id: id, state: invited.events.map((event) => ({ ...event, room_id: id })) });
    }
    this.#since = next;
  }

  /** Reads what a limited timeline left out, back to something known. */
  async #fillGap(roomId: string, before: string): Promise<void> {
    const missed: z.infer<typeof eventSchema>[] = [];
    for (let from: string | undefined = before; from !== undefined;) {
      const page: z.infer<typeof pageSchema> = await this.#page(roomId, from);
      const known = page.chunk.findIndex((event) => this.#known.has(event.event_id));
      missed.push(...(known < 0 ? page.chunk : page.chunk.slice(0, known)));
      from = known < 0 ? page.end : undefined;
    }
    for (const event of missed.reverse()) this.#see(roomId, event);
  }

  #see(roomId: string, event: z.infer<typeof eventSchema>): void {
    if (this.#known.has(event.event_id)) return;
    this.#known.add(event.event_id);
    this.#events.push({ ...event, room_id: roomId });
  }
}

function eventId(answer: unknown): string {
  return z.object({ event_id: z.string() }).parse(answer).event_id;
}
