import { errorCode, MailroomError } from '../base/errors.ts';
import { isForPeople, refusalOf } from '../bridge/relay/login-refusal.ts';
import { TokenFailure } from '../base/token-source.ts';

/**
 * What went wrong with an IMAP server. refused: the server does not take the login, and trying again soon does harm;
 * refused-unexplained: it gives no code that says so. mailbox: one mailbox cannot be opened, the connection is well.
 * server: everything else; a new connection may help.
 */
export type ImapFailureKind = 'refused' | 'refused-unexplained' | 'mailbox' | 'server';

/**
 * An IMAP server, or the way to it, failed. `code` is the system's, the library's or the server's, for logs and
 * metrics.
 */
export class ImapFailure extends MailroomError {
  readonly kind: ImapFailureKind;
  /** The server asked for this much patience; 0 where it did not. Milliseconds. */
  readonly retryAfterMs: number;

  constructor(
    kind: ImapFailureKind,
    code: string,
    options: { readonly cause?: unknown; readonly retryAfterMs?: number } = {},
  ) {
    super(code, `IMAP failed (${code})`, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'ImapFailure';
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? 0;
  }
}

/**
 * RFC 5530 section 3: codes of a refusal that repeats. UNAVAILABLE, INUSE, LIMIT and the others pass by themselves.
 */
const REFUSALS: readonly string[] = ['AUTHENTICATIONFAILED', 'AUTHORIZATIONFAILED', 'EXPIRED'];

/**
 * RFC 5530 section 3: the codes that are passed on; others are free text of a server, and a metric is named by this.
 */
const KNOWN_CODES: readonly string[] = [
  ...['UNAVAILABLE', 'AUTHENTICATIONFAILED', 'AUTHORIZATIONFAILED', 'EXPIRED', 'PRIVACYREQUIRED', 'CONTACTADMIN'],
  ...['NOPERM', 'INUSE', 'EXPUNGEISSUED', 'CORRUPTION', 'SERVERBUG', 'CLIENTBUG', 'CANNOT', 'LIMIT', 'OVERQUOTA'],
];

/** Reads whatever the IMAP library threw, or whoever gives the tokens of a login. */
export function imapFailure(error: unknown): ImapFailure {
  if (error instanceof ImapFailure) return error;
  if (error instanceof TokenFailure) {
    const why = refusalOf(error.message);
    const code = error.kind === 'refused' && why !== null ? `provider-${why}` : error.code;
    return new ImapFailure(error.kind === 'refused' ? 'refused' : 'server', code, { cause: error });
  }
  const server = text(error, 'serverResponseCode');
  const why = refusalOf(text(error, 'response')) ?? refusalOf(text(error, 'responseText'));
  if (flag(error, 'authenticationFailed')) {
    if (why !== null) {
      const isSure = isForPeople(why) || REFUSALS.includes(server);
      return new ImapFailure(isSure ? 'refused' : 'refused-unexplained', `provider-${why}`, { cause: error });
    }
    if (REFUSALS.includes(server)) return new ImapFailure('refused', 'login-refused', { cause: error });
    // Many servers refuse without any code, also while what knows their passwords is away.
    if (server === '') return new ImapFailure('refused-unexplained', 'login-unexplained', { cause: error });
  }
  if (flag(error, 'mailboxMissing')) return new ImapFailure('mailbox', 'mailbox-missing', { cause: error });
  if (why === 'microsoft-not-connected') return new ImapFailure('server', `provider-${why}`, { cause: error });
  const code = errorCode(error) || (KNOWN_CODES.includes(server) ? server : 'imap-failed');
  return new ImapFailure('server', code, { cause: error, retryAfterMs: count(error, 'throttleReset') });
}

/**
 * The result of a promise of the IMAP library; what it throws becomes an ImapFailure, told apart from errors of ours.
 */
export async function fromServer<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw imapFailure(error);
  }
}

/** As `fromServer`, for the pieces of a stream; what the consumer throws passes by untouched. */
export async function* piecesFromServer(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer, void, undefined> {
  const pieces = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await fromServer(pieces.next());
      if (next.done === true) return;
      if (Buffer.isBuffer(next.value)) yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
}

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

function text(error: unknown, name: string): string {
  const value = property(error, name);
  return typeof value === 'string' ? value : '';
}

function flag(error: unknown, name: string): boolean {
  return property(error, name) === true;
}

function count(error: unknown, name: string): number {
  const value = property(error, name);
  return typeof value === 'number' && value > 0 ? value : 0;
}
