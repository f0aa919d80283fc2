/**
 * What became of one attempt to send. Three outcomes and no fourth: the server answered for each recipient, the mail
 * has certainly not been sent, or it may have been sent. Failures are told apart by their code, never by their text.
 */
import { errorCode, errorText } from '../base/errors.ts';
import type { Address } from '../mail/types.ts';

/**
 * Where in the dialogue something was said or failed. connect, greeting, tls and login: before any mail. sender,
 * recipient, data: the reply to MAIL, RCPT, DATA. content: the reply to the end of the data. session: between replies.
 * local: nothing was said.
 */
type SmtpStage =
  'connect' | 'greeting' | 'tls' | 'login' | 'sender' | 'recipient' | 'data' | 'content' | 'session' | 'local';

/** The server's word on one recipient. RFC 5321 section 4.2.1: 4yz is deferred, 5yz refused. */
export interface RecipientResult {
  readonly address: Address;
  /** That of the reply; where each recipient has a transaction of their own, that at which it ended for them. */
  readonly stage: SmtpStage;
  readonly outcome: 'accepted' | 'deferred' | 'refused';
  readonly code: number;
  /** RFC 3463, such as `5.1.1`; null where the server gave none. */
  readonly enhanced: string | null;
  /** The server's words, without codes; one line. */
  readonly text: string;
}

/**
 * Why a mail was certainly not sent. `login`, `tls`, `connect` and `closed` are the account's trouble,
 * `sender-refused`, `too-large`, `utf8-missing` and `address-impossible` the mail's, `source` our own (the bytes could
 * not be read).
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

interface RelayAnswered {
  readonly outcome: 'answered';
  /** One for each address of the envelope, in its order. */
  readonly recipients: readonly RecipientResult[];
  /**
   * The Message-ID that the server gave the mail instead of ours (Exchange Online, Amazon SES); null where it kept
   * ours.
   */
  readonly serverMessageId: string | null;
}

export interface NotSent {
  readonly outcome: 'not-sent';
  /** Whether the same mail may pass later. */
  readonly temporary: boolean;
  readonly reason: NotSentReason;
  readonly stage: SmtpStage;
  /** The code of the system's or of TLS' error, '' for none. */
  readonly cause: string;
  readonly code: number | null;
  readonly enhanced: string | null;
  readonly text: string;
}

/** The connection was lost between the end of the data and the reply to it. */
interface Unknown {
  readonly outcome: 'unknown';
  readonly reason: 'closed' | 'timeout';
  readonly text: string;
}

export type SmtpResult = RelayAnswered | NotSent | Unknown;

/** A reply of the server: code, enhanced code and words of all its lines. */
export interface Reply {
  readonly code: number;
  readonly enhanced: string | null;
  readonly text: string;
}

/**
 * Reads `550-5.1.1 No such` / `550 5.1.1 user`; code 0 where it is no reply. The words are a stranger's, and are kept:
 * U+0000, which text of Postgres cannot hold, is a blank.
 */
export function readReply(response: string): Reply {
  const code = Number(/^\d{3}/.exec(response)?.[0] ?? 0);
  let enhanced: string | null = null;
  const words = response
    .replaceAll('\0', ' ')
    .split(/\r?\n/)
    .map((line) => {
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
export function recipientResult(
  address: Address,
  reply: Reply,
  stage: RecipientResult['stage'] = 'recipient',
): RecipientResult {
  const outcome = isGood(reply.code) ? 'accepted' : isFinal(reply.code) ? 'refused' : 'deferred';
  return { address, stage, outcome, ...reply };
}

export function isGood(code: number): boolean {
  return code >= 200 && code < 300;
}

/** RFC 5321 section 4.2.1; 503 is about the order of commands, not about the mail. */
function isFinal(code: number): boolean {
  return code >= 500 && code < 600 && code !== 503;
}

/** A failure before anything was answered for a recipient, as a result. */
export function notSent(
  reason: NotSentReason,
  temporary: boolean,
  text: string,
  reply?: Reply,
  { stage = STAGES[reason], cause = '' }: { readonly stage?: NotSent['stage']; readonly cause?: string } = {},
): NotSent {
  return {
    outcome: 'not-sent',
    temporary,
    reason,
    stage,
    cause,
    code: reply === undefined || reply.code === 0 ? null : reply.code,
    enhanced: reply?.enhanced ?? null,
    text: reply === undefined || reply.text === '' ? text : reply.text,
  };
}

const STAGES: Readonly<Record<NotSentReason, NotSent['stage']>> = {
  connect: 'connect',
  closed: 'session',
  tls: 'tls',
  login: 'login',
  'sender-refused': 'sender',
  'too-large': 'local',
  'utf8-missing': 'local',
  'address-impossible': 'local',
  source: 'local',
};

/** The fields that the SMTP library puts on its errors. */
interface Failure {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
}

/** A connection that could not be made ready for a mail, as a result: the account's trouble, whatever it is called. */
export function openingResult(error: Error & Failure): NotSent {
  const reply = readReply(error.response ?? '');
  const cause = error.originalCode ?? errorCode(error);
  const result = failureResult(error);
  switch (result.reason) {
    case 'login':
    case 'tls':
      return { ...result, stage: result.reason, cause };
    case 'connect':
    case 'closed':
      return reply.code > 0
        ? notSent('connect', true, errorText(error), reply, { stage: 'greeting' })
        : { ...result, reason: 'connect', stage: 'connect', cause };
    case 'sender-refused':
    case 'too-large':
    case 'utf8-missing':
    case 'address-impossible':
    case 'source':
      return { ...result, stage: 'connect', cause };
  }
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
  if (reply.code === 552 || reply.enhanced === '5.3.4')
    return notSent('too-large', false, text, reply, { stage: 'sender' });
  return notSent('sender-refused', !isFinal(reply.code), text, reply);
}

/** Node's codes for a certificate or handshake that cannot be trusted. */
function isCertificateCode(code: string): boolean {
  return /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_|EPROTO$)/.test(code);
}
