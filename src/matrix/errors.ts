import { MailroomError, errorCode } from '../base/errors.ts';

/**
 * The homeserver answered, and refused. Told apart by `status` and `errcode` (client-server API, "Standard error
 * response"), never by its text.
 */
export class MatrixError extends MailroomError {
  readonly status: number;
  /** `M_…`, or '' where the answer was no Matrix error (a proxy's page, for example). */
  readonly errcode: string;
  /** The homeserver's words. They can name users and so addresses: for people in a room, never for logs. */
  readonly text: string;
  /**
   * What the homeserver asked us to wait, milliseconds: the Retry-After header, else `retry_after_ms`; null where
   * neither.
   */
  readonly retryAfterMs: number | null;

  constructor(options: {
    readonly status: number;
    readonly errcode: string;
    readonly text: string;
    readonly retryAfterMs: number | null;
    readonly request: string;
  }) {
    super('matrix-refused', `${options.request}: ${options.status} ${options.errcode}`.trim());
    this.text = options.text;
    this.name = 'MatrixError';
    this.status = options.status;
    this.errcode = options.errcode;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** No (whole) answer came: the homeserver is away, or the connection ended, or the time was over. */
export class HomeserverUnreachableError extends MailroomError {
  /** False where nothing was sent, so that the effect certainly did not happen; true where it may have happened. */
  readonly maybeDone: boolean;

  constructor(request: string, cause: unknown) {
    super('homeserver-unreachable', `${request}: ${errorCode(cause) || 'no answer'}`, { cause });
    this.name = 'HomeserverUnreachableError';
    this.maybeDone = !NEVER_SENT.has(errorCode(cause));
  }
}

/**
 * The room of something cannot be had now: whatever the cause, that is no word about what is to be said there. The
 * cause is a MatrixError, a HomeserverUnreachableError, or a MailroomError of `Rooms`, and its code is kept.
 */
export class RoomUnreadyError extends MailroomError {
  override readonly cause: MailroomError;

  constructor(cause: MailroomError) {
    super(cause.code, cause.message, { cause });
    this.name = 'RoomUnreadyError';
    this.cause = cause;
  }
}

/** Errors of connecting: no byte of the request left. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CONNECT_TIMEOUT',
]);

/** Whether the homeserver answered with this errcode. */
export function isMatrixError(error: unknown, errcode: string): error is MatrixError {
  return error instanceof MatrixError && error.errcode === errcode;
}

/** Whether the homeserver itself answered, in Matrix' words. */
export function isAnswer(error: unknown): error is MatrixError {
  return error instanceof MatrixError && error.errcode !== '';
}
