import { readFile } from 'node:fs/promises';
import { ImapFlow } from 'imapflow';
import { type ParsedMail, simpleParser } from 'mailparser';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { z } from 'zod';
import { until } from '../servers/wait.ts';

/** Where the mail servers are: an `Environment` is one. */
export interface MailSite {
  readonly host: string;
  readonly ports: { readonly imaps: number; readonly submission: number };
  readonly certificates: { readonly ca: string };
}

/** One mail of a mailbox. */
export interface StoredMail {
  readonly uid: number;
  readonly raw: Buffer;
  readonly flags: ReadonlySet<string>;
  readonly parsed: ParsedMail;
}

/** What is awaited, for the error; 20 s by default. */
export interface Patience {
  readonly what: string;
  readonly within?: number;
}

/** What the relay said to a mail. */
export interface Handed {
  /** With its angle brackets. */
  readonly messageId: string;
  readonly response: string;
}

const handed = z.object({ messageId: z.string(), response: z.string() });

/** A person with a mail program: reads one IMAP folder over TLS and sends by authenticated submission with STARTTLS. */
export class Mailbox {
  readonly address: string;
  readonly folder: string;
  readonly #client: ImapFlow;
  readonly #submission: ReturnType<typeof createTransport>;
  readonly #mails: StoredMail[] = [];

  private constructor(
    address: string,
    folder: string,
    client: ImapFlow,
    submission: ReturnType<typeof createTransport>,
  ) {
    this.address = address;
    this.folder = folder;
    this.#client = client;
    this.#submission = submission;
  }

  /** Logs in and opens the folder, INBOX by default; with `readOnly` nothing in it changes by being looked at. */
  static async open(
    site: MailSite,
    login: { readonly address: string; readonly password: string },
    options: { readonly folder?: string; readonly readOnly?: boolean } = {},
  ): Promise<Mailbox> {
    const ca = await readFile(site.certificates.ca, 'utf8');
    const { host, ports } = site;
    const auth = { user: login.address, pass: login.password };
    const client = new ImapFlow({
      host,
      port: ports.imaps,
      secure: true,
      tls: { ca },
      auth,
      logger: false,
      disableAutoIdle: true,
    });
    // A lost connection shows at the next command.
    client.on('error', () => undefined);
    await client.connect();
    const folder = options.folder ?? 'INBOX';
    await client.mailboxOpen(folder, { readOnly: options.readOnly ?? false });
    const submission = createTransport({
      host,
      port: ports.submission,
      secure: false,
      requireTLS: true,
      tls: { ca },
      auth,
    });
    return new Mailbox(login.address, folder, client, submission);
  }

  async close(): Promise<void> {
    this.#submission.close();
    await this.#client.logout().catch(() => {
      this.#client.close();
    });
  }

  /** Sends a mail from this address; rejects with nodemailer's error when the relay refuses. */
  async send(mail: SendMailOptions): Promise<Handed> {
    const info: unknown = await this.#submission.sendMail({ from: this.address, ...mail });
    return handed.parse(info);
  }

  /**
   * Everything in the folder that was there at some time since `open`, in the order of arrival. Flags as first seen.
   */
  async mails(): Promise<readonly StoredMail[]> {
    await this.#client.noop();
    const last = this.#mails.at(-1)?.uid ?? 0;
    const found = await this.#client.fetchAll(`${last + 1}:*`, { uid: true, source: true, flags: true }, { uid: true });
    for (const { uid, source, flags } of found) {
      // `n:*` gives the last mail even where its UID is below n (RFC 9051 section 6.4.8).
      if (uid <= last || source === undefined) continue;
      this.#mails.push({ uid, raw: source, flags: flags ?? new Set(), parsed: await simpleParser(source) });
    }
    return this.#mails;
  }

  /** The flags of a mail now. */
  async flags(uid: number): Promise<ReadonlySet<string>> {
    const found = await this.#client.fetchOne(String(uid), { flags: true }, { uid: true });
    return found === false ? new Set() : (found.flags ?? new Set());
  }

  /** The first mail for which the test is true; waits for it. */
  waitFor(test: (mail: StoredMail) => boolean, patience: Patience): Promise<StoredMail> {
    const look = async (): Promise<StoredMail | undefined> => (await this.mails()).find(test);
    return until(look, {
      within: 20_000,
      every: 100,
      ...patience,
      what: `${patience.what} (in ${this.folder} of ${this.address})`,
    });
  }

  /** Makes a folder; one that exists is left as it is. */
  async make(folder: string): Promise<void> {
    await this.#client.mailboxCreate(folder);
  }

  /** Moves a mail to another folder, as a mail program does. */
  async move(uid: number, folder: string): Promise<void> {
    await this.#client.messageMove(String(uid), folder, { uid: true });
  }

  /** Sets a flag on a mail, as a mail program does. */
  async flag(uid: number, flag: string): Promise<void> {
    await this.#client.messageFlagsAdd(String(uid), [flag], { uid: true });
  }

  /** Copies all mails of this folder to another at once, with the times at which the mailbox got them. */
  async copyAll(folder: string): Promise<void> {
    await this.#client.noop();
    await this.#client.messageCopy('1:*', folder, { uid: true });
  }

  /** Puts a mail into a folder, as a mail program files what it sent. @param received INTERNALDATE; now, left out */
  async append(folder: string, mail: Buffer, flags: readonly string[] = ['\\Seen'], received?: Date): Promise<void> {
    await this.#client.append(folder, mail, [...flags], received);
  }
}

/** The header's message ids, verbatim and in order; none where the field is missing. */
export function referencedIds(mail: ParsedMail): string[] {
  return typeof mail.references === 'string' ? [mail.references] : (mail.references ?? []);
}
