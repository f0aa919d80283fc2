import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal, sha256 } from './homeserver-rooms.ts';
import type { Content, StandInEvent } from './homeserver-rooms.ts';

/** A request, read. */
export interface Asked {
  readonly url: URL;
  readonly user: string;
  readonly device: string | null;
  readonly body: Buffer;
  readonly type: string;
}

export type Handler = (asked: Asked, ...parts: string[]) => unknown;
export type Route = readonly [method: string, path: RegExp, handler: Handler];

export function route(method: string, path: string, handler: Handler): Route {
  return [method, new RegExp(`^${path}$`), handler];
}

export function json(body: Buffer): Content {
  return body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as Content);
}

/** Whether a message, and what it puts in the place of another, says that no link in it is to be fetched (MSC4095). */
export function asksForNoPreviews(content: Content): boolean {
  const { 'com.beeper.linkpreviews': previews, 'm.new_content': fresh } = content;
  const none = Array.isArray(previews) && previews.length === 0;
  return none && (fresh === undefined || asksForNoPreviews(fresh as Content));
}

/**
 * How a homeserver pushes. synapse: ids count, and the same transaction is repeated until its 200. tuwunel (and
 * continuwuity): ids are hashes of the content; after a push that failed nothing is pushed until there is another
 * event, and its restart keeps a few of what was queued.
 */
export type PushManner = 'synapse' | 'tuwunel';

/** What tuwunel keeps of a destination at its restart (`startup_netburst_keep`). */
const KEPT = 50;

/** Pushes events to the appservice: one transaction in flight, at most 100 events. */
export class Pusher {
  readonly #manner: PushManner;
  #hsToken: string;
  #appservice: string | null;
  #queue: StandInEvent[] = [];
  #last = 0;
  #life = 0;
  #pushing: Promise<void> | null = null;
  readonly #stop = new AbortController();
  /** Pushes that were answered with 403: the token is not the one that is known. */
  refused = 0;

  constructor(options: { hsToken: string; appservice: string | null; manner?: PushManner }) {
    this.#manner = options.manner ?? 'synapse';
    this.#hsToken = options.hsToken;
    this.#appservice = options.appservice;
  }

  /** As after a restart with another registration. */
  changeToken(hsToken: string): void {
    this.#hsToken = hsToken;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  add(...events: readonly StandInEvent[]): void {
    this.#queue.push(...events);
    this.#kick();
  }

  pushTo(appservice: string): void {
    this.#appservice = appservice;
    this.#kick();
  }

  /** The ids of transactions begin at 1 again, where they count and not `idsGoOn`. */
  restart(options: { readonly loseQueue: boolean; readonly idsGoOn?: boolean }): void {
    if (options.idsGoOn !== true) this.#last = 0;
    this.#life += 1;
    if (options.loseQueue) this.#queue = this.#manner === 'tuwunel' ? this.#queue.slice(0, KEPT) : [];
    this.#kick();
  }

  async drained(): Promise<void> {
    while (this.#pushing !== null) await this.#pushing;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#pushing;
  }

  async ping(body: Buffer): Promise<void> {
    if (this.#appservice === null) throw new Refusal(400, 'M_URL_NOT_SET');
    const answer = await this.#ask('POST', 'ping', body.toString('utf8'));
    if (answer === null) throw new Refusal(502, 'M_CONNECTION_FAILED');
    if (!answer.ok) throw new Refusal(502, 'M_BAD_STATUS');
  }

  #kick(): void {
    const idle = this.#pushing === null && !this.#stop.signal.aborted;
    if (this.#appservice === null || !idle || this.#queue.length === 0) return;
    this.#pushing = this.#pushAll().then((goesOn) => {
      this.#pushing = null;
      if (goesOn) this.#kick();
    });
  }

  /** False where nothing is pushed until there is another event. */
  async #pushAll(): Promise<boolean> {
    while (this.#queue.length > 0 && !this.#stop.signal.aborted) {
      const batch = this.#queue.slice(0, 100);
      if (!(await this.#pushOne(batch))) {
        if (this.#manner === 'tuwunel') return false;
        continue;
      }
      this.#last += 1;
      this.#queue = this.#queue.filter((event) => !batch.includes(event));
    }
    return true;
  }

  /** False where it failed (tuwunel), or the homeserver was stopped or began again meanwhile. */
  async #pushOne(batch: readonly StandInEvent[]): Promise<boolean> {
    const life = this.#life;
    const body = JSON.stringify({ events: batch });
    const counts = this.#manner === 'synapse';
    const path = `transactions/${counts ? this.#last + 1 : sha256(Buffer.from(body)).slice(0, 32)}`;
    while (!this.#stop.signal.aborted && life === this.#life) {
      const answer = await this.#ask('PUT', path, body);
      if (answer?.ok === true) return life === this.#life;
      if (answer?.status === 403) this.refused += 1;
      if (!counts) return false;
      await wait(50, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
    return false;
  }

  async #ask(method: string, path: string, body: string): Promise<Response | null> {
    try {
      const answer = await fetch(`${this.#appservice ?? ''}/_matrix/app/v1/${path}`, {
        method,
        headers: { authorization: `Bearer ${this.#hsToken}`, 'content-type': 'application/json' },
        body,
        signal: this.#stop.signal,
      });
      await answer.arrayBuffer();
      return answer;
    } catch {
      return null;
    }
  }
}

export interface Media {
  /** Null between the making of the id and its upload. */
  bytes: Buffer | null;
  type: string;
  name: string;
}

/** An answer that is bytes. */
export class MediaAnswer {
  readonly bytes: Buffer;
  readonly type: string;

  constructor(bytes: Buffer, type: string) {
    this.bytes = bytes;
    this.type = type;
  }
}

interface MediaOptions {
  readonly domain: string;
  readonly limit: number | null;
  readonly uploaded: (effect: { kind: 'upload'; mxc: string; sha256: string; size: number }) => void;
}

/** The content repository: an id is written once. */
export function mediaRoutes(media: Map<string, Media>, options: MediaOptions): Route[] {
  const create = (): string => {
    const mxc = `mxc://${options.domain}/${randomBytes(12).toString('hex')}`;
    media.set(mxc, { bytes: null, type: '', name: '' });
    return mxc;
  };
  const fill = (mxc: string, { body, type, url }: Asked): void => {
    if (options.limit !== null && body.length > options.limit) throw new Refusal(413, 'M_TOO_LARGE');
    const found = media.get(mxc);
    if (found === undefined) throw new Refusal(404, 'M_NOT_FOUND');
    if (found.bytes !== null) throw new Refusal(409, 'M_CANNOT_OVERWRITE_MEDIA');
    Object.assign(found, { bytes: body, type, name: url.searchParams.get('filename') ?? '' });
    options.uploaded({ kind: 'upload', mxc, sha256: sha256(body), size: body.length });
  };
  return [
    route('POST', '/_matrix/media/v1/create', () => ({ content_uri: create() })),
    route('PUT', '/_matrix/media/v3/upload/([^/]+)/([^/]+)', (asked, server = '', id = '') =>
      fill(`mxc://${server}/${id}`, asked),
    ),
    route('POST', '/_matrix/media/v3/upload', (asked) => {
      const mxc = create();
      fill(mxc, asked);
      return { content_uri: mxc };
    }),
    route('GET', '/_matrix/client/v1/media/download/([^/]+)/([^/]+)', (_, server = '', id = '') => {
      const found = media.get(`mxc://${server}/${id}`);
      if (found?.bytes === null || found === undefined) throw new Refusal(404, 'M_NOT_FOUND');
      return new MediaAnswer(found.bytes, found.type);
    }),
    route('GET', '/_matrix/client/v1/media/config', () => ({ 'm.upload.size': options.limit ?? 104_857_600 })),
  ];
}
