/**
 * Reads mails from a mailbox into the inbox, without changing a flag (BODY.PEEK).
 *
 * Policy. Small mails come many in one FETCH, each asked for up to a bound, so that a wrong RFC822.SIZE costs no more
 * memory than a right one; large ones in pieces, each a chunk row; one above the limit gives its header. The cursor
 * follows each act of reading. A UID that gives no body is set aside and tried again until it is expunged; it holds up
 * nobody.
 */
import { createHash } from 'node:crypto';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { Lease } from '../db/intake-tables/accounts.ts';
import {
  addChunk,
  beginMail,
  completeMail,
  forgetUids,
  storeMails,
  type ArrivedMail,
  type StoreOptions,
} from '../db/intake-tables/inbox.ts';
import { noteEnvelopes } from '../db/intake-tables/mailboxes.ts';
import type { MailboxRef, MailFacts, SetAside } from '../db/intake-tables/mailboxes.ts';
import type { Connection, OpenMailbox } from './connection.ts';
import { fromServer, ImapFailure, piecesFromServer } from './failure.ts';
import { CHUNK_BYTES, planReads, SMALL_MAIL, uidSet, type Read } from './plan.ts';
import type { ImapDeps } from './settings.ts';

/** Bytes of a header that are kept of a mail above the size limit. */
const HEADER_BYTES = 256 * 1024;

/** Where and as whom is read. */
export interface FetchContext {
  readonly deps: ImapDeps;
  readonly lease: Lease;
  readonly worker: Connection;
  /** Largest mail that is read whole, bytes. */
  readonly mailSize: number;
  /** Aborts when the session ends: a mail that is being read in pieces is left for later. */
  readonly signal: AbortSignal;
  /** Called whenever something was stored: the session is alive. */
  readonly onProgress: () => void;
}

/** The mailbox got another UIDVALIDITY between two commands: everything about it is looked at anew. */
export class UidValidityChanged extends ImapFailure {
  constructor() {
    super('mailbox', 'uidvalidity-changed');
  }
}

/** What the server says of a mail, and who sent it about what: for people, where it says no more. */
export interface FetchedFacts extends MailFacts {
  readonly sender: string | null;
  readonly subject: string | null;
}

/** What the server says of mails, by ascending UID; those that are not there are left out. */
export async function fetchFacts(
  context: Pick<FetchContext, 'worker'>,
  box: MailboxRef,
  uids: readonly number[],
): Promise<FetchedFacts[]> {
  const query = { uid: true, size: true, internalDate: true, envelope: true } as const;
  const rows = await context.worker.examine(box.mailbox, false, (client, mailbox) => {
    assertUidValidity(mailbox, box);
    return fromServer(client.fetchAll(uidSet(uids), query, { uid: true }));
  });
  const wanted = new Set(uids);
  return rows
    .filter(({ uid }) => wanted.has(uid))
    .map(factsOf)
    .sort((a, b) => a.uid - b.uid);
}

/**
 * Reads UIDs, in ascending order, and stores what comes. With `advance` the cursor follows, up to behind the last of
 * them; without, the UIDs are ones that were set aside. Throws ImapFailure and LeaseLostError; what was stored by then
 * stays.
 */
export async function readMails(
  context: FetchContext,
  box: MailboxRef,
  uids: readonly number[],
  advance: boolean,
): Promise<void> {
  const facts = await fetchFacts(context, box, uids);
  // Before the bodies: where one of them breaks the connection, this much is known of it.
  if (!advance) await noteEnvelopes(context.deps.db, context.lease.account, box, facts);
  const reader = new MailReader(context, box, advance);
  await reader.missing(uids.filter((uid) => !facts.some((mail) => mail.uid === uid)));
  for (const read of planReads(facts, context.mailSize, (mail) => reader.ignored(mail))) await reader.read(read);
  await reader.passed(Math.max(0, ...uids) + 1);
}

class MailReader {
  readonly #context: FetchContext;
  readonly #box: MailboxRef;
  readonly #advance: boolean;
  #cursor = 0;

  constructor(context: FetchContext, box: MailboxRef, advance: boolean) {
    this.#context = context;
    this.#box = box;
    this.#advance = advance;
  }

  /** A copy of ours in Sent says nothing new. */
  ignored({ messageId }: MailFacts): string | null {
    const own = this.#box.role === 'sent' && messageId !== null && this.#context.deps.isOwnMessageId(messageId);
    return own ? 'own-copy' : null;
  }

  async read(read: Read): Promise<void> {
    switch (read.kind) {
      case 'group':
        return this.#group(read.mails);
      case 'large':
        return this.#large(read.mail);
      case 'oversize':
        return this.#oversize(read.mail);
      case 'ignore': {
        const mail: ArrivedMail = { ...empty(read.mail), state: 'ignored', reason: read.reason };
        return this.store([mail], [], read.mail.uid + 1);
      }
    }
  }

  /**
   * UIDs of which FETCH says nothing: expunged, or not there yet (servers that are many machines). New ones are set
   * aside; those that were set aside before end as soon as SEARCH does not know them either.
   */
  async missing(uids: readonly number[]): Promise<void> {
    if (uids.length === 0) return;
    const { lease, deps, worker } = this.#context;
    if (this.#advance) {
      await this.store(
        [],
        uids.map((uid) => ({ uid, reason: 'no-body' })),
        null,
      );
      return;
    }
    const found = await worker.examine(this.#box.mailbox, true, (client, mailbox) => {
      assertUidValidity(mailbox, this.#box);
      return searchUids(client, { uid: uidSet(uids) });
    });
    const gone = uids.filter((uid) => !found.includes(uid));
    await forgetUids(deps.db, lease, this.#box, gone);
    for (const uid of gone) deps.log.info('mail was expunged before it was read', { ...this.#where(), uid });
    this.#context.onProgress();
  }

  /** Moves the cursor behind UIDs of which the last needed no store of their own. */
  async passed(nextUid: number): Promise<void> {
    if (this.#advance && this.#cursor < nextUid) await this.store([], [], nextUid);
  }

  async store(mails: readonly ArrivedMail[], aside: readonly SetAside[], nextUid: number | null): Promise<void> {
    const { deps, lease } = this.#context;
    if (mails.length + aside.length === 0 && (nextUid === null || !this.#advance)) return;
    const count = await storeMails(deps.db, this.#options(nextUid), mails, aside);
    if (count > 0) {
      deps.hooks.onMails(lease.account, mails.some(({ state }) => state === 'oversize') ? 'oversize' : 'stored', count);
      deps.log.info('mail stored', { ...this.#where(), count });
    }
    this.#cursor = Math.max(this.#cursor, nextUid ?? 0);
    for (const { uid, reason } of aside) deps.log.warn('mail set aside', { ...this.#where(), uid, reason });
    this.#context.onProgress();
  }

  async #group(mails: readonly MailFacts[]): Promise<void> {
    const query = { uid: true, source: { start: 0, maxLength: SMALL_MAIL + 1 } };
    const rows = await this.#examine((client) =>
      fromServer(client.fetchAll(uidSet(mails.map(({ uid }) => uid)), query, { uid: true })),
    );
    let arrived: ArrivedMail[] = [];
    let aside: SetAside[] = [];
    for (const facts of mails) {
      const source = rows.find(({ uid }) => uid === facts.uid)?.source;
      if (source === undefined || (source.length === 0 && facts.size > 0)) {
        aside.push({ uid: facts.uid, reason: 'no-body' });
      } else if (source.length > SMALL_MAIL || source.length < facts.size) {
        // Larger than the server said, or cut short: a second opinion, in pieces and without a bound.
        await this.store(arrived, aside, facts.uid);
        [arrived, aside] = [[], []];
        await this.#large(facts);
      } else {
        arrived.push({ ...empty(facts), sha256: createHash('sha256').update(source).digest(), body: source });
      }
    }
    await this.store(arrived, aside, (mails.at(-1)?.uid ?? 0) + 1);
  }

  async #large(facts: MailFacts): Promise<void> {
    const { deps, lease } = this.#context;
    const mail = await beginMail(deps.db, lease, this.#box, facts);
    if (mail === null) return this.store([], [], facts.uid + 1);
    deps.failpoint('imap:fetching-begun');
    const came = await this.#examine((client) => this.#download(client, facts.uid, mail));
    deps.failpoint('imap:chunks-stored');
    if (came === null) return this.store([], [{ uid: facts.uid, reason: 'no-body' }], facts.uid + 1);
    if (came.bytes > this.#context.mailSize) return this.#oversize(facts);
    await completeMail(deps.db, this.#options(facts.uid + 1), { mail, uid: facts.uid, ...came });
    this.#cursor = Math.max(this.#cursor, facts.uid + 1);
    deps.hooks.onMails(lease.account, 'stored', 1);
    deps.log.info('mail stored', { ...this.#where(), count: 1, uid: facts.uid, bytes: came.bytes });
    this.#context.onProgress();
  }

  /** Stores the pieces of a mail; null where it has gone meanwhile. More bytes than the limit are not fetched. */
  async #download(client: ImapFlow, uid: number, mail: number): Promise<{ sha256: Buffer; bytes: number } | null> {
    const { deps, lease, mailSize, signal, onProgress } = this.#context;
    const options = { uid: true, chunkSize: CHUNK_BYTES, maxBytes: mailSize + 1 };
    const { content } = await fromServer(client.download(String(uid), undefined, options));
    if (content === undefined) return null;
    const hash = createHash('sha256');
    let bytes = 0;
    let seq = 0;
    try {
      for await (const piece of piecesFromServer(content)) {
        if (signal.aborted) throw new ImapFailure('server', 'stopped');
        bytes += piece.length;
        hash.update(piece);
        // A server that ignores the bounds of a partial FETCH (Tencent Exmail) sends the whole at once.
        for (let at = 0; at < piece.length; at += CHUNK_BYTES) {
          await addChunk(deps.db, lease, mail, seq++, piece.subarray(at, at + CHUNK_BYTES));
        }
        deps.failpoint('imap:chunk-stored');
        onProgress();
      }
    } catch (error) {
      if (error instanceof ImapFailure && error.code === 'DownloadIncomplete') return null;
      throw error;
    }
    return { sha256: hash.digest(), bytes };
  }

  async #oversize(facts: MailFacts): Promise<void> {
    const { deps } = this.#context;
    const query = { uid: true, bodyParts: [{ key: 'HEADER', start: 0, maxLength: HEADER_BYTES }] };
    const row = await this.#examine((client) => fromServer(client.fetchOne(String(facts.uid), query, { uid: true })));
    const header = row === false ? undefined : (row.headers ?? row.bodyParts?.get('header'));
    if (header === undefined) return this.store([], [{ uid: facts.uid, reason: 'no-body' }], facts.uid + 1);
    deps.log.warn('mail above the size limit', { ...this.#where(), uid: facts.uid, bytes: facts.size });
    const mail: ArrivedMail = { ...empty(facts), state: 'oversize', reason: 'mail-size', body: header };
    return this.store([mail], [], facts.uid + 1);
  }

  #examine<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    return this.#context.worker.examine(this.#box.mailbox, false, (client, mailbox) => {
      assertUidValidity(mailbox, this.#box);
      return work(client);
    });
  }

  #options(nextUid: number | null): StoreOptions {
    const { lease, deps } = this.#context;
    return { lease, box: this.#box, nextUid: this.#advance ? nextUid : null, failpoint: deps.failpoint };
  }

  #where(): Record<string, unknown> {
    return { account: this.#context.lease.account, mailbox: this.#box.mailbox };
  }
}

/**
 * SEARCH by UID; `n:*` names the last mail even where its UID is below n (RFC 9051 section 6.4.9), so callers filter.
 */
export async function searchUids(client: ImapFlow, query: Parameters<ImapFlow['search']>[0]): Promise<number[]> {
  const found = await fromServer(client.search(query, { uid: true }));
  if (!Array.isArray(found)) throw new ImapFailure('server', 'search-failed');
  return found.sort((a, b) => a - b);
}

export function assertUidValidity(mailbox: OpenMailbox, box: MailboxRef): void {
  if (mailbox.uidvalidity !== box.uidvalidity) throw new UidValidityChanged();
}

function empty(facts: MailFacts): ArrivedMail {
  return { facts, state: 'stored', reason: null, sha256: null, body: null };
}

/** Postgres takes no U+0000 in a text, and no date beyond the years that its text form has four digits for. */
function factsOf(row: FetchMessageObject): FetchedFacts {
  const from = row.envelope?.from?.[0];
  const address = from?.address === undefined || from.address === '' ? '' : `<${from.address}>`;
  return {
    uid: row.uid,
    size: row.size ?? 0,
    internalDate: dateOf(row.internalDate),
    emailId: textOf(row.emailId),
    messageId: textOf(row.envelope?.messageId),
    headerDate: dateOf(row.envelope?.date),
    sender: shortOf(`${from?.name ?? ''} ${address}`),
    subject: shortOf(row.envelope?.subject),
  };
}

/** Characters of a name or subject that are kept where nothing else of the mail is. */
const SHORT = 300;

/** One line of a stranger's text; null where it is empty. */
function shortOf(value: string | undefined): string | null {
  // No control, no mark that turns the direction of what stands behind it, no half of a character.
  const line = (value ?? '')
    .slice(0, 10 * SHORT)
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  return textOf(Array.from(line).slice(0, SHORT).join(''));
}

function textOf(value: string | undefined): string | null {
  const text = value?.replaceAll('\0', '') ?? '';
  return text === '' ? null : text;
}

function dateOf(value: Date | string | undefined): Date | null {
  if (!(value instanceof Date)) return null;
  const year = value.getUTCFullYear();
  return year >= 1 && year <= 9999 ? value : null;
}
