/**
 * Everything between us and one homeserver, put together: the listener that stores what is pushed, the client, and what
 * is built on it. It is at once with a homeserver that is away: the bot is registered, rooms are read back and the ping
 * is sent as soon as it answers.
 */
import type { Faces } from '../bridge/room/avatar.ts';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import type { AccountId, RoomId, ThreadId, UserId } from '../bridge/types.ts';
import { noteOutage, readBackDone, readBackMark } from '../db/intake-tables/events.ts';
import type { Database } from '../db/pool.ts';
import { aliasIsKnown, findGhost, findRoom } from '../db/room-tables/rooms.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import { errorText } from '../base/errors.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import type { Address } from '../mail/types.ts';
import { DurableAppService } from './appservice.ts';
import type { Failpoint } from './appservice.ts';
import { createAvatarPainter } from '../avatars/painter.ts';
import { Avatars } from './avatars.ts';
import { MatrixBridge } from './bridge.ts';
import { MatrixClient } from './client.ts';
import { isMatrixError } from './errors.ts';
import { Ghosts } from './ghosts.ts';
import { storePushed } from './intake.ts';
import { Media } from './media.ts';
import { PushWatch } from './push-watch.ts';
import { readAllBack } from './read-back.ts';
import type { ReadBackDeps } from './read-back.ts';
import type { Registration } from './registration.ts';
import { Rooms } from './rooms.ts';
import { untilDone } from './repair.ts';

export interface LinkOptions {
  readonly db: Database;
  readonly ids: IdKey;
  readonly codec: GhostCodec;
  readonly log: Log;
  readonly failpoint: Failpoint;
  readonly homeserver: {
    readonly url: string;
    readonly ca: string | null;
    readonly timeoutMs: number;
    /** Of new rooms; null: the homeserver's own. */
    readonly roomVersion: string | null;
  };
  readonly listen: { readonly host: string; readonly port: number };
  readonly registration: Registration;
  /** Of the bot. */
  readonly displayName: string;
  readonly faces: Faces;
  /** The account of a thread, null where there is none: for rooms that only their alias tells. */
  readonly accountOf: (thread: ThreadId) => Promise<AccountId | null>;
  /** Answers third-party lookups (`bridge/room/third-party.ts`). */
  readonly thirdParty: (path: readonly string[], query: URLSearchParams) => object | null;
  /**
   * The address that a user id stands for, so that its ghost can be made when somebody asks for it; null for others.
   */
  readonly addressOf: (user: UserId) => Address | null;
  readonly onTransaction: (outcome: 'stored' | 'duplicate' | 'poison', events: number) => void;
  /** Told how many events a room had that the homeserver never pushed. */
  readonly onFound: (events: number) => void;
  /** Whose read receipts count (`IntakeDeps`). */
  readonly followers: () => ReadonlyMap<AccountId, readonly UserId[]>;
  /** How often rooms in use are read back, and for how long events are kept; milliseconds, asked anew each time. */
  readonly readBack: { readonly everyMs: number; readonly keepMs: number };
}

/** Why rooms are read back, where the transactions of the homeserver ask for it. */
const FALLEN = {
  anew: 'the homeserver has begun its transactions anew',
  unclear: 'a transaction of the homeserver came out of order',
} as const;

export class HomeserverLink {
  readonly client: MatrixClient;
  readonly ghosts: Ghosts;
  readonly rooms: Rooms;
  readonly media: Media;
  readonly #options: LinkOptions;
  readonly #avatars: Avatars;
  readonly #bridge: MatrixBridge;
  readonly #listener: DurableAppService;
  readonly #watch: PushWatch;
  readonly #stopping = new AbortController();
  #isReady = false;
  /** Readings back of all rooms that are owed. */
  #owed = 0;
  #bot: Promise<void> = Promise.resolve();
  #work: Promise<void> = Promise.resolve();
  #pinging: Promise<void> = Promise.resolve();
  /** The outage that began last is written down. */
  #noted: Promise<void> = Promise.resolve();

  constructor(options: LinkOptions) {
    const { db, ids, codec, log, failpoint, homeserver, registration } = options;
    this.#options = options;
    this.client = new MatrixClient({
      url: homeserver.url,
      token: registration.as_token,
      timeoutMs: homeserver.timeoutMs,
      ...(homeserver.ca === null ? {} : { ca: homeserver.ca }),
      onAway: () => {
        this.#noted = this.#until('note', () => noteOutage(db));
      },
      onBack: () => this.#again('the homeserver was away'),
    });
    this.#bridge = new MatrixBridge({
      registration,
      homeserverUrl: homeserver.url,
      domain: codec.domain,
      client: this.client,
    });
    const shared = { client: this.client, bridge: this.#bridge, db, codec, failpoint };
    this.#avatars = new Avatars({ client: this.client, db, log, painter: createAvatarPainter });
    this.ghosts = new Ghosts({ ...shared, avatars: this.#avatars, faces: options.faces });
    this.rooms = new Rooms({ ...shared, ids, log, version: homeserver.roomVersion });
    this.media = new Media({ client: this.client, db, failpoint });
    const watch = new PushWatch({
      ...this.#readBackDeps(),
      get keepMs() {
        return options.readBack.keepMs;
      },
      get everyMs() {
        return options.readBack.everyMs;
      },
      isReady: () => this.#isReady && this.#owed === 0,
    });
    this.#watch = watch;
    this.#listener = new DurableAppService({
      hsToken: registration.hs_token,
      store: (txn, transaction) => storePushed({ db, codec, followers: options.followers }, txn, transaction),
      aliasExists: (alias) => aliasIsKnown(db, alias.slice(1, alias.indexOf(':'))),
      userExists: (user) => this.#exists(user as UserId),
      thirdParty: options.thirdParty,
      onFallen: (fell) => this.#again(FALLEN[fell]),
      onRefused: (rooms) => watch.refused(rooms),
      onStored: (stored) => {
        watch.taken();
        const outcome = stored.poison > 0 ? 'poison' : stored.fresh > 0 ? 'stored' : 'duplicate';
        options.onTransaction(outcome, stored.fresh);
      },
      log,
      failpoint,
    });
  }

  get port(): number {
    return this.#listener.port;
  }

  /** The homeserver may push from here on. */
  listen(): Promise<void> {
    const { host, port } = this.#options.listen;
    return this.#bridge.listen(this.#listener, port, host);
  }

  /** Begins what needs the homeserver; goes on by itself until it is done. */
  begin(): void {
    this.#again('start');
    this.#pinging = this.#bot.then(() => this.#until('ping', () => this.#ping()));
    this.#watch.start();
  }

  /** Resolves when the bot can act for the first time, or when all ends; only after `begin`. */
  ready(): Promise<void> {
    return this.#bot;
  }

  /** Whether the bot can act: since it could for the first time. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** A room of ours by our table or else by its alias; null for others. */
  async identify(room: RoomId): Promise<RoomRow | null> {
    const known = await findRoom(this.#options.db.gathered, room);
    return known ?? this.rooms.recognise(room, this.#options.accountOf);
  }

  /** Begins no new work; `stop` waits for the rest. */
  end(): void {
    this.#stopping.abort();
  }

  async stop(): Promise<void> {
    this.end();
    await this.#bridge.close();
    await this.#watch.stop();
    await this.#avatars.close();
    await Promise.all([this.#work, this.#pinging, this.#noted]);
    this.client.close();
  }

  /** Bot and read-back: one after the other, each until it worked. */
  #again(why: string): void {
    const { displayName } = this.#options;
    this.#owed += 1;
    this.#bot = this.#work.then(() =>
      this.#until('bot', async () => {
        await this.ghosts.startBot(displayName);
        this.#isReady = true;
      }),
    );
    this.#work = this.#bot.then(() => this.#catchUp(why)).finally(() => (this.#owed -= 1));
  }

  async #catchUp(why: string): Promise<void> {
    const { db, log } = this.#options;
    const { signal } = this.#stopping;
    await this.#noted;
    await this.#until('read-back', async () => {
      const mark = await readBackMark(db);
      const result = await readAllBack(this.#readBackDeps(), mark.before);
      if (!signal.aborted) await readBackDone(db, mark);
      log.info('rooms read back', { why, ...result });
    });
  }

  #readBackDeps(): ReadBackDeps {
    const { db, codec, log, onFound, readBack } = this.#options;
    return { client: this.client, db, codec, log, signal: this.#stopping.signal, onFound, keepMs: readBack.keepMs };
  }

  /**
   * The bot, a ghost that is there, or one that is made now: the homeserver asks when somebody wants to write to it.
   */
  async #exists(user: UserId): Promise<boolean> {
    const { db, codec, addressOf } = this.#options;
    if (!codec.isOwn(user)) return false;
    if (user === codec.bot || (await findGhost(db, user)) !== null) return true;
    const address = addressOf(user);
    if (address === null) return false;
    await this.ghosts.ensure(user, address);
    return true;
  }

  /**
   * Ends the homeserver's back-off. Where it cannot reach us, it is asked again; where it has no ping, it finds us by
   * itself.
   */
  async #ping(): Promise<void> {
    const { registration, log } = this.#options;
    try {
      await this.client.ping(registration.id, 'mailroom-start');
    } catch (error) {
      if (!isMatrixError(error, 'M_UNRECOGNIZED')) throw error;
      log.info('the homeserver has no ping', { error: errorText(error) });
    }
  }

  #until(step: string, work: () => Promise<void>): Promise<void> {
    return untilDone(this.#stopping.signal, work, (error, tries) =>
      logTrouble(this.#options.log, 'waiting for the homeserver', error, { step, tries }),
    );
  }
}
