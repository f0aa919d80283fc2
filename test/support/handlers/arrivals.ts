import { createHash } from 'node:crypto';
import type { MessageKey, ThreadId } from '../../../src/bridge/types.ts';
import { loadSend } from '../../../src/db/room-tables/sends.ts';
import type { StoredSend } from '../../../src/db/room-tables/sends.ts';
import { mailIn } from '../../../src/incoming/mail-in.ts';
import type { MailInDeps } from '../../../src/incoming/mail-in.ts';
import type { ParsePool } from '../../../src/parser/parse-pool.ts';
import type { HandlerCore } from './core.ts';
import { letter } from './letters.ts';
import type { Letter } from './letters.ts';

/** What became of one mail. */
export interface Arrived {
  readonly mail: number;
  readonly state: string;
  readonly reason: string | null;
  readonly message: MessageKey | null;
  readonly thread: ThreadId | null;
  /** By which rule its thread was chosen; null where it is in none. */
  readonly decision: string | null;
  /** Everything that it made to be sent, its own parts first. */
  readonly sends: readonly StoredSend[];
}

/** Where a mail lies; in the first account's inbox. */
interface Lies {
  readonly account?: string;
  readonly mailbox?: string;
  readonly role?: 'watched' | 'sent';
  /** Its INTERNALDATE, now where it is left out; and what the ENVELOPE says, nothing where that is. */
  readonly received?: Date;
  readonly written?: Date;
  readonly messageId?: string;
  /** Only its header was fetched. */
  readonly oversize?: boolean;
}

/** Mails that come into mailboxes: each is stored as the IMAP session stores it, and decided by the handler. */
export class Arrivals {
  readonly deps: MailInDeps;
  readonly #core: HandlerCore;
  #uid = 0;

  constructor(core: HandlerCore, parser: ParsePool, more: Partial<MailInDeps> = {}) {
    this.#core = core;
    this.deps = { ...core.deps(), parser, mailSize: 50_000_000, checkSender: null, ...more };
  }

  get ids() {
    return this.#core.ids;
  }

  get ghosts() {
    return this.#core.ghosts;
  }

  /** A mail comes and is decided. */
  async arrive(raw: Buffer | string | Letter, at: Lies = {}): Promise<Arrived> {
    return this.decide(await this.store(raw, at), at.account);
  }

  /** A mail comes, and its job has not run yet; its number. */
  async store(raw: Buffer | string | Letter, at: Lies = {}): Promise<number> {
    const { account = this.#core.account.id, role = 'watched', mailbox = role === 'sent' ? 'Sent' : 'INBOX' } = at;
    const bytes = Buffer.isBuffer(raw) ? raw : typeof raw === 'string' ? Buffer.from(raw) : letter(raw);
    const { db } = this.#core;
    const { rows } = await db.query<{ mail: number }>(
      `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, sha256, state, internal_date,
         header_date, message_id)
       VALUES ($1, $2, $3, 1, $4, $5, $6, $7, coalesce($8, now()), $9, $10) RETURNING mail`,
      [
        account,
        mailbox,
        role,
        ++this.#uid,
        bytes.length,
        createHash('sha256').update(bytes).digest(),
        at.oversize === true ? 'oversize' : 'stored',
        at.received ?? null,
        at.written ?? null,
        at.messageId ?? null,
      ],
    );
    const mail = rows[0]?.mail ?? 0;
    await db.query('INSERT INTO mail_chunks (mail, seq, account, bytes) VALUES ($1, 0, $2, $3)', [
      mail,
      account,
      bytes,
    ]);
    return mail;
  }

  /** Runs the job of a mail: the first time by `arrive`, again where it was suspected and accepted. */
  async decide(mail: number, account: string = this.#core.account.id): Promise<Arrived> {
    const { db } = this.#core;
    const before = new Set(await this.#sends());
    await this.#core.run(mailIn(this.deps), { subject: String(mail), account, key: account });
    const made = (await this.#sends()).filter((send) => !before.has(send));
    const sends = await Promise.all(made.map((send) => loadSend(db, send)));
    return { ...(await this.#became(mail)), sends: sends.filter((send) => send !== null) };
  }

  /** The bodies of what is said in the room of a thread, in order. */
  async said(thread: ThreadId | null): Promise<string[]> {
    const { rows } = await this.#core.db.query<{ content: { body?: string } }>(
      `SELECT content FROM matrix_sends JOIN jobs ON jobs.subject = send
       WHERE thread = $1 AND type = 'm.room.message' ORDER BY job`,
      [thread],
    );
    return rows.map(({ content }) => content.body ?? '');
  }

  async #became(mail: number): Promise<Omit<Arrived, 'sends'>> {
    const { rows } = await this.#core.db.query<Omit<Arrived, 'sends' | 'mail'>>(
      `SELECT m.state, m.reason, m.message, s.thread, s.facts ->> 'decision' AS decision
       FROM mails m LEFT JOIN messages s USING (message) WHERE m.mail = $1`,
      [mail],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the mail is gone');
    return { mail, ...row };
  }

  async #sends(): Promise<string[]> {
    const { rows } = await this.#core.db.query<{ send: string }>(
      `SELECT send FROM matrix_sends ORDER BY message IS NULL, at, purpose <> 'part', part`,
    );
    return rows.map(({ send }) => send);
  }
}

/** A mail's own parts; none where it is not shown. */
export function partsOf({ sends, message }: Arrived): StoredSend[] {
  return sends.filter((send) => message !== null && send.message === message);
}

/** The senders of a mail's own parts; empty where it is not shown. */
export function speakersOf(arrived: Arrived): string[] {
  return [...new Set(partsOf(arrived).map(({ sender }) => sender))];
}
