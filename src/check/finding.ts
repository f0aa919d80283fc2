import { errorCode } from '../base/errors.ts';

/** One line of `mailroom check`. */
export interface CheckFinding {
  /** skip: could not be tried, and that is no fault. */
  readonly state: 'ok' | 'warn' | 'skip' | 'fail';
  /** What was tried, such as `database` or `support imap`. */
  readonly what: string;
  /** How it stands, or what to do. May have further lines. */
  readonly text: string;
}

const UNKNOWN_CA: readonly string[] = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/**
 * What to do about an error of connecting, by its code; `where` is host:port, `at` the path of its block in the config.
 */
export function connectionAdvice(code: string, where: string, at: string): string {
  if (UNKNOWN_CA.includes(code)) {
    return `the certificate of ${where} is from no authority that is known here: give it as ${at}.ca_file (${code})`;
  }
  switch (code) {
    case 'ECONNREFUSED':
      return `nothing listens on ${where}: is it running, are ${at}'s host and port right?`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name of ${where} is not known here (${code})`;
    case 'ETIMEDOUT':
    case 'CONNECT_TIMEOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${where} cannot be reached from here (${code}): firewall, port?`;
    case 'CERT_HAS_EXPIRED':
      return `the certificate of ${where} has expired`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `the certificate of ${where} is for another name: give the name that it is for as ${at}'s host`;
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'EPROTO':
      return `${where} does not speak TLS from the first byte: is ${at}.security or its port wrong?`;
    default:
      return `${where} failed (${code === '' ? 'no answer' : code})`;
  }
}

/** The code of an error or of the first of its causes that has one of a system or of TLS. */
export function deepCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    const code = errorCode(at);
    if (/^[A-Z][A-Z0-9_]+$/.test(code)) return code;
  }
  return '';
}

/** Whether a host is this machine by its name or address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
