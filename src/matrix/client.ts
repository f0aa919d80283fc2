import type { Readable } from 'node:stream';
import { z } from 'zod';
import { uploadName } from '../base/wire-text.ts';
import type { EventId, JsonObject, MxcUri, RoomId, TxnId, UserId } from '../bridge/types.ts';
import { isMatrixError, MatrixError } from './errors.ts';
import { HomeserverHttp, segments } from './http.ts';
import type { HomeserverHttpOptions, HomeserverRequest, StreamedAnswer } from './http.ts';

/** Who acts: a user of our namespace (the bot where none is given), and the device that keeps its transaction ids. */
export interface Actor {
  readonly user?: UserId;
  /** With it the homeserver keeps transaction ids in its database; without it some minutes in memory. */
  readonly device?: string | null;
}

/** One state event as the API gives it. */
export interface StateEvent {
  readonly type: string;
  readonly key: string;
  readonly sender: UserId;
  readonly content: JsonObject;
}

/** One page of a room's history, newest first. */
export interface HistoryPage {
  readonly events: readonly JsonObject[];
  /** Where the next (older) page begins; null at the start of the room. */
  readonly end: string | null;
}

/** What an upload is; `size` is exact, since it becomes the Content-Length. */
export interface UploadFacts {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

const V3 = '/_matrix/client/v3';
const roomAnswer = z.object({ room_id: z.string() });
const eventAnswer = z.object({ event_id: z.string() });
/**
 * An answer as it must be; one that is not came from something in between, or from no homeserver. Throws MatrixError.
 */
function readAnswer<T>(shape: z.ZodType<T>, answer: unknown): T {
  const read = shape.safeParse(answer);
  if (read.success) return read.data;
  throw new MatrixError({ status: 200, errcode: '', text: 'not the answer', retryAfterMs: null, request: 'answer' });
}

const contentAnswer = z.record(z.string(), z.json());
const eventsAnswer = z.array(z.record(z.string(), z.json()));
const stateAnswer = z.array(
  z.object({ type: z.string(), state_key: z.string().default(''), sender: z.string(), content: contentAnswer }),
);

/**
 * The client-server API as the appservice uses it: one method a request, no state, no retries. Every method throws
 * MatrixError (refused) or HomeserverUnreachableError (no answer). Whatever has an effect takes the id of that effect
 * from the caller, so that calling again is the same effect; where the API has no id, the comment says what repeats.
 */
export class MatrixClient {
  readonly #http: HomeserverHttp;

  constructor(options: HomeserverHttpOptions) {
    this.#http = new HomeserverHttp(options);
  }

  close(): void {
    this.#http.close();
  }

  /**
   * Sends an event; the same transaction id by the same actor gives the first event's id. `ts`: origin_server_ts, ms.
   */
  async send(
    room: RoomId,
    type: string,
    txn: TxnId,
    content: JsonObject,
    actor: Actor & { readonly ts?: number } = {},
  ): Promise<EventId> {
    const answer = await this.#json({
      method: 'PUT',
      path: `${V3}/rooms/${segments(room, 'send', type, txn)}`,
      query: { ...acting(actor), ts: actor.ts },
      json: content,
    });
    return readAnswer(eventAnswer, answer).event_id as EventId;
  }

  /** Redacts an event; idempotent like `send`. */
  async redact(room: RoomId, event: EventId, txn: TxnId, actor: Actor = {}, reason?: string): Promise<EventId> {
    const answer = await this.#json({
      method: 'PUT',
      path: `${V3}/rooms/${segments(room, 'redact', event, txn)}`,
      query: acting(actor),
      json: reason === undefined ? {} : { reason },
    });
    return readAnswer(eventAnswer, answer).event_id as EventId;
  }

  /** Sets a piece of state. The same content again makes no second event in Synapse. */
  async putState(
    room: RoomId,
    type: string,
    key: string,
    content: JsonObject,
    actor: Actor & { readonly ts?: number } = {},
  ): Promise<EventId> {
    const answer = await this.#json({
      method: 'PUT',
      path: `${V3}/rooms/${segments(room, 'state', type, key)}`,
      query: { ...acting(actor), ts: actor.ts },
      json: content,
    });
    return readAnswer(eventAnswer, answer).event_id as EventId;
  }

  /** The content of a piece of state, null where it is not set; MatrixError where the actor may not see the room. */
  async getState(room: RoomId, type: string, key = '', actor: Actor = {}): Promise<JsonObject | null> {
    const path = `${V3}/rooms/${segments(room, 'state', type, key)}`;
    const answer = await notFoundIsNull(this.#json({ method: 'GET', path, query: acting(actor) }));
    return answer === null ? null : readAnswer(contentAnswer, answer);
  }

  /** The whole current state. */
  async allState(room: RoomId, actor: Actor = {}): Promise<StateEvent[]> {
    const path = `${V3}/rooms/${segments(room)}/state`;
    const answer = readAnswer(stateAnswer, await this.#json({ method: 'GET', path, query: acting(actor) }));
    return answer.map(({ type, state_key: key, sender, content }) => ({
      type,
      key,
      sender: sender as UserId,
      content,
    }));
  }

  /** One event, null where it is not there (or not visible). */
  async event(room: RoomId, event: EventId, actor: Actor = {}): Promise<JsonObject | null> {
    const path = `${V3}/rooms/${segments(room, 'event', event)}`;
    const answer = await notFoundIsNull(this.#json({ method: 'GET', path, query: acting(actor) }));
    return answer === null ? null : readAnswer(contentAnswer, answer);
  }

  /** A page of history, newest first, from a token of an earlier page or from now. */
  async messages(
    room: RoomId,
    options: { readonly from?: string; readonly limit?: number },
    actor: Actor = {},
  ): Promise<HistoryPage> {
    const answer = await this.#json({
      method: 'GET',
      path: `${V3}/rooms/${segments(room)}/messages`,
      query: { ...acting(actor), dir: 'b', limit: options.limit ?? 100, from: options.from },
    });
    const page = readAnswer(z.object({ chunk: eventsAnswer, end: z.string().optional() }), answer);
    return { events: page.chunk, end: page.end ?? null };
  }

  /**
   * The newest events that relate to one (edits, reactions; spec v1.3, "relationships API"), newest first. None where
   * the homeserver does not know how.
   */
  async related(room: RoomId, event: EventId, actor: Actor = {}): Promise<readonly JsonObject[]> {
    const path = `/_matrix/client/v1/rooms/${segments(room, 'relations', event)}`;
    try {
      const answer = await this.#json({ method: 'GET', path, query: { ...acting(actor), dir: 'b', limit: 100 } });
      return readAnswer(z.object({ chunk: eventsAnswer }), answer).chunk;
    } catch (error) {
      if (isMatrixError(error, 'M_UNRECOGNIZED')) return [];
      throw error;
    }
  }

  /** The members with a membership of the given kind, by their own member events. */
  async members(room: RoomId, membership: 'join' | 'invite' | 'leave' | 'ban' = 'join'): Promise<UserId[]> {
    const path = `${V3}/rooms/${segments(room)}/members`;
    const answer = await this.#json({ method: 'GET', path, query: { membership } });
    const { chunk } = readAnswer(z.object({ chunk: z.array(z.object({ state_key: z.string() })) }), answer);
    return chunk.map(({ state_key }) => state_key as UserId);
  }

  /** The room of a full alias (`#local:domain`), null where there is none. */
  async resolveAlias(alias: string): Promise<RoomId | null> {
    const path = `${V3}/directory/room/${segments(alias)}`;
    const answer = await notFoundIsNull(this.#json({ method: 'GET', path }));
    return answer === null ? null : (readAnswer(roomAnswer, answer).room_id as RoomId);
  }

  /** Points an alias at a room; M_UNKNOWN with 409 where it exists. */
  async putAlias(alias: string, room: RoomId): Promise<void> {
    await this.#json({ method: 'PUT', path: `${V3}/directory/room/${segments(alias)}`, json: { room_id: room } });
  }

  /** Removes an alias; true where there was one. */
  async deleteAlias(alias: string): Promise<boolean> {
    const path = `${V3}/directory/room/${segments(alias)}`;
    return (await notFoundIsNull(this.#json({ method: 'DELETE', path }))) !== null;
  }

  /** Joins; joining twice is joining once. `via`: servers for a room of another domain. */
  async join(room: RoomId | string, actor: Actor = {}): Promise<RoomId> {
    const path = `${V3}/join/${segments(room)}`;
    return readAnswer(roomAnswer, await this.#json({ method: 'POST', path, query: acting(actor), json: {} }))
      .room_id as RoomId;
  }

  async leave(room: RoomId, actor: Actor = {}): Promise<void> {
    await this.#json({ method: 'POST', path: `${V3}/rooms/${segments(room)}/leave`, query: acting(actor), json: {} });
  }

  async kick(room: RoomId, user: UserId, actor: Actor & { readonly reason?: string } = {}): Promise<void> {
    const json = { user_id: user, ...(actor.reason === undefined ? {} : { reason: actor.reason }) };
    await this.#json({ method: 'POST', path: `${V3}/rooms/${segments(room)}/kick`, query: acting(actor), json });
  }

  /** A media id to upload to (spec v1.7): fixed before the bytes leave, so that a retry repeats the same mxc. */
  async createMedia(actor: Actor = {}): Promise<MxcUri> {
    const answer = await this.#json({
      method: 'POST',
      path: '/_matrix/media/v1/create',
      query: acting(actor),
      json: {},
    });
    return readAnswer(z.object({ content_uri: z.string().startsWith('mxc://') }), answer).content_uri as MxcUri;
  }

  /**
   * Streams the bytes of a created media id. Bytes that were uploaded to it before are success: an mxc is written
   * once (M_CANNOT_OVERWRITE_MEDIA). M_NOT_FOUND: the id has expired, create another one.
   */
  async uploadTo(mxc: MxcUri, stream: Readable, facts: UploadFacts, actor: Actor = {}): Promise<void> {
    const [server, id] = mxcParts(mxc);
    try {
      await this.#json({
        method: 'PUT',
        path: `/_matrix/media/v3/upload/${segments(server, id)}`,
        query: { ...acting(actor), filename: uploadName(facts.name) },
        body: { stream, size: facts.size, type: facts.type },
      });
    } catch (error) {
      if (!isMatrixError(error, 'M_CANNOT_OVERWRITE_MEDIA')) throw error;
    } finally {
      stream.destroy();
    }
  }

  /** Uploads in one request, for homeservers without `createMedia`: a repeated call makes a second mxc. */
  async upload(stream: Readable, facts: UploadFacts, actor: Actor = {}): Promise<MxcUri> {
    try {
      const answer = await this.#json({
        method: 'POST',
        path: '/_matrix/media/v3/upload',
        query: { ...acting(actor), filename: uploadName(facts.name) },
        body: { stream, size: facts.size, type: facts.type },
      });
      return readAnswer(z.object({ content_uri: z.string() }), answer).content_uri as MxcUri;
    } finally {
      stream.destroy();
    }
  }

  /** Streams media (authenticated, spec v1.11). The caller reads the stream or destroys it. */
  download(mxc: MxcUri): Promise<StreamedAnswer> {
    const [server, id] = mxcParts(mxc);
    return this.#http.stream({ method: 'GET', path: `/_matrix/client/v1/media/download/${segments(server, id)}` });
  }

  /**
   * Deletes a file for good, by Synapse's admin API (media_admin_api, "Delete a specific local media"): there is none
   * in the specification. M_FORBIDDEN where the actor is no admin of the homeserver.
   */
  async deleteMedia(mxc: MxcUri, actor: Actor = {}): Promise<void> {
    const path = `/_synapse/admin/v1/media/${segments(...mxcParts(mxc))}`;
    await this.#json({ method: 'DELETE', path, query: acting(actor) });
  }

  /** The largest upload that the homeserver takes, bytes; null where it does not say. */
  async uploadLimit(): Promise<number | null> {
    const answer = await this.#json({ method: 'GET', path: '/_matrix/client/v1/media/config' });
    return readAnswer(z.object({ 'm.upload.size': z.number().optional() }), answer)['m.upload.size'] ?? null;
  }

  /** Registers a user of our namespace; one that exists (M_USER_IN_USE) is success. */
  async register(localpart: string): Promise<void> {
    try {
      await this.#json({
        method: 'POST',
        path: `${V3}/register`,
        json: { type: 'm.login.application_service', username: localpart, inhibit_login: true },
      });
    } catch (error) {
      if (!isMatrixError(error, 'M_USER_IN_USE')) throw error;
    }
  }

  /** Makes a device (spec v1.17, MSC4190); false where the homeserver has none for appservices. */
  async createDevice(user: UserId, device: string, name: string): Promise<boolean> {
    try {
      const path = `${V3}/devices/${segments(device)}`;
      await this.#json({ method: 'PUT', path, query: { user_id: user }, json: { display_name: name } });
      return true;
    } catch (error) {
      if (error instanceof MatrixError && [400, 404, 405].includes(error.status)) return false;
      throw error;
    }
  }

  async setDisplayName(user: UserId, name: string): Promise<void> {
    const path = `${V3}/profile/${segments(user, 'displayname')}`;
    await this.#json({ method: 'PUT', path, query: { user_id: user }, json: { displayname: name } });
  }

  async setAvatar(user: UserId, avatar: MxcUri): Promise<void> {
    const path = `${V3}/profile/${segments(user, 'avatar_url')}`;
    await this.#json({ method: 'PUT', path, query: { user_id: user }, json: { avatar_url: avatar } });
  }

  /** Who the token belongs to; of an application service, as whom it acts. */
  async whoami(actor: Actor = {}): Promise<UserId> {
    const path = `${V3}/account/whoami`;
    const answer = await this.#json({ method: 'GET', path, query: acting(actor), timeoutMs: 10_000 });
    return readAnswer(z.object({ user_id: z.string() }), answer).user_id as UserId;
  }

  /** The spec versions that the homeserver has. Needs no token. */
  async versions(): Promise<string[]> {
    const answer = await this.#json({ method: 'GET', path: '/_matrix/client/versions', timeoutMs: 10_000 });
    return readAnswer(z.object({ versions: z.array(z.string()) }), answer).versions;
  }

  /**
   * The room version that createRoom chooses; '1' where the homeserver does not say (spec, "m.room_versions
   * capability").
   */
  async defaultRoomVersion(): Promise<string> {
    const answer = await this.#json({ method: 'GET', path: `${V3}/capabilities` });
    const shape = z.object({
      capabilities: z.object({ 'm.room_versions': z.object({ default: z.string() }).optional() }),
    });
    return readAnswer(shape, answer).capabilities['m.room_versions']?.default ?? '1';
  }

  /**
   * Asks the homeserver to call our ping endpoint (spec v1.7): it ends a back-off at once and proves both tokens and
   * the address. M_URL_NOT_SET, M_CONNECTION_FAILED, M_CONNECTION_TIMEOUT, M_BAD_STATUS say what is wrong.
   */
  async ping(appservice: string, txn: string): Promise<void> {
    const path = `/_matrix/client/v1/appservice/${segments(appservice)}/ping`;
    await this.#json({ method: 'POST', path, json: { transaction_id: txn } });
  }

  /** Any request, for the appservice library; its JSON answer. */
  request(request: HomeserverRequest): Promise<unknown> {
    return this.#json(request);
  }

  #json(request: HomeserverRequest): Promise<unknown> {
    return this.#http.json(request);
  }
}

function acting(actor: Actor): Record<string, string | undefined> {
  return { user_id: actor.user, device_id: actor.device ?? undefined };
}

async function notFoundIsNull(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (isMatrixError(error, 'M_NOT_FOUND')) return null;
    throw error;
  }
}

function mxcParts(mxc: MxcUri): [server: string, id: string] {
  const match = /^mxc:\/\/([^/]+)\/([^/?#]+)$/.exec(mxc);
  if (match?.[1] === undefined || match[2] === undefined) throw new Error('not an mxc URI');
  return [match[1], match[2]];
}
