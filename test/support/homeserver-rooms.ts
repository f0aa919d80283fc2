import { createHash, randomBytes } from 'node:crypto';

/** A refusal as the client-server API makes it. */
export class Refusal extends Error {
  readonly status: number;
  readonly errcode: string;

  constructor(status: number, errcode: string, text = errcode) {
    super(text);
    this.status = status;
    this.errcode = errcode;
  }
}

export type Content = Record<string, unknown>;

export interface StandInEvent {
  readonly event_id: string;
  readonly room_id: string;
  readonly type: string;
  readonly sender: string;
  readonly state_key?: string;
  readonly content: Content;
  readonly origin_server_ts: number;
  readonly redacts?: string;
  readonly unsigned?: Content;
}

export interface StandInRoom {
  readonly id: string;
  readonly creator: string;
  readonly version: string;
  readonly timeline: StandInEvent[];
  /** Current state by type and key. */
  readonly state: Map<string, StandInEvent>;
}

const EVENT_MAX = 65_536;

/** The rooms of the stand-in: what a homeserver allows and refuses as far as an appservice can tell. */
export class Rooms {
  readonly byId = new Map<string, StandInRoom>();
  readonly aliases = new Map<string, string>();
  readonly #domain: string;
  readonly #version: string;
  readonly #onEvent: (event: StandInEvent) => void;

  constructor(options: { domain: string; version: string; onEvent: (event: StandInEvent) => void }) {
    this.#domain = options.domain;
    this.#version = options.version;
    this.#onEvent = options.onEvent;
  }

  get(room: string): StandInRoom {
    const found = this.byId.get(room);
    if (found === undefined) throw new Refusal(403, 'M_FORBIDDEN', 'not in room');
    return found;
  }

  state(room: string, type: string, key = ''): StandInEvent | undefined {
    return this.get(room).state.get(`${type}\0${key}`);
  }

  membership(room: string, user: string): string {
    const membership = this.state(room, 'm.room.member', user)?.content['membership'];
    return typeof membership === 'string' ? membership : 'leave';
  }

  members(room: string, membership: string): string[] {
    return [...this.get(room).state.values()]
      .filter((event) => event.type === 'm.room.member' && event.content['membership'] === membership)
      .map((event) => event.state_key ?? '');
  }

  /** Appends an event without asking who may. */
  append(
    room: StandInRoom,
    event: { type: string; sender: string; content: Content; stateKey?: string; ts?: number; redacts?: string },
  ): StandInEvent {
    if (Buffer.byteLength(JSON.stringify(event.content)) > EVENT_MAX) throw new Refusal(413, 'M_TOO_LARGE');
    const made: StandInEvent = {
      event_id: `$${randomBytes(24).toString('base64url')}`,
      room_id: room.id,
      type: event.type,
      sender: event.sender,
      content: event.content,
      origin_server_ts: event.ts ?? Date.now(),
      ...(event.stateKey === undefined ? {} : { state_key: event.stateKey }),
      ...(event.redacts === undefined ? {} : { redacts: event.redacts }),
    };
    room.timeline.push(made);
    if (made.state_key !== undefined) room.state.set(`${made.type}\0${made.state_key}`, made);
    this.#onEvent(made);
    return made;
  }

  /** Refuses whoever is not joined. */
  mustBeIn(room: string, user: string): StandInRoom {
    if (this.membership(room, user) !== 'join') throw new Refusal(403, 'M_FORBIDDEN', 'User not in room');
    return this.get(room);
  }

  send(room: string, sender: string, type: string, content: Content, ts?: number): StandInEvent {
    const there = this.mustBeIn(room, sender);
    if (!this.#maySend(there, sender, type)) throw new Refusal(403, 'M_FORBIDDEN', 'too little power');
    const relation = content['m.relates_to'] as { rel_type?: string; event_id?: string; key?: string } | undefined;
    if (type === 'm.reaction' && relation !== undefined) {
      const same = there.timeline.some((event) => {
        const other = event.content['m.relates_to'] as typeof relation | undefined;
        return (
          event.type === type &&
          event.sender === sender &&
          other?.event_id === relation.event_id &&
          other?.key === relation.key
        );
      });
      if (same) throw new Refusal(400, 'M_DUPLICATE_ANNOTATION');
    }
    return this.append(there, { type, sender, content, ...(ts === undefined ? {} : { ts }) });
  }

  redact(room: string, sender: string, event: string, reason: string | undefined): StandInEvent {
    const there = this.mustBeIn(room, sender);
    const index = there.timeline.findIndex(({ event_id }) => event_id === event);
    const old = there.timeline[index];
    const content = { ...(reason === undefined ? {} : { reason }), redacts: event };
    const made = this.append(there, { type: 'm.room.redaction', sender, content, redacts: event });
    if (old !== undefined) there.timeline[index] = { ...old, content: {}, unsigned: { redacted_because: made } };
    return made;
  }

  putState(room: string, sender: string, type: string, key: string, content: Content): StandInEvent {
    if (type === 'm.room.member') return this.member(room, sender, key, content);
    const there = this.mustBeIn(room, sender);
    const old = this.state(room, type, key);
    if (old?.sender === sender && JSON.stringify(old.content) === JSON.stringify(content)) return old;
    return this.append(there, { type, sender, content, stateKey: key });
  }

  /** A change of membership, by the room's own rules. The same again makes no second event. */
  member(room: string, sender: string, user: string, content: Content): StandInEvent {
    const there = this.get(room);
    const old = this.state(room, 'm.room.member', user);
    const before = this.membership(room, user);
    const wanted = String(content['membership']);
    if (wanted === 'join') {
      if (sender !== user || before === 'ban') throw new Refusal(403, 'M_FORBIDDEN', 'may not join');
      if (before !== 'join' && before !== 'invite' && !this.#mayJoin(room, user)) {
        throw new Refusal(403, 'M_FORBIDDEN', 'You are not invited to this room.');
      }
    } else if (sender !== user) {
      this.mustBeIn(room, sender);
      if (wanted === 'invite' && (before === 'join' || before === 'ban')) {
        throw new Refusal(403, 'M_FORBIDDEN', `is ${before} already`);
      }
    }
    if (old !== undefined && JSON.stringify(old.content) === JSON.stringify(content)) return old;
    return this.append(there, { type: 'm.room.member', sender, content, stateKey: user });
  }

  /** createRoom, with the alias registered first, as Synapse does. */
  create(creator: string, body: Content, local: (name: string) => string): StandInRoom {
    const name = body['room_alias_name'];
    const alias = typeof name === 'string' ? local(name) : null;
    if (alias !== null && this.aliases.has(alias)) throw new Refusal(400, 'M_ROOM_IN_USE');
    const version = typeof body['room_version'] === 'string' ? body['room_version'] : this.#version;
    const levels = body['power_level_content_override'] as { users?: Record<string, number> } | undefined;
    const creatorsListed = levels?.users?.[creator] !== undefined;
    if (Number(version) >= 12 && creatorsListed) {
      throw new Refusal(400, 'M_BAD_STATE', 'Creators must not be listed in the power levels');
    }
    if (Number(version) < 12 && levels?.users !== undefined && !creatorsListed) {
      throw new Refusal(403, 'M_FORBIDDEN', 'creator has no power');
    }
    const opaque = randomBytes(18).toString('base64url');
    const id = Number(version) >= 12 ? `!${opaque}` : `!${opaque}:${this.#domain}`;
    const room: StandInRoom = { id, creator, version, timeline: [], state: new Map() };
    if (alias !== null) this.aliases.set(alias, id);
    this.byId.set(id, room);
    this.#fill(room, body, alias);
    return room;
  }

  #fill(room: StandInRoom, body: Content, alias: string | null): void {
    const sender = room.creator;
    const put = (type: string, content: Content, stateKey = ''): void => {
      this.append(room, { type, sender, content, stateKey });
    };
    put('m.room.create', { ...(body['creation_content'] as Content | undefined), room_version: room.version });
    put('m.room.member', { membership: 'join' }, sender);
    put('m.room.power_levels', {
      users: Number(room.version) >= 12 ? {} : { [sender]: 100 },
      ...(body['power_level_content_override'] as Content | undefined),
    });
    if (alias !== null) put('m.room.canonical_alias', { alias });
    const initial = (body['initial_state'] ?? []) as { type: string; state_key?: string; content: Content }[];
    if (!initial.some(({ type }) => type === 'm.room.join_rules')) put('m.room.join_rules', { join_rule: 'invite' });
    for (const { type, state_key: key, content } of initial) put(type, content, key ?? '');
    if (typeof body['name'] === 'string') put('m.room.name', { name: body['name'] });
    if (typeof body['topic'] === 'string') put('m.room.topic', { topic: body['topic'] });
    for (const user of (body['invite'] ?? []) as string[]) put('m.room.member', { membership: 'invite' }, user);
  }

  /** Spec, `m.room.power_levels`: whoever made a room of version 12 may everything. */
  #maySend({ id, creator, version }: StandInRoom, user: string, type: string): boolean {
    if (Number(version) >= 12 && user === creator) return true;
    const levels = this.state(id, 'm.room.power_levels')?.content as
      | {
          readonly users?: Record<string, number>;
          readonly users_default?: number;
          readonly events?: Record<string, number>;
          readonly events_default?: number;
        }
      | undefined;
    const needed = levels?.events?.[type] ?? levels?.events_default ?? 0;
    return (levels?.users?.[user] ?? levels?.users_default ?? 0) >= needed;
  }

  #mayJoin(room: string, user: string): boolean {
    const rule = this.state(room, 'm.room.join_rules')?.content;
    if (rule?.['join_rule'] === 'public') return true;
    if (rule?.['join_rule'] !== 'restricted') return false;
    const allow = (rule['allow'] ?? []) as { room_id?: string }[];
    return allow.some(
      ({ room_id: id }) => id !== undefined && this.byId.has(id) && this.membership(id, user) === 'join',
    );
  }
}

/** Hex SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
