import pg from 'pg';

export interface NotificationsOptions {
  readonly url: string;
  /** How often the connection that LISTENs is asked whether it lives, and how long it has to answer, milliseconds. */
  readonly checkMs: number;
  /** Called for errors, which have no caller. */
  readonly onError: (error: Error) => void;
  /** Runs a statement on some other connection, for what is told while nothing listens. */
  readonly query: (sql: string, values: readonly unknown[]) => Promise<unknown>;
}

/** What is told within so long goes to other processes together, milliseconds. */
const TOGETHER_MS = 50;

/** How long a connection may take to come about, milliseconds. */
const CONNECT_MS = 10_000;

/** Before a lost connection is made again, milliseconds. */
const AGAIN_MS = 1_000;

const TELL = 'SELECT pg_notify(channel, payload) FROM unnest($1::text[], $2::text[]) AS told (channel, payload)';

/**
 * Wake-ups between the processes of one database, by Postgres' LISTEN and NOTIFY, and within this process without them.
 *
 * Policy. A wake-up is never the truth: whoever waits polls too. So it is told after the commit that it is about, not
 * in it: commits that notify wait for each other's flush to disk (Postgres holds one lock for all of them). What is
 * lost where a process ends between the two is found by the next poll.
 */
export class Notifications {
  readonly #options: NotificationsOptions;
  readonly #listeners = new Map<string, Set<(payload: string) => void>>();
  readonly #untold = new Map<string, readonly [channel: string, payload: string]>();
  #client: pg.Client | null = null;
  #again: NodeJS.Timeout | null = null;
  #check: NodeJS.Timeout | null = null;
  #telling: Promise<void> | null = null;
  #closed = false;

  constructor(options: NotificationsOptions) {
    this.#options = options;
  }

  /** Calls `listener` on each wake-up of the channel (an identifier of ours) until the returned function is called. */
  async listen(channel: string, listener: (payload: string) => void): Promise<() => void> {
    const set = this.#listeners.get(channel) ?? new Set();
    set.add(listener);
    this.#listeners.set(channel, set);
    if (this.#client === null) await this.#connect();
    else await this.#client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    return () => set.delete(listener);
  }

  /** Wakes those who listen here at once, those of other processes within `TOGETHER_MS`. */
  tell(channel: string, payload: string): void {
    this.#hear(channel, payload);
    this.#untold.set(`${channel} ${payload}`, [channel, payload]);
    this.#telling ??= this.#tellOthers();
  }

  /** What was told before reaches other processes. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#again !== null) clearTimeout(this.#again);
    if (this.#check !== null) clearTimeout(this.#check);
    await this.#telling;
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  #hear(channel: string, payload: string): void {
    for (const listener of this.#listeners.get(channel) ?? []) listener(payload);
  }

  /** By the connection that listens, whose own wake-ups are known as such. */
  async #tellOthers(): Promise<void> {
    while (this.#untold.size > 0) {
      const told = [...this.#untold.values()];
      this.#untold.clear();
      const values = [told.map(([channel]) => channel), told.map(([, payload]) => payload)];
      const client = this.#client;
      try {
        await (client === null ? this.#options.query(TELL, values) : client.query(TELL, values));
      } catch (error) {
        if (!this.#closed) this.#options.onError(error instanceof Error ? error : new Error(String(error)));
      }
      if (!this.#closed) await new Promise((done) => setTimeout(done, TOGETHER_MS));
    }
    this.#telling = null;
  }

  async #connect(): Promise<void> {
    const { checkMs, url } = this.#options;
    const client = new pg.Client({
      connectionString: url,
      application_name: 'mailroom-listen',
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: checkMs,
      keepAlive: true,
    });
    this.#client = client;
    client.on('notification', ({ channel, payload, processId }) => {
      if (processId !== backendOf(client)) this.#hear(channel, payload ?? '');
    });
    client.on('error', (error) => {
      this.#options.onError(error);
      this.#lost(client);
    });
    client.on('end', () => this.#lost(client));
    await client.connect();
    for (const channel of this.#listeners.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    this.#checkLater(client);
  }

  /** A connection that only waits never learns that its peer is gone: it is asked something now and then. */
  #checkLater(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#check = setTimeout(() => {
      client.query('SELECT').then(
        () => this.#checkLater(client),
        (error: unknown) => {
          if (this.#closed || this.#client !== client) return;
          this.#options.onError(error instanceof Error ? error : new Error(String(error)));
          this.#lost(client);
        },
      );
    }, this.#options.checkMs);
    this.#check.unref();
  }

  /** What was told meanwhile is lost; the pollers find their rows. */
  #lost(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
    this.#again = setTimeout(() => {
      this.#connect().catch((error: unknown) => {
        this.#options.onError(error instanceof Error ? error : new Error(String(error)));
        const failed = this.#client;
        if (failed !== null) this.#lost(failed);
      });
    }, AGAIN_MS);
  }
}

/** The number of a connection's server process, which its notifications carry (protocol, "BackendKeyData"). */
function backendOf(client: pg.Client): number | null {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : null;
}
