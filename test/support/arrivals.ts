/** Mails on their way from the mailbox to what is sent to Matrix, over a real database and the real parser: no homeserver, no mail server. */
import { createHash } from 'node:crypto';
import type { Account } from '../../src/bridge/account.ts';
import { GhostCodec, IdKey } from '../../src/bridge/ids.ts';
import type { MessageKey } from '../../src/bridge/types.ts';
import { loadSend } from '../../src/db/sends.ts';
import type { StoredSend } from '../../src/db/sends.ts';
import { mailIn } from '../../src/jobs/mail-in.ts';
import type { MailInDeps } from '../../src/jobs/mail-in.ts';
import type { ParsePool } from '../../src/mail/worker/pool.ts';
import type { TestDatabase } from './database.ts';
import { quiet } from './matrix-world.ts';

export interface ArrivalsOptions {
  readonly test: TestDatabase;
  readonly parser: ParsePool;
  readonly accounts: readonly Account[];
  readonly more?: Partial<MailInDeps>;
}

/** What became of one mail. */
export interface Arrived {
  readonly mail: number;
  readonly state: string;
  readonly reason: string | null;
  readonly message: MessageKey | null;
  readonly thread: string | null;
  /** Everything that it made to be sent, its own parts first. */
  readonly sends: readonly StoredSend[];
}

export class Arrivals {
  readonly ids = new IdKey('a secret of thirty-two characters');
  readonly ghosts = new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' });
  readonly deps: MailInDeps;
  readonly #test: TestDatabase;
  #uid = 0;

  constructor({ test, parser, accounts, more = {} }: ArrivalsOptions) {
    this.#test = test;
    this.deps = {
      db: test.db,
      log: quiet,
      ids: this.ids,
      ghosts: this.ghosts,
      accounts: new Map(accounts.map((account) => [account.id, account])),
      parser,
      mailSize: 50_000_000,
      checkSender: null,
      ...more,
    };
  }

  /** Once, before the first mail. */
  async begin(): Promise<this> {
    for (const id of this.deps.accounts.keys()) {
      await this.#test.db.query('INSERT INTO accounts (account) VALUES ($1)', [id]);
    }
    return this;
  }

  async arrive(
    raw: Buffer | string,
    at: { readonly account?: string; readonly role?: 'watched' | 'sent' } = {},
  ): Promise<Arrived> {
    const { db } = this.#test;
    const { account = 'support', role = 'watched' } = at;
    const bytes = Buffer.from(raw);
    const { rows } = await db.query<{ mail: number }>(
      `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, sha256, state)
       VALUES ($1, $2, $3, 1, $4, $5, $6, 'stored') RETURNING mail`,
      [account, role === 'sent' ? 'Sent' : 'INBOX', role, ++this.#uid, bytes.length, createHash('sha256').update(bytes).digest()], // prettier-ignore
    );
    const mail = rows[0]?.mail ?? 0;
    await db.query('INSERT INTO mail_chunks (mail, seq, account, bytes) VALUES ($1, 0, $2, $3)', [
      mail,
      account,
      bytes,
    ]);
    const before = new Set(await this.#sends());
    const handler = mailIn(this.deps);
    const job = { job: mail, account, queue: 'mail-in', key: account, subject: String(mail), attempts: 1, failures: 0 };
    const decision = await handler.run(job as never, await handler.prepare(job as never));
    await db.transaction(async (tx) => decision.write?.(tx));
    const made = (await this.#sends()).filter((send) => !before.has(send));
    const sends = await Promise.all(made.map((send) => loadSend(db, send)));
    return { ...(await this.#became(mail)), sends: sends.filter((send) => send !== null) };
  }

  async #became(mail: number): Promise<Omit<Arrived, 'sends'>> {
    const { rows } = await this.#test.db.query<Omit<Arrived, 'sends' | 'mail'>>(
      `SELECT m.state, m.reason, m.message, s.thread FROM mails m LEFT JOIN messages s USING (message) WHERE m.mail = $1`,
      [mail],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the mail is gone');
    return { mail, ...row };
  }

  async #sends(): Promise<string[]> {
    const { rows } = await this.#test.db.query<{ send: string }>(
      'SELECT send FROM matrix_sends ORDER BY message IS NULL, at, position',
    );
    return rows.map(({ send }) => send);
  }
}

/** The senders of a mail's own parts; empty where it is not shown. */
export function speakersOf({ sends, message }: Arrived): string[] {
  return [...new Set(sends.filter((send) => send.message === message && message !== null).map(({ sender }) => sender))];
}
