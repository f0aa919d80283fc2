/**
 * Tries what Mailroom does in rooms, in rooms that nobody sees and that are left again: homeservers with rules of their
 * own refuse some of it, and only trying shows what.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { accountsOf } from '../app/settings.ts';
import { errorText } from '../base/errors.ts';
import type { Account } from '../bridge/account/account.ts';
import { DELIVERY_SIGNS, TAKEN } from '../bridge/delivery/signs.ts';
import { GhostCodec } from '../bridge/ids.ts';
import { NO_PREVIEWS } from '../bridge/to-matrix/link-previews.ts';
import { spaceRoom, threadRoom } from '../bridge/room/room-state.ts';
import type { RoomPlan, RoomSetting } from '../bridge/room/room-state.ts';
import type { EventId, JsonObject, RoomId, ThreadId, TxnId, UserId } from '../bridge/types.ts';
import type { Config } from '../config/config.ts';
import type { Address } from '../mail/types.ts';
import { MatrixBridge } from '../matrix/bridge.ts';
import type { MatrixClient } from '../matrix/client.ts';
import { isMatrixError, MatrixError } from '../matrix/errors.ts';
import type { Registration } from '../matrix/registration.ts';
import { bareRoom, missingState } from '../matrix/room-furniture.ts';
import type { CheckFinding } from './finding.ts';
import { roomFinding } from './room-advice.ts';
import type { RoomStep } from './room-advice.ts';

/** Of nobody: `invalid` is no domain (RFC 6761 section 6.4). */
const GHOST = 'check@mailroom.invalid' as Address;
const SUBJECT = 'Mailroom check';

/**
 * A space and a room as the accounts' are: with the first account all that Mailroom does there, with each other whose
 * rooms begin otherwise that they are made.
 */
export async function checkRooms(
  config: Config,
  client: MatrixClient,
  registration: Registration,
): Promise<CheckFinding[]> {
  const { bot, ghostPrefix: prefix } = config.appservice;
  const codec = new GhostCodec({ prefix, bot, domain: config.homeserver.domain });
  const bridge = new MatrixBridge({
    registration,
    homeserverUrl: config.homeserver.url,
    domain: config.homeserver.domain,
    client,
  });
  const found = new Map<string, { readonly account: Account; readonly findings: CheckFinding[] }>();
  for (const account of accountsOf(config).values()) {
    const kind = JSON.stringify([account.rooms?.accessRule ?? null, account.team.map(({ user }) => user).sort()]);
    if (found.has(kind)) continue;
    const trial = new RoomTrial({ client, bridge, codec, version: config.homeserver.roomVersion });
    const findings = await trial
      .run(account, found.size === 0)
      .catch((error: unknown): CheckFinding[] => [
        { state: 'fail', what: 'rooms', text: `the try of a room was broken off: ${errorText(error)}` },
      ]);
    found.set(kind, { account, findings });
  }
  await bridge.close();
  return [...found.values()].flatMap(({ account, findings }) =>
    found.size === 1 ? findings : findings.map((one) => ({ ...one, text: `${account.id}: ${one.text}` })),
  );
}

interface TrialDeps {
  readonly client: MatrixClient;
  readonly bridge: MatrixBridge;
  readonly codec: GhostCodec;
  /** As the config asks for; null for the homeserver's own. */
  readonly version: string | null;
}

/** One space and one room, made, used and left. */
class RoomTrial {
  readonly #deps: TrialDeps;
  readonly #findings: CheckFinding[] = [];
  readonly #rooms: RoomId[] = [];
  readonly #aliases: string[] = [];
  readonly #ghost: UserId;

  constructor(deps: TrialDeps) {
    this.#deps = deps;
    this.#ghost = deps.codec.ghost(GHOST);
  }

  async run(account: Account, whole: boolean): Promise<CheckFinding[]> {
    const { client, codec } = this.#deps;
    await client.register(localpart(codec.bot));
    const version = this.#deps.version ?? (await client.defaultRoomVersion());
    try {
      if (await this.#tryAll(account, version, whole)) {
        const used = whole ? ', with a ghost in it, its message, the signs and a redaction' : '';
        const text = `made a space and a room of version ${version}${used}; both were left again`;
        this.#findings.unshift({ state: 'ok', what: 'rooms', text });
      }
    } finally {
      await this.#cleanUp();
    }
    return this.#findings;
  }

  /** False where something failed without which nothing is shown. */
  async #tryAll(account: Account, version: string, whole: boolean): Promise<boolean> {
    const { client } = this.#deps;
    const space = await this.#make('space', version, (setting) => spaceRoom(account, setting));
    if (space === null) return false;
    const thread = randomUUID() as ThreadId;
    const people = [{ name: '', address: GHOST }];
    const room = await this.#make('room', version, (setting) =>
      threadRoom({ account, thread, subject: SUBJECT, people, space, invite: [] }, setting),
    );
    if (room === null) return false;
    await this.#step('state', () => client.putState(space, 'm.space.child', room, { via: [] }), 'm.space.child');
    return !whole || this.#use(room);
  }

  /** Made with nobody but the bot; what was refused of it is set piece by piece, to see which it was. */
  async #make(
    step: 'space' | 'room',
    version: string,
    planOf: (setting: RoomSetting) => RoomPlan,
  ): Promise<RoomId | null> {
    const { client, bridge, codec } = this.#deps;
    const alias = `mailroom_check_${randomBytes(10).toString('hex')}`;
    const isVersionAsked = this.#deps.version !== null;
    const plan = planOf({ codec, alias, version, isVersionAsked, predecessor: null });
    const full = `#${alias}:${codec.domain}`;
    this.#aliases.push(full);
    try {
      return this.#made(await bridge.createRoom(plan.create));
    } catch (error) {
      if (!(error instanceof MatrixError)) throw error;
      // Some homeservers refuse a piece of state when the room is there already.
      const half = (await client.resolveAlias(full)) ?? (await this.#bare(plan));
      if (half === null) {
        this.#findings.push(roomFinding(step, error));
        return null;
      }
      const before = this.#findings.length;
      await this.#complete(this.#made(half), plan);
      // None of it alone: it is made as `Rooms` makes it, in two steps.
      if (this.#findings.length === before) this.#findings.push(roomFinding('whole', error));
      return half;
    }
  }

  #made(room: RoomId): RoomId {
    this.#rooms.push(room);
    return room;
  }

  /** Null where not even a room without any state is made. */
  async #bare(plan: RoomPlan): Promise<RoomId | null> {
    try {
      return await this.#deps.bridge.createRoom(bareRoom(plan.create));
    } catch (error) {
      if (error instanceof MatrixError) return null;
      throw error;
    }
  }

  async #complete(room: RoomId, plan: RoomPlan): Promise<void> {
    const { client, codec } = this.#deps;
    const missing = missingState(await client.allState(room), plan, codec.bot);
    for (const { type, key, content, instead } of missing) {
      const set = await this.#step('state', () => client.putState(room, type, key, content), type);
      if (set === null && instead !== undefined) {
        await this.#step(
          'state',
          () => client.putState(room, type, key, instead),
          `${type} ${JSON.stringify(instead)}`,
        );
      }
    }
  }

  /** What happens in a room every day. */
  async #use(room: RoomId): Promise<boolean> {
    const { client, bridge } = this.#deps;
    const user = this.#ghost;
    await client.register(localpart(user));
    if ((await this.#step('invite', () => bridge.invite(room, user))) === null) return false;
    const member = { membership: 'join', displayname: SUBJECT };
    if ((await this.#step('join', () => client.putState(room, 'm.room.member', user, member, { user }))) === null) {
      return false;
    }
    const words = { msgtype: 'm.text', body: SUBJECT, 'm.mentions': {}, ...NO_PREVIEWS };
    const said = await this.#step('message', () => client.send(room, 'm.room.message', txn(), words, { user }));
    if (said === null) return false;
    await this.#signs(room, said);
    return true;
  }

  async #signs(room: RoomId, event: EventId): Promise<void> {
    const { client } = this.#deps;
    const refused: string[] = [];
    let last: MatrixError | null = null;
    let set: EventId | null = null;
    for (const key of [TAKEN, ...Object.values(DELIVERY_SIGNS)]) {
      const content: JsonObject = { 'm.relates_to': { rel_type: 'm.annotation', event_id: event, key } };
      try {
        set = await client.send(room, 'm.reaction', txn(), content);
      } catch (error) {
        if (!(error instanceof MatrixError)) throw error;
        refused.push(key);
        last = error;
      }
    }
    if (last !== null) this.#findings.push(roomFinding('sign', last, refused.join(' ')));
    const shown = set;
    if (shown !== null) await this.#step('redaction', () => client.redact(room, shown, txn()));
  }

  /** What came of a try; null where it was refused, which is a finding. */
  async #step<T>(step: RoomStep, work: () => Promise<T>, detail = ''): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof MatrixError)) throw error;
      this.#findings.push(roomFinding(step, error, detail));
      return null;
    }
  }

  /** Whatever is left over is told: it is in nobody's way, and has no name. */
  async #cleanUp(): Promise<void> {
    const { client } = this.#deps;
    const left: string[] = [];
    for (const alias of this.#aliases) {
      await client.deleteAlias(alias).catch((error: unknown) => {
        if (!isMatrixError(error, 'M_NOT_FOUND')) left.push(alias);
      });
    }
    for (const room of this.#rooms) {
      await client.leave(room, { user: this.#ghost }).catch(() => undefined);
      await client.leave(room).catch(() => left.push(room));
    }
    if (left.length === 0) return;
    const text = `could not be removed after the try: ${left.join(', ')}`;
    this.#findings.push({ state: 'warn', what: 'rooms', text });
  }
}

function txn(): TxnId {
  return `check-${randomUUID()}` as TxnId;
}

function localpart(user: UserId): string {
  return user.slice(1, user.indexOf(':'));
}
