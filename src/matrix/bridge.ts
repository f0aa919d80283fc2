import { Bridge, Logger } from 'matrix-appservice-bridge';
import type { Intent } from 'matrix-appservice-bridge';
import { z } from 'zod';
import type { JsonObject, RoomId, UserId } from '../bridge/types.ts';
import type { DurableAppService } from './appservice.ts';
import type { MatrixClient } from './client.ts';
import { asLibrary } from './registration.ts';
import type { Registration } from './registration.ts';

export interface MatrixBridgeOptions {
  readonly registration: Registration;
  readonly homeserverUrl: string;
  readonly domain: string;
  /** Carries the library's requests too: one pool, one CA, the same errors. */
  readonly client: MatrixClient;
}

const verb = z.enum(['GET', 'PUT', 'POST', 'DELETE']);
const query = z.record(z.string(), z.union([z.string(), z.number()])).nullish();
const body = z.json().nullish();

/**
 * The appservice library's bridge, as far as it fits: it carries our durable listener, and the bot's intent makes rooms
 * and invites. What it does not get: events (its queue is in memory; ours are jobs), sending (its attempts have a new
 * transaction id each), joining (it hides why it failed), its stores, and its memory of who is registered and joined
 * (ours is in the database).
 */
export class MatrixBridge {
  readonly #bridge: Bridge;
  readonly #client: MatrixClient;
  #intent: Promise<Intent> | null = null;

  constructor(options: MatrixBridgeOptions) {
    // Its logger writes ids of users (which are addresses) and whole answers; what matters is thrown.
    Logger.configure({ console: 'off' });
    this.#client = options.client;
    this.#bridge = new Bridge({
      registration: asLibrary(options.registration),
      homeserverUrl: options.homeserverUrl,
      domain: options.domain,
      disableStores: true,
      escapeUserIds: false,
      logRequestOutcome: false,
      // Every event goes to the intake (`DurableAppService`), which emits none.
      controller: { onEvent: () => undefined, onLog: () => undefined },
      intentOptions: { bot: { registered: true, dontJoin: true, dontCheckPowerLevel: true } },
    });
  }

  /** Listens with our listener; port 0 takes a free one. Makes no request: the homeserver may be away. */
  async listen(service: DurableAppService, port: number, hostname: string): Promise<void> {
    await this.#bot();
    await this.#bridge.listen(port, hostname, 128, service);
  }

  /** Ends the listener, after the requests under way, and the library's timers. */
  async close(): Promise<void> {
    await this.#bot();
    await this.#bridge.close();
  }

  /** As the bot. Not idempotent by itself: the body names an alias, so that a second call is M_ROOM_IN_USE. */
  async createRoom(body: JsonObject): Promise<RoomId> {
    const intent = await this.#bot();
    // The library changes the list of invitations that it is given.
    const made = await intent.createRoom({ createAsClient: true, options: structuredClone(body) });
    return made.room_id as RoomId;
  }

  /** As the bot; M_FORBIDDEN where they are in the room already, are banned, or the bot may not. */
  async invite(room: RoomId, user: UserId): Promise<void> {
    const intent = await this.#bot();
    await intent.invite(room, user);
  }

  #bot(): Promise<Intent> {
    this.#intent ??= this.#open();
    return this.#intent;
  }

  async #open(): Promise<Intent> {
    await this.#bridge.initialise();
    const intent = this.#bridge.getIntent();
    intent.matrixClient.doRequest = (method: unknown, path: unknown, asked: unknown, sent: unknown) =>
      this.#client.request({
        method: verb.parse(method),
        path: z.string().parse(path),
        query: query.parse(asked) ?? {},
        json: body.parse(sent) ?? {},
      });
    return intent;
  }
}
