/** A login by a token in place of a password (RFC 7628, and XOAUTH2 of Google and Microsoft). */
import { MailroomError } from './errors.ts';

/** A token, and whether it was given just now. */
export interface GivenToken {
  readonly value: string;
  /** False where it was given before and may have been taken back since. */
  readonly fresh: boolean;
}

/** Where the tokens of a login come from. */
export interface TokenSource {
  /** Throws TokenFailure. */
  readonly get: () => Promise<GivenToken>;
  /** A server refused this one: it is not given again. */
  readonly refused: (value: string) => void;
}

/** Why there is no token. refused: for good, until people act. away: whoever gives them does not answer. */
export type TokenFailureKind = 'refused' | 'away';

/** There is no token. `message` is for operators and holds no secret. */
export class TokenFailure extends MailroomError {
  readonly kind: TokenFailureKind;

  constructor(kind: TokenFailureKind, message: string, cause?: unknown, code = `oauth2-${kind}`) {
    super(code, message, cause === undefined ? {} : { cause });
    this.name = 'TokenFailure';
    this.kind = kind;
  }
}

/** The secret of a login cannot be had: it was never given, or does not open. */
export class NoSecret extends TokenFailure {
  constructor(message: string) {
    super('refused', message, undefined, 'no-secret');
  }
}
