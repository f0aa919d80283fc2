/**
 * Errors that carry their audience. `message` is for operators and never holds a body, a subject, an address or a
 * secret; `userText` is for the people in a room. Errors are told apart by class and `code`, never by their text.
 */
export class MailroomError extends Error {
  /** A constant of this program, such as `config-invalid`. */
  readonly code: string;
  /** What a person is told, where one is told at all. */
  readonly userText: string | null;

  constructor(code: string, message: string, options: { readonly cause?: unknown; readonly userText?: string } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'MailroomError';
    this.code = code;
    this.userText = options.userText ?? null;
  }
}

/**
 * A lease or an epoch is no longer ours: another process took over. The work is dropped without effect; the new owner
 * does it.
 */
export class LeaseLostError extends MailroomError {
  constructor(what: string) {
    super('lease-lost', `the lease on ${what} belongs to another process now`);
    this.name = 'LeaseLostError';
  }
}

/**
 * The database cannot be reached, or takes nothing at the moment: said once by what holds the connections, and waited
 * for by everybody else. `code` is that of the connection's error.
 */
export class DatabaseAwayError extends MailroomError {
  constructor(cause: unknown) {
    const code = errorCode(cause);
    super(code || 'database-away', `the database is away${code === '' ? '' : ` (${code})`}`, { cause });
    this.name = 'DatabaseAwayError';
  }
}

/** The text of whatever was thrown, for logs. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a system, driver or protocol error (`ECONNREFUSED`, `23505`, …), '' where it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' || typeof error.code === 'number' ? String(error.code) : '';
}
