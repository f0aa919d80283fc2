/**
 * What became of one attempt to send. Three outcomes and no fourth: the server answered for each recipient, the mail has
 * certainly not been sent, or it may have been sent. Failures are told apart by their code, never by their text.
 */
import { errorCode, errorText } from '../errors.ts';
import type { Address } from '../mail/types.ts';

/** The server's word on one recipient. RFC 5321 section 4.2.1: 4yz is deferred, 5yz refused. */
export interface RecipientResult {
  readonly address: Address;
  readonly outcome: 'accepted' | 'deferred' | 'refused';
  readonly code: number;
  /** RFC 3463, such as `5.1.1`; null where the server gave none. */
  readonly enhanced: string | null;
  /** The server's words, without codes; one line. */
  readonly text: string;
}

/**
 * Why a mail was certainly not sent. `login`, `tls`, `connect` and `closed` are the account's trouble, `sender-refused`,
 * `too-large`, `utf8-missing` and `address-impossible` the mail's, `source` our own (the bytes could not be read).
 */
export type NotSentReason =
  | 'connect'
  | 'closed'
  | 'tls'
  | 'login'
  | 'sender-refused'
  | 'too-large'
  | 'utf8-missing'
  | 'address-impossible'
  | 'source';

export interface Answered {
  readonly outcome: 'answered';
  /** One for each address of the envelope, in its order. */
  readonly recipients: readonly RecipientResult[];
  /** The Message-ID that the server gave the mail instead of ours (Exchange Online, Amazon SES); null where it kept ours. */
  readonly serverMessageId: string | null;
}

export interface NotSent {
  readonly outcome: 'not-sent';
  /** Whether the same mail may pass later. */
  readonly temporary: boolean;
  readonly reason: NotSentReason;
  readonly code: number | null;
  readonly enhanced: string | null;
  readonly text: string;
}

/** The connection was lost between the end of the data and the reply to it. */
export interface Unknown {
  readonly outcome: 'unknown';
  readonly reason: 'closed' | 'timeout';
  readonly text: string;
}

export type SmtpResult = Answered | NotSent | Unknown;

/** A reply of the server: code, enhanced code and words of all its lines. */
export interface Reply {
  readonly code: number;
  readonly enhanced: string | null;
  readonly text: string;
}

/** Reads `550-5.1.1 No such` / `550 5.1.1 user`; code 0 where it is no reply. */
export function readReply(response: string): Reply {
  const code = Number(/^\d{3}/.exec(response)?.[0] ?? 0);
  let enhanced: string | null = null;
  const words = response.split(/\r?\n/).map((line) => {
    const match = /^(?:\d{3}[ -]?)?(?:([245]\.\d{1,3}\.\d{1,3})(?: |$))?(.*)$/.exec(line);
    enhanced ??= match?.[1] ?? null;
    return match?.[2]?.trim() ?? '';
  });
  return {
    code,
    enhanced,
    text: words
      .filter((word) => word !== '')
      .join(' ')
      .slice(0, 1000),
  };
}

/** One recipient's result from a reply to RCPT or DATA. A code that is neither 2yz nor 5yz can pass later. */
export function recipientResult(address: Address, reply: Reply): RecipientResult {
  const outcome = isGood(reply.code) ? 'accepted' : isFinal(reply.code) ? 'refused' : 'deferred';
  return { address, outcome, ...reply };
}

export function isGood(code: number): boolean {
  return code >= 200 && code < 300;
}

/** RFC 5321 section 4.2.1; 503 is about the order of commands, not about the mail. */
function isFinal(code: number): boolean {
  return code >= 500 && code < 600 && code !== 503;
}

/** A failure before anything was answered for a recipient, as a result. */
export function notSent(reason: NotSentReason, temporary: boolean, text: string, reply?: Reply): NotSent {
  return {
    outcome: 'not-sent',
    temporary,
    reason,
    code: reply === undefined || reply.code === 0 ? null : reply.code,
    enhanced: reply?.enhanced ?? null,
    text: reply === undefined || reply.text === '' ? text : reply.text,
  };
}

/** The fields that the SMTP library puts on its errors. */
interface Failure {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
}

/** A failure of connecting, of the login or of the envelope's sender, as a result. */
export function failureResult(error: Error & Failure): NotSent {
  const reply = readReply(error.response ?? '');
  const text = errorText(error);
  switch (errorCode(error)) {
    case 'EAUTH':
    case 'ENOAUTH':
    case 'EOAUTH2':
      return notSent('login', true, text, reply);
    case 'ETLS':
      return notSent('tls', true, text, reply);
    case 'ESTREAM':
      return notSent('source', true, text);
    case 'EMESSAGE':
      // The library's own check of SIZE (RFC 1870 section 6.1), made before MAIL.
      return notSent('too-large', false, text, reply);
    case 'EENVELOPE':
      return envelopeFailure(error, reply, text);
    case 'ESOCKET':
      return notSent(isCertificateCode(error.originalCode ?? '') ? 'tls' : 'connect', true, text, reply);
    case 'EDNS':
      return notSent('connect', true, text, reply);
    default:
      return notSent(error.command === 'CONN' && reply.code === 0 ? 'connect' : 'closed', true, text, reply);
  }
}

function envelopeFailure(error: Failure, reply: Reply, text: string): NotSent {
  if (error.command === 'API') return notSent('address-impossible', false, text);
  // RFC 1870 section 6.1: 552 to MAIL says that the declared size is too much, for good.
  if (reply.code === 552 || reply.enhanced === '5.3.4') return notSent('too-large', false, text, reply);
  return notSent('sender-refused', !isFinal(reply.code), text, reply);
}

/** Node's codes for a certificate or handshake that cannot be trusted. */
function isCertificateCode(code: string): boolean {
  return /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_|EPROTO$)/.test(code);
}
