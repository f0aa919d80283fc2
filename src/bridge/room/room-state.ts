/**
 * What a room has: from the facts of an account and a thread to the body of createRoom and the state that must be
 * there. The same plan is used to make a room and to mend one that was found half made.
 */
import type { Person } from '../../mail/types.ts';
import { addressKey } from '../../mail/address.ts';
import { words } from '../../words/words.ts';
import { isOwnAddress, memberByAddress, plainRooms } from '../account/account.ts';
import type { Account } from '../account/account.ts';
import type { GhostCodec } from '../ids.ts';
import type { EventId, JsonObject, RoomId, ThreadId, UserId } from '../types.ts';

/** A piece of state that a room must have. */
export interface StatePiece {
  readonly type: string;
  readonly key: string;
  readonly content: JsonObject;
  /** What does instead where a homeserver does not take the content. */
  readonly instead?: JsonObject;
}

/** A room to be made or mended. */
export interface RoomPlan {
  /**
   * Body of createRoom, with alias and state. It invites nobody: one person who takes no invitations would keep the
   * room from all others.
   */
  readonly create: JsonObject;
  /** What must be there; `create` holds the same. */
  readonly state: readonly StatePiece[];
  /** Ghosts and people who are invited, one by one, once it is there. */
  readonly invite: readonly UserId[];
}

/** Facts of the homeserver that a plan needs. */
export interface RoomSetting {
  readonly codec: GhostCodec;
  /** Localpart of the alias. */
  readonly alias: string;
  /** Version of the room: from 12 on its creator has all power and must not be listed in the power levels. */
  readonly version: string;
  /** Whether the homeserver is asked for this version, where it would choose by itself otherwise. */
  readonly isVersionAsked?: boolean;
  /** The room that this one comes after; its last event where it is known. */
  readonly predecessor: { readonly room: RoomId; readonly event: EventId | null } | null;
  /** Types of state that the homeserver is known not to take as they are wanted; left out for none. */
  readonly refused?: ReadonlySet<string>;
}

/** Who of a mail's people is who in its room. */
export interface Cast {
  /** Shown as ghosts, at most `Account.people`. */
  readonly ghosts: readonly Person[];
  /** Members of the team, known by their mail address: they are themselves. */
  readonly team: readonly UserId[];
  /** Beyond the ghosts; named in the topic only. */
  readonly named: readonly Person[];
}

const NAME_MAX = 200;
const TOPIC_MAX = 1_500;
/** Power of members of the team: they may invite, name, redact, remove and ban. */
export const MODERATOR = 50;
/** Power of the bot in rooms whose version lists it. */
const OWNER = 100;
/** The type of Tchap's rule of who may be in a room. */
export const ACCESS_RULES = 'im.vector.room.access_rules';

/** Somebody of a mail; `quiet`: named, and no ghost. */
export interface RoomPerson extends Person {
  readonly quiet?: true;
}

/** Sorts people, in their order: never the account's own addresses, nobody twice. */
export function cast(account: Account, people: readonly RoomPerson[]): Cast {
  const ghosts: Person[] = [];
  const team = new Set<UserId>();
  const named: Person[] = [];
  const seen = new Set<string>();
  for (const person of people) {
    const key = addressKey(person.address);
    if (seen.has(key) || isOwnAddress(account, person.address)) continue;
    seen.add(key);
    const member = memberByAddress(account, person.address);
    if (member !== null) team.add(member.user);
    else if (person.quiet !== true && ghosts.length < account.people) ghosts.push(person);
    else named.push(person);
  }
  return { ghosts, team: [...team], named };
}

/** A display name of one line, without control and direction characters; the fallback where nothing is left. */
export function plainName(name: string, fallback: string): string {
  const clean = name
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const cut = Array.from(clean).slice(0, NAME_MAX).join('');
  return cut === '' ? fallback : cut;
}

/** The room of a thread. `subject` has no prefixes; where it is empty the people name the room. */
export function threadRoom(
  facts: {
    readonly account: Account;
    readonly thread: ThreadId;
    readonly subject: string;
    readonly people: readonly Person[];
    readonly space: RoomId;
    /** Who of the team is invited. */
    readonly invite: readonly UserId[];
  },
  setting: RoomSetting,
): RoomPlan {
  const { account, space } = facts;
  const { codec } = setting;
  const people = cast(account, facts.people);
  const name = roomName(facts.subject, people, account);
  const invite = unique([...people.ghosts.map(({ address }) => codec.ghost(address)), ...facts.invite]);
  return plan(setting, account, {
    name,
    topic: topic(account, people.named),
    invite,
    creation: {},
    state: [
      membersOf(space),
      piece('m.space.parent', { via: [codec.domain], canonical: true }, space),
      ...bridgeState(account, codec, { id: facts.thread, name }),
    ],
  });
}

/** The space of an account: the team is invited, and whoever is in it may join the rooms of its threads. */
export function spaceRoom(account: Account, setting: RoomSetting): RoomPlan {
  return plan(setting, account, {
    name: plainName(account.name, account.address),
    topic: account.address,
    invite: account.team.map(({ user }) => user),
    creation: { type: 'm.space' },
    state: [piece('m.room.join_rules', { join_rule: 'invite' })],
  });
}

/** What the rooms of an account itself are called: its space, its lobby, its inbox. */
export function accountRoomNames(account: Pick<Account, 'name' | 'address' | 'language'>): string[] {
  const of = plainName(account.name, account.address);
  const say = words(account.language);
  return [of, say('inbox-lobby-name', { account: of }), say('inbox-name', { account: of })];
}

/**
 * The lobby of an account, in its space: where the account itself speaks to its team (a refused login, a mail that
 * cannot be read).
 */
export function lobbyRoom(account: Account, space: RoomId, setting: RoomSetting): RoomPlan {
  return accountRoom(account, (of) => words(account.language)('inbox-lobby-name', { account: of }), space, setting);
}

/** The inbox of an account, in its space: where each new conversation is a line that leads to its room. */
export function inboxRoom(account: Account, space: RoomId, setting: RoomSetting): RoomPlan {
  return accountRoom(account, (of) => words(account.language)('inbox-name', { account: of }), space, setting);
}

function accountRoom(
  account: Account,
  nameOf: (account: string) => string,
  space: RoomId,
  setting: RoomSetting,
): RoomPlan {
  const { codec } = setting;
  return plan(setting, account, {
    name: plainName(nameOf(plainName(account.name, account.address)), account.address),
    topic: account.address,
    invite: account.team.map(({ user }) => user),
    creation: {},
    state: [membersOf(space), piece('m.space.parent', { via: [codec.domain], canonical: true }, space)],
  });
}

/**
 * Whether the creator stands in the power levels of a room of this version (spec, "Room Version 12").
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function creatorIsListed(version: string): boolean {
  return !(/^\d+$/.test(version) && Number(version) >= 12);
}

function plan(
  setting: RoomSetting,
  account: Account,
  room: {
    readonly name: string;
    readonly topic: string;
    readonly invite: readonly UserId[];
    readonly creation: JsonObject;
    readonly state: readonly StatePiece[];
  },
): RoomPlan {
  const levels = powerLevels(account, setting);
  const alias = `#${setting.alias}:${setting.codec.domain}`;
  const initial: StatePiece[] = [
    piece('m.room.history_visibility', { history_visibility: 'shared' }),
    piece('m.room.guest_access', { guest_access: 'forbidden' }),
    piece('io.element.functional_members', { service_members: [setting.codec.bot] }),
    ...accessRule(account),
    ...room.state,
  ].map((one) => (setting.refused?.has(one.type) === true ? { ...one, content: one.instead ?? one.content } : one));
  return {
    create: {
      preset: 'private_chat',
      visibility: 'private',
      ...(setting.isVersionAsked === true ? { room_version: setting.version } : {}),
      room_alias_name: setting.alias,
      name: room.name,
      topic: room.topic,
      creation_content: { ...room.creation, ...predecessor(setting) },
      power_level_content_override: levels,
      initial_state: initial.map(({ type, key, content }) => ({ type, state_key: key, content })),
    },
    state: [
      piece('m.room.power_levels', levels),
      piece('m.room.canonical_alias', { alias }),
      ...initial,
      piece('m.room.name', { name: room.name }),
      piece('m.room.topic', { topic: room.topic }),
    ],
    invite: room.invite,
  };
}

function predecessor({ predecessor: before }: RoomSetting): JsonObject {
  if (before === null) return {};
  // Up to room version 11 the event's id was required; where it is not known it is left out.
  return { predecessor: { room_id: before.room, ...(before.event === null ? {} : { event_id: before.event }) } };
}

/** What moderators may set of a room's state; all else of it is the bot's. */
const MODERATED: readonly string[] = [
  'm.room.name',
  'm.room.topic',
  'm.room.avatar',
  'm.room.canonical_alias',
  'm.room.pinned_events',
  'm.space.child',
  'm.space.parent',
  'io.element.functional_members',
  // Widgets and calls, under the names that clients use.
  'm.widget',
  'im.vector.modular.widgets',
  'm.call',
  'm.call.member',
  'org.matrix.msc3401.call',
  'org.matrix.msc3401.call.member',
];

/** What is the bot's whatever the default is: homeservers fill in lower levels of their own where one is left out. */
const OWNED: readonly string[] = [
  'm.room.encryption',
  'm.room.power_levels',
  'm.room.server_acl',
  'm.room.tombstone',
  'm.room.history_visibility',
  'm.room.join_rules',
];

/**
 * Everybody may speak; the team invites, since an invitation can add a recipient, and moderates; encryption, the levels
 * and the room's end are the bot's. What nobody named is the bot's too: Tchap's rules want a `state_default` of 100 and
 * an `invite` of 50 at least (synapse-room-access-rules, at createRoom).
 */
function powerLevels(account: Account, { codec, version }: RoomSetting): JsonObject {
  const users: Record<string, number> = {};
  for (const { user } of account.team) users[user] = MODERATOR;
  if (creatorIsListed(version)) users[codec.bot] = OWNER;
  return {
    users,
    users_default: 0,
    events_default: 0,
    state_default: OWNER,
    invite: MODERATOR,
    kick: MODERATOR,
    ban: MODERATOR,
    redact: MODERATOR,
    events: {
      ...Object.fromEntries(MODERATED.map((type) => [type, MODERATOR])),
      ...Object.fromEntries(OWNED.map((type) => [type, OWNER])),
    },
  };
}

/** Tchap's rule of who may be in a room (synapse-room-access-rules), where the account has one. */
function accessRule(account: Account): StatePiece[] {
  const { accessRule: rule = null } = account.rooms ?? plainRooms;
  return rule === null ? [] : [piece(ACCESS_RULES, { rule })];
}

/** MSC2346, under its stable and its unstable name. */
function bridgeState(account: Account, codec: GhostCodec, channel: { id: string; name: string }): StatePiece[] {
  const content: JsonObject = {
    bridgebot: codec.bot,
    creator: codec.bot,
    protocol: { id: 'email', displayname: 'E-mail' },
    network: { id: account.id, displayname: plainName(account.name, account.address) },
    channel: { id: channel.id, displayname: channel.name },
  };
  const key = `org.mailroom://email/${account.id}/${channel.id}`;
  return [piece('m.bridge', content, key), piece('uk.half-shot.bridge', content, key)];
}

function roomName(subject: string, people: Cast, account: Account): string {
  const names = people.ghosts.slice(0, 3).map(({ name, address }) => plainName(name, address));
  const own = plainName(account.name, account.address);
  const who = names.length > 0 ? names.join(', ') : own;
  const filled: Readonly<Record<string, string>> = { subject: plainName(subject, who), people: who, account: own };
  const { name } = account.rooms ?? plainRooms;
  return plainName(
    name.replace(/\{(subject|people|account)\}/g, (_, field: string) => filled[field] ?? ''),
    who,
  );
}

/** The account's address, and whoever of a long list of people has no ghost here. */
function topic(account: Account, named: readonly Person[]): string {
  let text: string = account.address;
  for (const [index, { name, address }] of named.entries()) {
    const person = name === '' ? address : `${plainName(name, address)} <${address}>`;
    const next = `${text}${index === 0 ? ' · + ' : ', '}${person}`;
    if (next.length > TOPIC_MAX) return `${text}, + ${named.length - index}`;
    text = next;
  }
  return text;
}

/** Whoever is in the space may join. Where that is no rule that a homeserver takes, who is invited may. */
export function membersOf(space: RoomId): StatePiece {
  const allow = [{ type: 'm.room_membership', room_id: space }];
  return {
    ...piece('m.room.join_rules', { join_rule: 'restricted', allow }),
    instead: { join_rule: 'invite' },
  };
}

function piece(type: string, content: JsonObject, key = ''): StatePiece {
  return { type, key, content };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
