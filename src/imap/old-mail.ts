/**
 * All mails of an account's mailboxes, to be brought in: read without a change (EXAMINE, BODY.PEEK), over one
 * connection.
 *
 * Policy. A server that is away is waited for, and the reading goes on behind the last mail. What the server marks as
 * drafts, deleted mail or spam is passed, unless it is named. Small mails come many in one FETCH, once the first of
 * them is asked for; large ones in pieces, of which one is held.
 */
import type { FetchMessageObject } from 'imapflow';
import { setTimeout as delay } from 'node:timers/promises';
import { MailroomError } from '../base/errors.ts';
import { backOff } from './back-off.ts';
import { Connection } from './connection.ts';
import { fromServer, ImapFailure } from './failure.ts';
import { searchUids } from './fetch.ts';
import { isBefore } from './match.ts';
import { CHUNK_BYTES, SMALL_MAIL, uidSet } from './plan.ts';
import type { ImapSettings } from './settings.ts';

/** Mails of which the sizes and dates are asked for at once. */
const FACTS = 500;
/** Mails that come in one FETCH, and bytes of them. */
const GROUP = 50;
const GROUP_BYTES = 1024 * 1024;
const DAY_MS = 86_400_000;
/** Mailboxes that are passed, by what the server marks them as (RFC 6154), and why. */
const PASSED: Readonly<Record<string, string>> = {
  '\\Drafts': 'a mailbox of drafts',
  '\\Trash': 'a mailbox of deleted mail',
  '\\Junk': 'a mailbox of spam',
};

/** Which mails are read. */
export interface OldMailChoice {
  /** By name; null for all that hold mail. */
  readonly mailboxes: readonly string[] | null;
  /** Received since then, as the server says; null for all. */
  readonly since: Date | null;
  /** Received before then, in whole seconds; null for all. */
  readonly before?: Date | null;
}

/** A mail of a mailbox. */
export interface MailboxMail {
  readonly mailbox: string;
  /** The mailbox by the names of its levels. */
  readonly folder: readonly string[];
  readonly uidvalidity: number;
  readonly uid: number;
  /** Bytes, as the server says. */
  readonly size: number;
  readonly received: Date | null;
  readonly flags: ReadonlySet<string>;
  /** Whether it comes in as new mail, or waits there for somebody's word; null for neither. */
  readonly asNew: 'comes' | 'waits' | null;
  /** Its bytes. Rejects where it has gone, and where nobody wants to wait any more. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

export type FoundInMailboxes =
  | { readonly is: 'mail'; readonly mail: MailboxMail }
  | { readonly is: 'passed' | 'damaged'; readonly mailbox: string; readonly reason: string };

export interface OldMailDeps {
  readonly settings: ImapSettings;
  /** Which of these mails come in as new mail (`newMailsOf`). */
  readonly newMails: (
    mailbox: { readonly mailbox: string; readonly uidvalidity: number },
    uids: readonly number[],
  ) => Promise<ReadonlyMap<number, 'comes' | 'waits'>>;
  readonly signal: AbortSignal;
  /** Told that the server is waited for; null when it goes on. */
  readonly waiting: (what: string | null) => void;
}

/** Reads them, mailbox by mailbox, oldest first. Throws MailroomError where the server does not take the login. */
export async function* readMailboxes(deps: OldMailDeps, choice: OldMailChoice): AsyncGenerator<FoundInMailboxes> {
  const server = new PatientServer(deps);
  try {
    const listed = await server.ask((connection) => connection.run((client) => fromServer(client.list())));
    const named = choice.mailboxes ?? [];
    for (const name of named) {
      if (listed.some(({ path }) => path === name)) continue;
      yield { is: 'damaged', mailbox: name, reason: 'there is no such mailbox' };
    }
    for (const { path, delimiter, specialUse, flags } of listed) {
      if (named.length > 0 && !named.includes(path)) continue;
      if (flags.has('\\Noselect') || flags.has('\\NonExistent')) continue;
      const reason = named.length > 0 ? undefined : PASSED[specialUse ?? ''];
      if (reason !== undefined) {
        yield { is: 'passed', mailbox: path, reason };
        continue;
      }
      const folder = delimiter === '' ? [path] : path.split(delimiter);
      yield* new MailboxReading(server, path, folder, deps).mails(choice);
    }
  } finally {
    await server.close();
  }
}

/** One connection at a time; a new one where it breaks. */
class PatientServer {
  readonly #deps: OldMailDeps;
  #connection: Connection | null = null;

  constructor(deps: OldMailDeps) {
    this.#deps = deps;
  }

  /** Asks until there is an answer. Throws what no waiting helps against: a refused login, one mailbox, a stop. */
  async ask<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const { settings, signal, waiting } = this.#deps;
    for (let failures = 1; ; failures += 1) {
      try {
        if (signal.aborted) throw new ImapFailure('server', 'stopped');
        this.#connection ??= await Connection.open(settings, { idleAfterMs: 60_000, onExists: nothing }, signal);
        const answer = await work(this.#connection);
        if (failures > 1) waiting(null);
        return answer;
      } catch (error) {
        if (!(error instanceof ImapFailure) || error.kind === 'mailbox') throw error;
        await this.close();
        if (signal.aborted) throw error;
        if (error.kind !== 'server') {
          const text = 'the mail server refuses the login of the account: see "mailroom check"';
          throw new MailroomError('imap-login', text, { cause: error });
        }
        waiting(`the mail server (${error.code})`);
        const ms = Math.max(error.retryAfterMs, backOff(settings.timing.backOffMs, failures, 0.5));
        await delay(ms, undefined, { signal }).catch(nothing);
      }
    }
  }

  async close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    await connection?.close();
  }
}

interface Facts {
  readonly uid: number;
  readonly size: number;
  readonly received: Date | null;
  readonly flags: ReadonlySet<string>;
}

/** The mails of one mailbox. */
class MailboxReading {
  readonly #server: PatientServer;
  readonly #path: string;
  readonly #folder: readonly string[];
  readonly #newMails: OldMailDeps['newMails'];
  #uidvalidity = 0;
  /** Of mails that were fetched together with one that was asked for. */
  #fetched = new Map<number, Buffer>();

  constructor(
    server: PatientServer,
    path: string,
    folder: readonly string[],
    { newMails }: Pick<OldMailDeps, 'newMails'>,
  ) {
    this.#server = server;
    this.#path = path;
    this.#folder = folder;
    this.#newMails = newMails;
  }

  async *mails({ since, before = null }: OldMailChoice): AsyncGenerator<FoundInMailboxes> {
    try {
      const uids = await this.#server.ask((connection) =>
        connection.examine(this.#path, true, async (client, mailbox) => {
          this.#uidvalidity = mailbox.uidvalidity;
          if (mailbox.messages === 0) return [];
          // SINCE knows days only and disregards time zones (RFC 9051 section 6.4.4): a day more, sifted below.
          return searchUids(client, since === null ? { all: true } : { since: new Date(since.getTime() - DAY_MS) });
        }),
      );
      for (let at = 0; at < uids.length; at += FACTS) {
        const found = await this.#facts(uids.slice(at, at + FACTS));
        const page = found.filter(({ received }) => isWithin(received, since, before));
        const asNew = await this.#newMails(
          { mailbox: this.#path, uidvalidity: this.#uidvalidity },
          page.map(({ uid }) => uid),
        );
        for (const [nth, mail] of page.entries()) {
          const { size, uid, received, flags } = mail;
          const facts = { mailbox: this.#path, folder: this.#folder, uidvalidity: this.#uidvalidity };
          const open = () => this.#open(mail, page.slice(nth));
          yield { is: 'mail', mail: { ...facts, uid, size, received, flags, asNew: asNew.get(uid) ?? null, open } };
        }
      }
    } catch (error) {
      if (!(error instanceof ImapFailure) || error.kind !== 'mailbox') throw error;
      yield { is: 'damaged', mailbox: this.#path, reason: `it cannot be read (${error.code})` };
    }
  }

  async #facts(uids: readonly number[]): Promise<Facts[]> {
    const query = { uid: true, size: true, internalDate: true, flags: true } as const;
    const rows = await this.#fetch(uids, query);
    return rows.map((row) => ({
      uid: row.uid,
      size: row.size ?? 0,
      received: row.internalDate instanceof Date && !Number.isNaN(row.internalDate.getTime()) ? row.internalDate : null,
      flags: row.flags ?? new Set<string>(),
    }));
  }

  /** @param behind it and those behind it, of which small ones come along */
  async *#open(mail: Facts, behind: readonly Facts[]): AsyncGenerator<Uint8Array> {
    if (mail.size <= SMALL_MAIL) {
      const whole = this.#fetched.get(mail.uid) ?? (await this.#group(behind)).get(mail.uid);
      this.#fetched.delete(mail.uid);
      // Larger than the server said, or cut short: it is asked for in pieces.
      if (whole !== undefined && whole.length === mail.size) {
        yield whole;
        return;
      }
    }
    for (let start = 0; ; start += CHUNK_BYTES) {
      if (start > 2 * mail.size + GROUP_BYTES) throw new Error('it is far larger than the server says');
      const [row] = await this.#fetch([mail.uid], { uid: true, source: { start, maxLength: CHUNK_BYTES } });
      if (row?.source === undefined) throw new Error('the mail is not in the mailbox any more');
      if (row.source.length > 0) yield row.source;
      // A server that ignores the bounds of a partial FETCH sends the whole at once.
      if (row.source.length !== CHUNK_BYTES) return;
    }
  }

  /** Fetches the first of them with small ones behind it. */
  async #group(behind: readonly Facts[]): Promise<ReadonlyMap<number, Buffer>> {
    let bytes = 0;
    const together: number[] = [];
    for (const { uid, size } of behind) {
      if (size > SMALL_MAIL) continue;
      bytes += size;
      if (together.length > 0 && (together.length >= GROUP || bytes > GROUP_BYTES)) break;
      together.push(uid);
    }
    // Those that nobody asked for are not kept.
    this.#fetched = new Map();
    const rows = await this.#fetch(together, { uid: true, source: { start: 0, maxLength: SMALL_MAIL + 1 } });
    for (const { uid, source } of rows) if (source !== undefined) this.#fetched.set(uid, source);
    return this.#fetched;
  }

  async #fetch(
    uids: readonly number[],
    query: Parameters<Parameters<Parameters<Connection['examine']>[2]>[0]['fetchAll']>[1],
  ): Promise<FetchMessageObject[]> {
    const wanted = new Set(uids);
    const rows = await this.#server.ask((connection) =>
      connection.examine(this.#path, false, (client, mailbox) => {
        if (mailbox.uidvalidity !== this.#uidvalidity) throw new ImapFailure('mailbox', 'uidvalidity-changed');
        return fromServer(client.fetchAll(uidSet(uids), query, { uid: true }));
      }),
    );
    return rows.filter(({ uid }) => wanted.has(uid)).sort((a, b) => a.uid - b.uid);
  }
}

/** A mail of which the server does not say when it got it is within all time alone. */
function isWithin(received: Date | null, since: Date | null, before: Date | null): boolean {
  if (received === null) return since === null && before === null;
  if (since !== null && isBefore(received, since)) return false;
  return before === null || isBefore(received, before);
}

function nothing(): void {
  // Nobody is told.
}
