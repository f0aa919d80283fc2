/**
 * One SMTP connection, from the greeting to QUIT, with promises instead of callbacks and results instead of errors. A
 * session sends one mail at a time.
 */
import type { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import XOAuth2 from 'nodemailer/lib/xoauth2/index.js';
import type { SMTPConnectionSendInfo, SMTPEnvelope } from 'nodemailer/lib/smtp-connection/index.js';
import type { NodemailerError } from 'nodemailer/lib/errors.js';
import { errorText } from '../base/errors.ts';
import type { Reach } from '../base/reach.ts';
import { TokenFailure } from '../base/token-source.ts';
import type { TokenSource } from '../base/token-source.ts';
import type { Address } from '../mail/types.ts';
import { failureResult, isGood, notSent, openingResult, readReply, recipientResult } from './result.ts';
import type { NotSent, RecipientResult, Reply, SmtpResult } from './result.ts';

/** How to reach an account's SMTP server. */
export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  /**
   * `tls` from the first byte, `starttls` refused where the server has none, `none` for a server on the same machine.
   */
  readonly security: 'tls' | 'starttls' | 'none';
  /** PEM of the CAs to trust instead of the system's; null for the system's. */
  readonly ca: string | null;
  /** Says which address its name leads to; null, and without: as this machine looks names up. */
  readonly reach?: Reach | null;
  /** Null where the server wants no login. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Logs in by a token instead of the password; null, and without: by the password. */
  readonly token?: TokenSource | null;
  /** What EHLO says; null for this machine's name. */
  readonly ehlo: string | null;
  /** Milliseconds. */
  readonly timeouts: SmtpTimeouts;
}

/** Milliseconds. RFC 5321 section 4.5.3.2 asks for five minutes for most replies and ten for the one after the data. */
export interface SmtpTimeouts {
  readonly connect: number;
  readonly greeting: number;
  /** Without a byte in either direction. */
  readonly silence: number;
  /** For one mail, whatever the server does. */
  readonly total: number;
}

/** What the server said that it can do, in its reply to EHLO. */
export interface ServerFacts {
  /** Largest mail in bytes (RFC 1870), null where it names no limit. */
  readonly size: number | null;
  readonly eightBitMime: boolean;
  readonly smtpUtf8: boolean;
  readonly dsn: boolean;
  readonly pipelining: boolean;
  readonly secure: boolean;
}

export interface Envelope {
  /** Null for the null sender `<>` of what must not be answered. */
  readonly from: Address | null;
  readonly to: readonly Address[];
  /** Bytes of the raw mail. */
  readonly size: number;
  /** Whether a header of the mail holds an address with a local part beyond ASCII (RFC 6532). */
  readonly utf8: boolean;
  /** What reports are wanted, where the server takes such a wish (RFC 3461); without it the server's own habit. */
  readonly reports?: WantedReports;
}

/** RFC 3461: ENVID (printable ASCII, at most 100 characters) and NOTIFY. The header comes back, not the body. */
interface WantedReports {
  readonly envelopeId: string;
  readonly on: readonly ('success' | 'failure' | 'delay')[];
}

/** A connection that could not be made ready. */
export class OpenFailure extends Error {
  readonly result: NotSent;

  constructor(result: NotSent) {
    super(result.text);
    this.name = 'OpenFailure';
    this.result = result;
  }
}

export class SmtpSession {
  readonly #connection: SMTPConnection;
  readonly #totalMs: number;
  #lost = false;
  readonly facts: ServerFacts;

  private constructor(connection: SMTPConnection, totalMs: number, facts: ServerFacts) {
    this.#connection = connection;
    this.#totalMs = totalMs;
    this.facts = facts;
    connection.on('error', () => (this.#lost = true));
    connection.on('end', () => (this.#lost = true));
  }

  /**
   * Connects, secures and logs in.
   *
   * @throws OpenFailure
   */
  static async open(config: SmtpConfig): Promise<SmtpSession> {
    const connection = new SMTPConnection({
      ...(await addressOf(config)),
      port: config.port,
      secure: config.security === 'tls',
      requireTLS: config.security === 'starttls',
      ignoreTLS: config.security === 'none',
      tls: { minVersion: 'TLSv1.2', ...(config.ca === null ? {} : { ca: config.ca }) },
      connectionTimeout: config.timeouts.connect,
      greetingTimeout: config.timeouts.greeting,
      socketTimeout: config.timeouts.silence,
      ...(config.ehlo === null ? {} : { name: config.ehlo }),
    });
    // Errors are read by the step that is under way; a late one, of a connection that is being given up, has nobody to
    // tell.
    connection.on('error', () => undefined);
    const { login, token = null } = config;
    try {
      // Before the server waits for it.
      const given = login === null ? null : ((await token?.get()) ?? null);
      await step(connection, (done) => connection.connect(done));
      const facts = readFacts(connection);
      if (login !== null) await logIn(connection, login, given?.value ?? null, (value) => token?.refused(value));
      return new SmtpSession(connection, config.timeouts.total, facts);
    } catch (error) {
      connection.close();
      if (error instanceof TokenFailure) throw new OpenFailure(withoutToken(error));
      throw new OpenFailure(openingResult(asError(error)));
    }
  }

  /** False once the connection was lost or closed: it takes no further mail. */
  get alive(): boolean {
    return !this.#lost;
  }

  /**
   * Sends one mail. `raw` is read once and destroyed if it is not read to its end. An aborted `signal` hangs up. Never
   * throws. Whatever is not an answer of the server after the data closes the session.
   */
  async send(envelope: Envelope, raw: Readable, signal?: AbortSignal): Promise<SmtpResult> {
    if (signal?.aborted === true) {
      raw.destroy();
      this.close();
      return notSent('closed', true, 'broken off before it began');
    }
    const refusal = this.#refusal(envelope);
    if (refusal !== null) {
      raw.destroy();
      return refusal;
    }
    const wire = envelope.to.map(asciiDomain);
    // The library writes down on this object what was said about each recipient, also where the whole attempt fails.
    const tracked: SMTPEnvelope & Tracked = {
      from: envelope.from === null ? false : asciiDomain(envelope.from),
      to: wire,
      size: envelope.size,
      ...(envelope.reports === undefined || !this.facts.dsn ? {} : { dsn: dsnParameters(envelope.reports, wire) }),
    };
    // Before the end of the data the server may not deliver (RFC 5321 section 4.1.1.4); from its first byte on it may.
    let ended = false;
    raw.once('end', () => (ended = true));
    const hangUp = (): void => this.#connection.close();
    const deadline = setTimeout(hangUp, this.#totalMs);
    signal?.addEventListener('abort', hangUp, { once: true });
    try {
      const info = await step<SMTPConnectionSendInfo>(this.#connection, (done) =>
        this.#connection.send(tracked, raw, (error, result) => done(error, result)),
      );
      return answered(
        envelope,
        wire,
        info.rejectedErrors ?? [],
        { reply: readReply(info.response), stage: 'content' },
        info.serverMessageId ?? null,
      );
    } catch (error) {
      const failure = asError(error);
      const result = sendFailure(envelope, wire, tracked, failure, ended);
      this.close();
      raw.destroy();
      return result;
    } finally {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', hangUp);
    }
  }

  /** QUIT, without waiting for its answer. */
  quit(): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#connection.quit();
  }

  /** Ends the connection at once. A mail that is under way fails. */
  close(): void {
    this.#lost = true;
    this.#connection.close();
  }

  #refusal(envelope: Envelope): NotSent | null {
    const beyondAscii =
      envelope.utf8 || [envelope.from ?? '', ...envelope.to].some((address) => !isAscii(localPart(address)));
    if (beyondAscii && !this.facts.smtpUtf8) {
      return notSent('utf8-missing', false, 'the server does not take addresses beyond ASCII (RFC 6531)');
    }
    if (this.facts.size !== null && envelope.size > this.facts.size) {
      return notSent('too-large', false, `the server takes at most ${String(this.facts.size)} bytes`);
    }
    return null;
  }
}

/**
 * ORCPT is one for all recipients in the library: it is given where there is one only, and ASCII (RFC 3461 section
 * 4.2).
 */
function dsnParameters({ envelopeId, on }: WantedReports, wire: readonly string[]) {
  const [only] = wire;
  const original = wire.length === 1 && only !== undefined && isAscii(only) ? { orcpt: `rfc822;${only}` } : {};
  return { id: envelopeId, return: 'HDRS', notify: [...on], ...original };
}

interface Tracked {
  rejectedErrors?: NodemailerError[];
}

/** Runs one callback-style step; an error event of the connection fails it too. */
function step<T>(
  connection: SMTPConnection,
  run: (done: (error?: Error | null, value?: T) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const settle = (act: () => void) => {
      connection.removeListener('error', fail);
      connection.removeListener('end', ended);
      act();
    };
    const fail = (error: Error) => settle(() => reject(error));
    const ended = () => fail(Object.assign(new Error('the connection was closed'), { code: 'ECONNECTION' }));
    connection.once('error', fail);
    connection.once('end', ended);
    run((error, value) => {
      if (error !== undefined && error !== null) fail(error);
      else settle(() => resolve(value as T));
    });
  });
}

function sendFailure(
  envelope: Envelope,
  wire: readonly string[],
  tracked: Tracked,
  error: NodemailerError,
  ended: boolean,
): SmtpResult {
  const reply = readReply(error.response ?? '');
  const rejected = tracked.rejectedErrors ?? error.rejectedErrors ?? [];
  const aboutRecipients = error.command === 'RCPT TO' && rejected.length > 0;
  const aboutData = error.command === 'DATA' && reply.code >= 400;
  // To the command DATA and to the end of the data the library gives different codes.
  const stage = error.code === 'EENVELOPE' ? 'data' : 'content';
  if (aboutRecipients || aboutData) return answered(envelope, wire, rejected, { reply, stage }, null);
  // The server said something that is neither yes nor no, or nothing at all: it may have taken the mail.
  if (ended)
    return { outcome: 'unknown', reason: error.code === 'ETIMEDOUT' ? 'timeout' : 'closed', text: error.message };
  const failure = failureResult(error);
  // The library names every loss of the socket alike; here the connection had been made.
  return failure.reason === 'connect' ? { ...failure, reason: 'closed' } : failure;
}

function answered(
  envelope: Envelope,
  wire: readonly string[],
  rejected: readonly NodemailerError[],
  data: { readonly reply: Reply; readonly stage: 'data' | 'content' },
  serverMessageId: string | null,
): SmtpResult {
  const recipients = envelope.to.map((address, index): RecipientResult => {
    const own = rejected.find((error) => error.recipient === wire[index]);
    return own === undefined
      ? recipientResult(address, data.reply, data.stage)
      : recipientResult(address, readReply(own.response ?? ''));
  });
  return { outcome: 'answered', recipients, serverMessageId: isGood(data.reply.code) ? serverMessageId : null };
}

/** After `connect` the last reply is the one to EHLO; after STARTTLS that is the second EHLO (RFC 3207 section 4.2). */
/** Where to connect to, and the name that the certificate has to be for. Throws OpenFailure. */
async function addressOf({ host, reach = null }: SmtpConfig): Promise<{ host: string; servername?: string }> {
  if (reach === null) return { host };
  try {
    return { host: await reach(host), servername: host };
  } catch (error) {
    throw new OpenFailure(notSent('connect', true, errorText(error)));
  }
}

function readFacts(connection: SMTPConnection): ServerFacts {
  const reply = connection.lastServerResponse === false ? '' : connection.lastServerResponse;
  const words = reply.split(/\r?\n/).map((line) => line.slice(4).trim().toUpperCase());
  const has = (name: string) => words.some((word) => word === name || word.startsWith(`${name} `));
  const size = Number(/^SIZE (\d+)$/.exec(words.find((word) => word.startsWith('SIZE ')) ?? '')?.[1] ?? 0);
  return {
    size: size > 0 ? size : null,
    eightBitMime: has('8BITMIME'),
    smtpUtf8: has('SMTPUTF8'),
    dsn: has('DSN'),
    pipelining: has('PIPELINING'),
    secure: connection.secure,
  };
}

/**
 * The envelope's form of an address: the domain as A-labels unless the local part needs SMTPUTF8 anyway (RFC 6531
 * section 3.2).
 */
function asciiDomain(address: Address): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (!isAscii(localPart(address)) || isAscii(domain)) return address;
  return `${address.slice(0, at)}@${domainToASCII(domain)}`;
}

function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

function asError(error: unknown): NodemailerError {
  return error instanceof Error ? error : new Error(String(error));
}

/** @param refused called with a token that the server did not take */
async function logIn(
  connection: SMTPConnection,
  { user, password }: { readonly user: string; readonly password: string },
  token: string | null,
  refused: (token: string) => void,
): Promise<void> {
  if (token === null) {
    await step(connection, (done) => connection.login({ user, credentials: { user, pass: password } }, done));
    return;
  }
  const oauth2 = new XOAuth2({ user, accessToken: token });
  try {
    await step(connection, (done) => connection.login({ user, oauth2 }, done));
  } catch (error) {
    refused(token);
    throw error;
  }
}

/** Nothing was asked of the server. */
function withoutToken({ kind, code, message }: TokenFailure): NotSent {
  return kind === 'refused'
    ? notSent('login', true, message, undefined, { cause: code })
    : notSent('connect', true, message, undefined, { cause: code });
}
