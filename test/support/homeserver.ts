/**
 * A stand-in homeserver for crash tests and the benchmark: the part of the client-server and application service APIs
 * that Mailroom uses, over node:http on loopback, in memory. It refuses what a homeserver refuses (see
 * homeserver-rooms.ts), keeps transaction ids as Synapse does (with a device for good, without one until `restart`),
 * pushes one transaction at a time and repeats it until it gets 200. What it cannot show is load: it is as fast as
 * told.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { asksForNoPreviews, json, MediaAnswer, mediaRoutes, Pusher, route } from './homeserver-parts.ts';
import type { Asked, Media, PushManner, Route } from './homeserver-parts.ts';
import { Refusal, Rooms } from './homeserver-rooms.ts';
import type { Content, StandInEvent, StandInRoom } from './homeserver-rooms.ts';

export type { Content, StandInEvent, StandInRoom } from './homeserver-rooms.ts';

export interface HomeserverOptions {
  readonly domain?: string;
  readonly asToken: string;
  readonly hsToken: string;
  /** Localpart of the bot: who acts where no user_id is given. */
  readonly bot?: string;
  /** Where transactions are pushed to; none are pushed before it is set (`pushTo`). */
  readonly appservice?: string;
  /** How long every PUT takes at least, milliseconds. */
  readonly putDelayMs?: number;
  readonly roomVersion?: string;
  readonly pushes?: PushManner;
  /** False: the homeserver has no devices for appservices. */
  readonly devices?: boolean;
  readonly uploadLimit?: number;
  readonly port?: number;
}

/** Something that happened on the homeserver, in order. */
export type Effect =
  | { readonly kind: 'event'; readonly event: StandInEvent; readonly txn: string | null }
  | { readonly kind: 'room'; readonly room: string; readonly alias: string | null }
  | { readonly kind: 'upload'; readonly mxc: string; readonly sha256: string; readonly size: number }
  | { readonly kind: 'user' | 'device'; readonly id: string };

/** How a request fails: refused with a status; the connection cut before its effect, or after it. */
export type Fault =
  { readonly status: number; readonly errcode?: string; readonly retryAfterMs?: number } | 'cut' | 'cut-after';

export class StandInHomeserver {
  readonly domain: string;
  readonly bot: string;
  readonly rooms: Rooms;
  readonly effects: Effect[] = [];
  readonly media = new Map<string, Media>();
  readonly users = new Set<string>();
  readonly devices = new Set<string>();
  readonly profiles = new Map<string, Content>();
  /** `METHOD /path` of each request, in order. */
  readonly requests: string[] = [];
  putDelayMs: number;
  /** What it refuses by a rule of its own, as a module or a policy server does; null for what it lets pass. */
  policy: (asked: { readonly name: string; readonly user: string; readonly body: Content }) => Fault | null = () =>
    null;
  /** Other tokens that it takes: of a person, or of a second application service (null), which speaks as anybody. */
  readonly tokens = new Map<string, string | null>();
  /** False: every event has the time at which it came, whatever was asked for. */
  takesTimes = true;
  /** False: as Dendrite, which pushes no redaction to application services. */
  pushesRedactions = true;
  readonly #options: HomeserverOptions;
  #asToken: string;
  readonly #faults: { pattern: RegExp; fault: Fault; times: number }[] = [];
  #memoryTxns = new Map<string, string>();
  readonly #deviceTxns = new Map<string, string>();
  #txnOfNext: string | null = null;
  readonly #pusher: Pusher;
  #server: Server | null = null;
  readonly #routes: readonly Route[];

  constructor(options: HomeserverOptions) {
    this.#options = options;
    this.#asToken = options.asToken;
    this.domain = options.domain ?? 'matrix.test';
    this.bot = `@${options.bot ?? 'mailroom'}:${this.domain}`;
    this.putDelayMs = options.putDelayMs ?? 0;
    this.#pusher = new Pusher({
      hsToken: options.hsToken,
      appservice: options.appservice ?? null,
      manner: options.pushes ?? 'synapse',
    });
    this.rooms = new Rooms({
      domain: this.domain,
      version: options.roomVersion ?? '11',
      onEvent: (event) => this.#onEvent(event),
    });
    this.#routes = this.#makeRoutes();
  }

  async start(): Promise<this> {
    const server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        if (!response.headersSent) send(response, 500, { errcode: 'M_UNKNOWN', error: String(error) });
      });
    });
    server.keepAliveTimeout = 60_000;
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#options.port ?? 0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    const address = this.#server?.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    await this.#pusher.stop();
    const server = this.#server;
    if (server === null) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  /** As after a restart with another registration. */
  changeTokens(asToken: string, hsToken: string): void {
    this.#asToken = asToken;
    this.#pusher.changeToken(hsToken);
  }

  /** How many pushes were refused for their token. */
  get refusedPushes(): number {
    return this.#pusher.refused;
  }

  /**
   * Forgets what a homeserver keeps in memory: transaction ids without a device, and the count of pushed transactions.
   */
  restart(options: { readonly loseQueue: boolean; readonly idsGoOn?: boolean }): void {
    this.#memoryTxns = new Map();
    this.#pusher.restart(options);
  }

  /** Lets the next `times` requests whose `METHOD /path` matches fail. */
  failNext(pattern: RegExp, fault: Fault, times = 1): void {
    this.#faults.push({ pattern, fault, times });
  }

  /** Nothing fails any more. */
  endFaults(): void {
    this.#faults.length = 0;
  }

  /** Sets where transactions go, and pushes what waits. */
  pushTo(appservice: string): void {
    this.#pusher.pushTo(appservice);
  }

  /** Pushes events that exist already; resolves when everything queued was acknowledged. */
  push(events: readonly StandInEvent[] = []): Promise<void> {
    this.#pusher.add(...events);
    return this.#pusher.drained();
  }

  /** How many events wait to be pushed. */
  get waiting(): number {
    return this.#pusher.waiting;
  }

  /** A member of the room says something; it is pushed like any event. */
  say(room: string, user: string, content: Content | string, type = 'm.room.message'): StandInEvent {
    return this.rooms.send(
      room,
      user,
      type,
      typeof content === 'string' ? { msgtype: 'm.text', body: content } : content,
    );
  }

  /** Events of a type that were sent by anybody, oldest first, in one room or all. */
  sent(type = 'm.room.message', room?: string): (StandInEvent & { readonly txn: string | null })[] {
    return this.effects.flatMap((effect) =>
      effect.kind === 'event' && effect.event.type === type && (room === undefined || effect.event.room_id === room)
        ? [{ ...effect.event, txn: effect.txn }]
        : [],
    );
  }

  #onEvent(event: StandInEvent): void {
    this.effects.push({ kind: 'event', event, txn: this.#txnOfNext });
    if (event.type !== 'm.room.redaction' || this.pushesRedactions) this.#pusher.add(event);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://homeserver.invalid');
    const name = `${request.method ?? ''} ${decodeURIComponent(url.pathname)}`;
    this.requests.push(name);
    const body = await readAll(request);
    if (request.method === 'PUT' && this.putDelayMs > 0) await wait(this.putDelayMs);
    const fault =
      this.#nextFault(name) ?? this.policy({ name, user: this.#actor(request, url), body: contentOf(body) });
    if (fault === 'cut') {
      cut(response);
      return;
    }
    if (fault !== null && fault !== 'cut-after') {
      const { status, errcode = 'M_UNKNOWN', retryAfterMs } = fault;
      if (retryAfterMs !== undefined) response.setHeader('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
      send(response, status, { errcode, error: 'as told', retry_after_ms: retryAfterMs });
      return;
    }
    let result: unknown;
    try {
      result = await this.#answer(request, url, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, error.status, { errcode: error.errcode, error: error.message });
      return;
    }
    if (fault === 'cut-after') {
      cut(response);
      return;
    }
    if (result instanceof MediaAnswer) {
      response.writeHead(200, { 'content-type': result.type, 'content-length': result.bytes.length });
      response.end(result.bytes);
    } else send(response, 200, result ?? {});
  }

  /** Whose token it is; of an application service whoever it names. */
  #actor({ headers }: IncomingMessage, url: URL): string {
    const own = this.tokens.get(tokenOf(headers.authorization));
    return own ?? url.searchParams.get('user_id') ?? this.bot;
  }

  #nextFault(name: string): Fault | null {
    const index = this.#faults.findIndex(({ pattern, times }) => times > 0 && pattern.test(name));
    const found = this.#faults[index];
    if (found === undefined) return null;
    found.times -= 1;
    if (found.times === 0) this.#faults.splice(index, 1);
    return found.fault;
  }

  async #answer(request: IncomingMessage, url: URL, body: Buffer): Promise<unknown> {
    const method = request.method ?? '';
    const token = tokenOf(request.headers.authorization);
    if (url.pathname !== '/_matrix/client/versions' && token !== this.#asToken && !this.tokens.has(token)) {
      throw new Refusal(401, 'M_UNKNOWN_TOKEN');
    }
    const user = this.#actor(request, url);
    const device = url.searchParams.get('device_id');
    if (device !== null && !this.devices.has(`${user} ${device}`)) throw new Refusal(400, 'M_UNKNOWN_DEVICE');
    const registering = url.pathname.endsWith('/register') || url.pathname.endsWith('/versions');
    if (!registering && !this.users.has(user)) throw new Refusal(403, 'M_FORBIDDEN', 'not registered');
    for (const [verb, pattern, handler] of this.#routes) {
      const match = verb === method ? pattern.exec(url.pathname) : null;
      if (match === null) continue;
      const path = match.slice(1).map((part: string | undefined) => decodeURIComponent(part ?? ''));
      const type = request.headers['content-type'] ?? '';
      return await handler({ url, user, device, body, type }, ...path);
    }
    throw new Refusal(404, 'M_UNRECOGNIZED');
  }

  #makeRoutes(): readonly Route[] {
    const room = '/_matrix/client/v3/rooms/([^/]+)';
    return [
      route('PUT', `${room}/send/([^/]+)/([^/]+)`, (asked, id = '', type = '', txn = '') => {
        const content = json(asked.body);
        if ('org.mailroom.send' in content && type === 'm.room.message' && !asksForNoPreviews(content))
          throw new Refusal(400, 'M_BAD_JSON', 'previews');
        const ts = this.takesTimes ? tsOf(asked.url) : undefined;
        return this.#once(asked, txn, () => this.rooms.send(id, asked.user, type, content, ts));
      }),
      route('PUT', `${room}/redact/([^/]+)/([^/]+)`, (asked, id = '', event = '', txn = '') =>
        this.#once(asked, txn, () =>
          this.rooms.redact(id, asked.user, event, json(asked.body)['reason'] as string | undefined),
        ),
      ),
      route('PUT', `${room}/state/([^/]+)(?:/([^/]*))?`, ({ user, body }, id = '', type = '', key = '') => {
        return { event_id: this.rooms.putState(id, user, type, key, json(body)).event_id };
      }),
      route('GET', `${room}/state/([^/]+)(?:/([^/]*))?`, ({ user }, id = '', type = '', key = '') => {
        this.rooms.mustBeIn(id, user);
        const state = this.rooms.state(id, type, key);
        if (state === undefined) throw new Refusal(404, 'M_NOT_FOUND');
        return state.content;
      }),
      route('GET', `${room}/state`, ({ user }, id = '') => [...this.rooms.mustBeIn(id, user).state.values()]),
      route('GET', `${room}/event/([^/]+)`, ({ user }, id = '', event = '') => {
        const found = this.rooms.mustBeIn(id, user).timeline.find(({ event_id }) => event_id === event);
        if (found === undefined) throw new Refusal(404, 'M_NOT_FOUND');
        return found;
      }),
      route('GET', '/_matrix/client/v1/rooms/([^/]+)/relations/([^/]+)', ({ user }, id = '', event = '') => {
        const { timeline } = this.rooms.mustBeIn(id, user);
        return { chunk: timeline.filter(({ content }) => relatesTo(content) === event).toReversed() };
      }),
      route('GET', `${room}/members`, ({ user, url }, id = '') => {
        this.rooms.mustBeIn(id, user);
        const wanted = this.rooms.members(id, url.searchParams.get('membership') ?? 'join');
        return { chunk: wanted.map((member) => this.rooms.state(id, 'm.room.member', member)) };
      }),
      route('GET', `${room}/messages`, ({ user, url }, id = '') => this.#messages(this.rooms.mustBeIn(id, user), url)),
      route('POST', `${room}/(invite|kick|leave|ban)`, ({ user, body }, id = '', verb = '') => {
        const target = verb === 'leave' ? user : String(json(body)['user_id']);
        const membership = verb === 'kick' ? 'leave' : verb;
        this.rooms.member(id, user, target, { membership });
      }),
      route('POST', '/_matrix/client/v3/join/([^/]+)', ({ user }, target = '') => {
        const id = this.rooms.aliases.get(target) ?? target;
        if (this.rooms.membership(id, user) !== 'join')
          this.rooms.member(id, user, user, { membership: 'join', ...this.profiles.get(user) });
        return { room_id: id };
      }),
      route('POST', '/_matrix/client/v3/createRoom', ({ user, body }) => {
        const made = this.rooms.create(user, json(body), (name) => `#${name}:${this.domain}`);
        this.effects.push({
          kind: 'room',
          room: made.id,
          alias: (json(body)['room_alias_name'] as string | undefined) ?? null,
        });
        return { room_id: made.id };
      }),
      ...this.#directoryRoutes(),
      ...this.#userRoutes(),
      ...mediaRoutes(this.media, {
        domain: this.domain,
        limit: this.#options.uploadLimit ?? null,
        uploaded: (effect) => this.effects.push(effect),
      }),
    ];
  }

  #directoryRoutes(): Route[] {
    const alias = '/_matrix/client/v3/directory/room/([^/]+)';
    return [
      route('GET', alias, (_, name = '') => {
        const id = this.rooms.aliases.get(name);
        if (id === undefined) throw new Refusal(404, 'M_NOT_FOUND');
        return { room_id: id, servers: [this.domain] };
      }),
      route('PUT', alias, ({ body }, name = '') => {
        if (this.rooms.aliases.has(name)) throw new Refusal(409, 'M_UNKNOWN', 'Room alias already exists');
        this.rooms.aliases.set(name, String(json(body)['room_id']));
      }),
      route('DELETE', alias, (_, name = '') => {
        if (!this.rooms.aliases.delete(name)) throw new Refusal(404, 'M_NOT_FOUND');
      }),
    ];
  }

  #userRoutes(): Route[] {
    return [
      route('GET', '/_matrix/client/versions', () => ({ versions: ['v1.11', 'v1.17'] })),
      route('GET', '/_matrix/client/v3/account/whoami', ({ user }) => ({ user_id: user })),
      route('GET', '/_matrix/client/v3/capabilities', () => ({
        capabilities: { 'm.room_versions': { default: this.#options.roomVersion ?? '11', available: {} } },
      })),
      route('POST', '/_matrix/client/v3/register', ({ body }) => {
        const id = `@${String(json(body)['username'])}:${this.domain}`;
        if (this.users.has(id)) throw new Refusal(400, 'M_USER_IN_USE');
        this.users.add(id);
        this.effects.push({ kind: 'user', id });
        return { user_id: id };
      }),
      route('PUT', '/_matrix/client/v3/devices/([^/]+)', ({ user }, device = '') => {
        if (this.#options.devices === false) throw new Refusal(404, 'M_NOT_FOUND');
        const id = `${user} ${device}`;
        if (!this.devices.has(id)) this.effects.push({ kind: 'device', id });
        this.devices.add(id);
      }),
      route('PUT', '/_matrix/client/v3/profile/([^/]+)/(displayname|avatar_url)', ({ body }, user = '', field = '') => {
        this.profiles.set(user, { ...this.profiles.get(user), [field]: json(body)[field] });
      }),
      route('POST', '/_matrix/client/v1/appservice/([^/]+)/ping', async ({ body }) => {
        await this.#pusher.ping(body);
        return { duration_ms: 1 };
      }),
    ];
  }

  #messages(room: StandInRoom, url: URL): unknown {
    const limit = Number(url.searchParams.get('limit') ?? '10');
    const end = Number(url.searchParams.get('from') ?? String(room.timeline.length));
    const start = Math.max(0, end - limit);
    return {
      chunk: room.timeline.slice(start, end).reverse(),
      start: String(end),
      ...(start > 0 ? { end: String(start) } : {}),
    };
  }

  /** Synapse: with a device by (user, device, path) in its database; without one by path in memory. */
  #once({ user, device, url }: Asked, txn: string, effect: () => StandInEvent): { event_id: string } {
    const store = device === null ? this.#memoryTxns : this.#deviceTxns;
    const key = device === null ? url.pathname : `${user} ${device} ${url.pathname}`;
    const before = store.get(key);
    if (before !== undefined) return { event_id: before };
    this.#txnOfNext = txn;
    try {
      const { event_id: event } = effect();
      store.set(key, event);
      return { event_id: event };
    } finally {
      this.#txnOfNext = null;
    }
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

function tokenOf(header = ''): string {
  return header.replace(/^Bearer /, '');
}

function tsOf(url: URL): number | undefined {
  const ts = url.searchParams.get('ts');
  return ts === null ? undefined : Number(ts);
}

function relatesTo(content: Content): string | null {
  const relation = content['m.relates_to'] as { event_id?: string } | undefined;
  return relation?.event_id ?? null;
}

function cut(response: ServerResponse): void {
  response.destroy();
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(bytes);
}

/** A body as JSON; empty for what is none (bytes of a file). */
function contentOf(body: Buffer): Content {
  try {
    return json(body);
  } catch {
    return {};
  }
}
