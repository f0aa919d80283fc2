/** Mails that arrive in a database, without servers: each is stored as the IMAP session stores it, and decided as the bridge decides. */
import { createHash } from 'node:crypto';
import { plainWriting } from '../../src/bridge/account.ts';
import type { Account } from '../../src/bridge/account.ts';
import { GhostCodec, IdKey } from '../../src/bridge/ids.ts';
import type { AccountId, MessageKey, ThreadId, UserId } from '../../src/bridge/types.ts';
import { mailIn } from '../../src/jobs/mail-in.ts';
import type { Address } from '../../src/mail/types.ts';
import type { ParsePool } from '../../src/mail/worker/pool.ts';
import type { TestDatabase } from './database.ts';

export const ids = new IdKey('a secret of thirty-two characters');
export const ghosts = new GhostCodec({ prefix: 'mail_', domain: 'ours.example', bot: 'mailroom' });
export const alice = '@alice:ours.example' as UserId;
export const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** An account that believes `auth=pass`, `dkim` and `dmarc` results of mx.ours.example. */
export function testAccount(id: string, more: Partial<Account> = {}): Account {
  const address = `${id}@ours.example` as Address;
  return {
    id: id as AccountId,
    address,
    name: 'Support',
    language: 'en',
    own: new Set([address]),
    team: [{ user: alice, address: 'alice@ours.example' as Address, name: 'Alice' }],
    invite: 'everyone',
    from: '{name}',
    hold: { after: 0, atMost: 0 },
    people: 20,
    writing: plainWriting,
    onUnknown: 'hold',
    delivery: { verp: false, reports: 'failures', receipts: false },
    senders: {
      authentication: 'receiver',
      failing: 'marked',
      receiver: { kind: 'named', ids: ['mx.ours.example'] },
      hosts: [],
      sealers: [],
      internal: new Set(),
    },
    ...more,
  };
}

/** What makes a mail; ids without brackets. */
export interface Letter {
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly answers?: string;
  readonly references?: string;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the receiver vouches for From; it does. */
  readonly vouched?: boolean;
  readonly date?: string;
}

/** The bytes of a mail. */
export function letter(mail: Letter): Buffer {
  const from = mail.from ?? 'bob@x.example';
  const domain = from.slice(from.lastIndexOf('@') + 1).replace('>', '');
  const brackets = (list: string) =>
    list
      .split(' ')
      .map((id) => (id.startsWith('<') ? id : `<${id}>`))
      .join(' ');
  const fields = {
    ...(mail.vouched === false
      ? {}
      : { 'Authentication-Results': `mx.ours.example; dmarc=pass header.from=${domain}` }),
    ...mail.headers,
    Date: mail.date ?? 'Mon, 1 Jan 2024 10:00:00 +0000',
    From: from,
    To: mail.to ?? 'support@ours.example',
    ...(mail.cc === undefined ? {} : { Cc: mail.cc }),
    Subject: mail.subject ?? 'Printer broken',
    ...(mail.id === undefined ? {} : { 'Message-ID': brackets(mail.id) }),
    ...(mail.answers === undefined ? {} : { 'In-Reply-To': brackets(mail.answers) }),
    ...(mail.references === undefined ? {} : { References: brackets(mail.references) }),
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${mail.text ?? `Words of ${mail.id ?? 'nobody'}.`}\r\n`);
}

/** What became of a mail. */
export interface Fate {
  readonly state: string;
  readonly reason: string | null;
  readonly message: MessageKey | null;
  readonly thread: ThreadId | null;
  readonly decision: string | null;
}

/** The mailboxes of some accounts. */
export class Arrivals {
  readonly #test: TestDatabase;
  readonly #parser: ParsePool;
  readonly accounts: Map<AccountId, Account>;
  #uid = 0;

  private constructor(test: TestDatabase, parser: ParsePool, accounts: readonly Account[]) {
    this.#test = test;
    this.#parser = parser;
    this.accounts = new Map(accounts.map((account) => [account.id, account]));
  }

  static async open(test: TestDatabase, parser: ParsePool, accounts: readonly Account[]): Promise<Arrivals> {
    for (const { id } of accounts) await test.db.query('INSERT INTO accounts (account) VALUES ($1)', [id]);
    return new Arrivals(test, parser, accounts);
  }

  get deps() {
    return { db: this.#test.db, log, ids, ghosts, accounts: this.accounts };
  }

  /** A mail comes and is decided. */
  async arrive(
    raw: Buffer | Letter,
    at: { readonly account?: string; readonly mailbox?: string; readonly role?: 'watched' | 'sent' } = {},
  ): Promise<Fate> {
    const { account = 'support', mailbox = 'INBOX', role = 'watched' } = at;
    const bytes = Buffer.isBuffer(raw) ? raw : letter(raw);
    const { db } = this.#test;
    const { rows } = await db.query<{ mail: number }>(
      `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, sha256, state, internal_date)
       VALUES ($1, $2, $3, 1, $4, $5, $6, 'stored', now()) RETURNING mail`,
      [account, mailbox, role, ++this.#uid, bytes.length, createHash('sha256').update(bytes).digest()],
    );
    const mail = rows[0]?.mail ?? 0;
    await db.query('INSERT INTO mail_chunks (mail, seq, account, bytes) VALUES ($1, 0, $2, $3)', [
      mail,
      account,
      bytes,
    ]);
    const handler = mailIn({ ...this.deps, parser: this.#parser, mailSize: 50_000_000, checkSender: null });
    const job = {
      job: 1,
      account: account as AccountId,
      queue: 'mail-in',
      key: account,
      subject: String(mail),
      attempts: 1,
      failures: 0,
    } as const;
    const decision = await handler.run(job, await handler.prepare(job));
    await db.transaction(async (tx) => decision.write?.(tx));
    const fates = await db.query<Fate>(
      `SELECT m.state, m.reason, m.message, s.thread, s.facts ->> 'decision' AS decision
       FROM mails m LEFT JOIN messages s ON s.message = m.message AND m.state = 'decided' WHERE m.mail = $1`,
      [mail],
    );
    const [fate] = fates.rows;
    if (fate === undefined) throw new Error('the mail is gone');
    return fate;
  }

  /** The bodies of what is said in the room of a thread, in order. */
  async said(thread: ThreadId | null): Promise<string[]> {
    const { rows } = await this.#test.db.query<{ content: { body?: string } }>(
      `SELECT content FROM matrix_sends JOIN jobs ON subject = send WHERE thread = $1 AND type = 'm.room.message' ORDER BY job`,
      [thread],
    );
    return rows.map(({ content }) => content.body ?? '');
  }
}
