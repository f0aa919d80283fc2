/**
 * Members who speak as themselves: by a second registration, whose token the homeserver lets speak as any user of its
 * namespaces (application service API, "Identity assertion"), or by a token of their own. It has no address, so that
 * nothing is pushed because of it. Nobody gets a device of ours: it would stand in their list of sessions. What was
 * sent and not answered is found in the room.
 */
import type { Log } from '../base/log.ts';
import type { Sought, UserId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import { refusedToken } from '../db/room-tables/puppets.ts';
import { MatrixClient } from './client.ts';
import type { Actor } from './client.ts';
import { MatrixError } from './errors.ts';
import type { HomeserverHttpOptions } from './http.ts';
import { asLibrary } from './registration.ts';
import type { Registration } from './registration.ts';

export interface PuppetsDeps {
  readonly db: Database;
  readonly log: Log;
  /** Of the homeserver, without a token. */
  readonly homeserver: Omit<HomeserverHttpOptions, 'token' | 'onAway' | 'onBack'>;
  /** The second registration; null for none. */
  readonly registration: Registration | null;
  /** As the config has it at the moment of asking. */
  readonly settings: () => {
    readonly tokens: Readonly<Record<string, string>>;
    readonly except: readonly UserId[];
  };
  /** By what a token is known again. */
  readonly hashOf: (user: UserId, token: string) => Sought<string>;
}

/** Somebody as whom Mailroom speaks. */
export interface PuppetVoice {
  readonly user: UserId;
  readonly client: MatrixClient;
  /** As whom the client acts: whoever has a token of their own is named by it. */
  readonly actor: Actor;
  /** By which way, and whether an event may be given another time (spec, "Timestamp massaging"). */
  readonly way: 'registration' | 'token';
  /** By what their token is known again; null by the registration. */
  readonly token: string | null;
}

export class Puppets {
  readonly #deps: PuppetsDeps;
  readonly #matches: (user: UserId) => boolean;
  readonly #shared: MatrixClient | null;
  /** One for each token; `isTheirs` is null while the homeserver has not said whose it is. */
  readonly #own = new Map<
    UserId,
    { readonly token: string; readonly client: MatrixClient; isTheirs: boolean | null }
  >();

  constructor(deps: PuppetsDeps) {
    const { registration, homeserver } = deps;
    this.#deps = deps;
    const names = registration === null ? null : asLibrary(registration);
    this.#matches = (user) => names?.isUserMatch(user, false) === true;
    this.#shared = registration === null ? null : new MatrixClient({ ...homeserver, token: registration.as_token });
  }

  /** Whether there is a way to speak as a user, by the config. Asks nobody. */
  covers(user: UserId): boolean {
    const { tokens, except } = this.#deps.settings();
    return !except.includes(user) && (tokens[user] !== undefined || this.#matches(user));
  }

  /**
   * The voice of a member; null where there is none (any more). By their own token first, unless it was refused or is
   * another's. Throws what the homeserver's silence throws.
   */
  async voiceOf(user: UserId): Promise<PuppetVoice | null> {
    if (!this.covers(user)) return null;
    const token = this.#deps.settings().tokens[user];
    const own = token === undefined ? null : await this.#byToken(user, token);
    if (own !== null) return own;
    if (this.#shared === null || !this.#matches(user)) return null;
    return { user, client: this.#shared, actor: { user }, way: 'registration', token: null };
  }

  close(): void {
    this.#shared?.close();
    for (const { client } of this.#own.values()) client.close();
    this.#own.clear();
  }

  async #byToken(user: UserId, token: string): Promise<PuppetVoice | null> {
    const { make, known } = this.#deps.hashOf(user, token);
    const refused = await refusedToken(this.#deps.db, user);
    if (refused !== null && known.includes(refused)) return null;
    const own = this.#clientOf(user, token);
    own.isTheirs ??= await this.#isTheirs(user, own.client);
    if (own.isTheirs === false) return null;
    return { user, client: own.client, actor: {}, way: 'token', token: make };
  }

  /** Whose token it is, as the homeserver says; null where it takes it no more, which shows when it is used. */
  async #isTheirs(user: UserId, client: MatrixClient): Promise<boolean | null> {
    try {
      const isTheirs = (await client.whoami()) === user;
      if (!isTheirs) this.#deps.log.error('the token of a member is of somebody else, and is not used', { user });
      return isTheirs;
    } catch (error) {
      if (error instanceof MatrixError && error.status === 401) return null;
      throw error;
    }
  }

  #clientOf(user: UserId, token: string) {
    const known = this.#own.get(user);
    if (known?.token === token) return known;
    known?.client.close();
    const client = new MatrixClient({ ...this.#deps.homeserver, token, connections: 2 });
    const fresh = { token, client, isTheirs: null };
    this.#own.set(user, fresh);
    return fresh;
  }
}
