/**
 * Members who speak as themselves: by a second registration, whose token the homeserver lets speak as any user of its
 * namespaces (application service API, "Identity assertion"), or by a token of their own. It has no address, so that
 * nothing is pushed because of it. Nobody gets a device of ours: it would stand in their list of sessions. What was sent
 * and not answered is found in the room.
 */
import type { UserId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import { findPuppet } from '../db/room-tables/puppets.ts';
import { MatrixClient } from './client.ts';
import type { Actor } from './client.ts';
import type { HomeserverHttpOptions } from './http.ts';
import { asLibrary } from './registration.ts';
import type { Registration } from './registration.ts';

export interface PuppetsDeps {
  readonly db: Database;
  /** Of the homeserver, without a token. */
  readonly homeserver: Omit<HomeserverHttpOptions, 'token' | 'onAway' | 'onBack'>;
  /** The second registration; null for none. */
  readonly registration: Registration | null;
  /** The token that somebody gave; null for none. */
  readonly tokenOf: (user: UserId) => Promise<string | null>;
}

/** Somebody as whom Mailroom speaks. */
export interface PuppetVoice {
  readonly user: UserId;
  readonly client: MatrixClient;
  /** As whom the client acts: whoever has a token of their own is named by it. */
  readonly actor: Actor;
  /** By which way, and whether an event may be given another time (spec, "Timestamp massaging"). */
  readonly way: 'registration' | 'token';
  /** When their token was given, as the database has it; null by the registration. */
  readonly given: string | null;
}

export class Puppets {
  readonly #deps: PuppetsDeps;
  readonly #matches: (user: UserId) => boolean;
  readonly #shared: MatrixClient | null;
  /** One for each who has a token of their own. */
  readonly #own = new Map<UserId, { readonly token: string; readonly client: MatrixClient }>();

  constructor(deps: PuppetsDeps) {
    const { registration, homeserver } = deps;
    this.#deps = deps;
    const names = registration === null ? null : asLibrary(registration);
    this.#matches = (user) => names?.isUserMatch(user, false) === true;
    this.#shared = registration === null ? null : new MatrixClient({ ...homeserver, token: registration.as_token });
  }

  /** Whether the second registration lets Mailroom speak as a user. Asks nobody. */
  covers(user: UserId): boolean {
    return this.#matches(user);
  }

  /** The voice of a member; null where there is none (any more). */
  async voiceOf(user: UserId): Promise<PuppetVoice | null> {
    const said = await findPuppet(this.#deps.db, user);
    if (said === null) {
      if (this.#shared === null || !this.#matches(user)) return null;
      return { user, client: this.#shared, actor: { user }, way: 'registration', given: null };
    }
    if (said.way === 'off' || said.state === 'refused') return null;
    const token = await this.#deps.tokenOf(user);
    if (token === null) return null;
    return { user, client: this.#clientOf(user, token), actor: {}, way: 'token', given: said.given };
  }

  close(): void {
    this.#shared?.close();
    for (const { client } of this.#own.values()) client.close();
    this.#own.clear();
  }

  #clientOf(user: UserId, token: string): MatrixClient {
    const known = this.#own.get(user);
    if (known?.token === token) return known.client;
    known?.client.close();
    const client = new MatrixClient({ ...this.#deps.homeserver, token, connections: 2 });
    this.#own.set(user, { token, client });
    return client;
  }
}
