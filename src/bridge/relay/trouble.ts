/** What is wrong with the way out of an account: the connection to its own SMTP server, before any mail. Pure. */

/** How far a connection came before it failed. */
type OpeningStage = 'connect' | 'greeting' | 'tls' | 'login';

/** A connection that could not be made ready for a mail. */
export interface OpeningFailure {
  readonly stage: OpeningStage;
  /** The code of the server's reply, null where it gave none. */
  readonly code: number | null;
  /** The code of the system's or of TLS' error (`ECONNREFUSED`, `CERT_HAS_EXPIRED`), '' for none. */
  readonly cause: string;
}

/** What people are told of it. */
export type RelayTrouble =
  | 'login'
  | 'login-later'
  | 'certificate-expired'
  | 'certificate-unknown'
  | 'tls'
  | 'connection-refused'
  | 'name-unknown'
  | 'silent'
  | 'unreachable'
  | 'refuses';

/** What a connection that failed says of the way out. Only a login that was refused for good waits for people. */
export function relayTroubleOf({ stage, code, cause }: OpeningFailure): RelayTrouble {
  switch (stage) {
    case 'login':
      // RFC 4954 section 4: 4yz, such as 454, is the server's own trouble.
      return code !== null && code < 500 ? 'login-later' : 'login';
    case 'greeting':
      return 'refuses';
    case 'tls':
      if (cause === 'CERT_HAS_EXPIRED') return 'certificate-expired';
      return CERTIFICATE.test(cause) ? 'certificate-unknown' : 'tls';
    case 'connect':
      if (cause === 'ECONNREFUSED') return 'connection-refused';
      if (cause === 'ENOTFOUND' || cause === 'EAI_AGAIN' || cause === 'EDNS') return 'name-unknown';
      return cause === 'ETIMEDOUT' ? 'silent' : 'unreachable';
  }
}

/** Node's codes for a certificate that is not trusted. */
const CERTIFICATE = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_|INVALID_|ERR_TLS_CERT_)/;

/** What a person has to do about it. */
export type RelayRemedy = 'password' | 'certificate' | 'server';

export function remedyOf(trouble: RelayTrouble): RelayRemedy {
  switch (trouble) {
    case 'login':
      return 'password';
    case 'certificate-expired':
    case 'certificate-unknown':
      return 'certificate';
    case 'login-later':
    case 'tls':
    case 'connection-refused':
    case 'name-unknown':
    case 'silent':
    case 'unreachable':
    case 'refuses':
      return 'server';
  }
}
