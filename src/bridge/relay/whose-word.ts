/**
 * Whose server said no: our own, to which every mail of the account goes first, or that of whoever it is for, whose
 * word ours may hand on. What ours says is no verdict on anybody's address, and something else helps against it. Pure.
 *
 * The replies are those that providers and servers give: Gmail (`550 5.4.5 Daily user sending limit exceeded`),
 * Exchange Online (5.1.90, 5.2.252, 5.7.60, 5.7.233), Amazon SES (`454 Throttling failure`), Postfix, Exim with cPanel.
 */
import { judge } from '../../mail/report/reason.ts';
import type { ReportReason } from '../../mail/report/reason-kind.ts';

/**
 * Why our own server takes no mail. limit: as many were sent as it allows. login-needed: it wants a login, or another
 * one. full: it, or our mailbox there, has no room. sender: we may not send under this address. relaying: it passes
 * nothing on for us. too-large. content: it takes the mail for spam or worse. other: what the words do not tell.
 */
export type OwnRefusal = 'limit' | 'login-needed' | 'full' | 'sender' | 'relaying' | 'too-large' | 'content' | 'other';

/** A reply that is not yes, and where in the dialogue it was given. */
export interface RelayReply {
  /** recipient: to RCPT. All others are about the mail or the connection, before or after that. */
  readonly stage: string;
  /** 0 where there was none. */
  readonly code: number;
  readonly enhanced: string | null;
  readonly words: string;
}

export interface OwnWord {
  readonly kind: OwnRefusal;
  /** Whether the same mail may pass later, so that it is tried again by itself. */
  readonly again: boolean;
}

/**
 * What our own server said; null where it was the recipient's.
 *
 * @param alike whether people at several domains were refused with the same words
 */
export function ownWordOf(reply: RelayReply, alike: boolean): OwnWord | null {
  const text = reply.words.slice(0, 2_000).toLowerCase().replace(/\s+/g, ' ');
  const kind = reply.stage === 'recipient' ? atRecipient(reply, text, alike) : aboutMail(reply, text);
  return kind === null ? null : { kind, again: PASSES.has(kind) || isTemporary(reply.code) };
}

/** What comes to an end by itself, or by what people do, however final the code is. */
const PASSES: ReadonlySet<OwnRefusal> = new Set(['limit', 'login-needed', 'full']);

/** RFC 5321 section 4.2.1; 503 is about the order of commands. */
function isTemporary(code: number): boolean {
  return code < 500 || code === 503;
}

const LIMIT =
  /\b(?:sending|send|sender|smtp relay|submission|outbound|outgoing) (?:rate |message )?(?:limit|quota|rate)\b|\bdaily (?:user |message |mail |e-?mail |sending |recipient |smtp |relay )*(?:limit|quota)|\b(?:e-?mails|mails|messages|recipients) per (?:hour|day|minute)\b|submissionquotaexceeded|\bmessage quota exceeded|credits exceeded|reached your (?:daily |hourly )?limit|recipient rate limit|\bthrottling failure|rate limit exceeded/;
const LIMIT_STATUS = /^[45]\.(?:4\.5|1\.90|7\.23[23])$/;
const LOGIN =
  /authentication (?:is )?required|must (?:first )?(?:authenticate|log ?in|issue a starttls)|not logged in|log ?in (?:first|required)|unauthenticated senders|smtp auth(?:entication)? (?:is )?required/;
const LOGIN_CODES: ReadonlySet<number> = new Set([530, 534, 535, 538]);
const RELAYING =
  /\brelay(?:ing)? (?:access )?(?:is )?(?:denied|not (?:permitted|allowed)|prohibited)|\b(?:do not|unable to|not (?:permitted|allowed) to) relay\b/;
const SENDER =
  /\bsender address (?:was |is )?(?:rejected|refused|denied)|\bnot owned by\b|not (?:permitted|allowed|authori[sz]ed) to send (?:as|from|on behalf)|permissions? to send as|sendas ?denied|\bsender (?:is )?not (?:allowed|authori[sz]ed|permitted|verified)|bad outbound sender|\bsender verify failed|e-?mail address is not verified/;
const SENDER_STATUS = /^5\.(?:2\.252|7\.60|1\.8|1\.7)$/;
const CLIENT = /\bclient host rejected|\bhelo command rejected/;
const FULL =
  /insufficient (?:system )?(?:storage|resources|disk)|\bover quota|\bquota (?:is )?exceeded|mailbox (?:is )?full|not enough (?:disk )?space/;
const TOO_LARGE =
  /\btoo (?:large|big|long)\b|size (?:limit )?exceed|exceeds? (?:the )?(?:maximum |fixed )?(?:message |mail )?size/;
const CONTENT = /\bspam|\bvirus|malware|phish|\bcontent\b|reputation|unsolicited|blocked|black ?list|polic(?:y|ies)/;

/** RFC 3463 sections 3.2 and 3.3: the address that a mail is for, and the mailbox behind it. */
const DESTINATION_STATUS = /^[45]\.(?:1\.[1-6]|2\.[0-4])$/;
/**
 * Ours has asked theirs, and quotes it (Postfix: `reject_unverified_recipient`; Exim: callouts), or the words are about
 * somebody who gets too much mail.
 */
const HANDED_ON =
  /receiving (?:mail|messages)|trying to (?:contact|reach)|\bcallout\b|\bsaid: |in reply to (?:rcpt|mail|data)|un(?:deliverable|verified) address/;
const OF_RECIPIENT =
  /\b(?:recipient|mailbox|inbox)(?:'s)? (?:has |is )?(?:exceeded|reached|over|daily|hourly)\b|\b(?:of|for|by) (?:this |the |that )?(?:recipient|mailbox|inbox)\b/;

/** Whether words to RCPT are the recipient's server's, whatever else stands in them. */
function isAboutRecipient(enhanced: string | null, text: string): boolean {
  if (DESTINATION_STATUS.test(enhanced ?? '') || HANDED_ON.test(text)) return true;
  // A mailbox of ours can have sent too much.
  return OF_RECIPIENT.test(text) && !/\bsen[dt]/.test(text);
}

/** Servers with one way in for all put what they have against us off until RCPT (Postfix: `smtpd_delay_reject`). */
function atRecipient({ code, enhanced }: RelayReply, text: string, alike: boolean): OwnRefusal | null {
  if (isAboutRecipient(enhanced, text)) return null;
  const said = byWords(code, enhanced, text);
  if (said !== null) return said;
  if (CLIENT.test(text)) return 'other';
  if (!alike) return null;
  const { reason } = judge({ status: enhanced, words: text, at: 'recipient', formal: true });
  return OF_AN_ADDRESS.has(reason) ? null : 'other';
}

function byWords(code: number, enhanced: string | null, text: string): OwnRefusal | null {
  if (LIMIT.test(text) || LIMIT_STATUS.test(enhanced ?? '')) return 'limit';
  if (LOGIN_CODES.has(code) || LOGIN.test(text)) return 'login-needed';
  if (RELAYING.test(text)) return 'relaying';
  return SENDER.test(text) || SENDER_STATUS.test(enhanced ?? '') ? 'sender' : null;
}

/** Reasons that are about who a mail is for, also where it is the same for several. */
const OF_AN_ADDRESS: ReadonlySet<ReportReason> = new Set([
  'unknown-user',
  'unknown-host',
  'moved',
  'no-mail-host',
  'mailbox-full',
  'disabled',
]);

function aboutMail({ stage, code, enhanced }: RelayReply, text: string): OwnRefusal {
  const said = byWords(code, enhanced, text);
  if (said !== null) return said;
  if (code === 452 || FULL.test(text)) return 'full';
  // RFC 1870 section 6.1: 552 says that the mail is too large.
  if (code === 552 || enhanced === '5.3.4' || TOO_LARGE.test(text)) return 'too-large';
  if (CONTENT.test(text)) return 'content';
  return stage === 'sender' && code === 553 ? 'sender' : 'other';
}

/** Whether these replies, to people at more than one domain, are one: the same code and words but for the addresses. */
export function areAlike(
  replies: readonly { readonly domain: string; readonly code: number; readonly words: string }[],
): boolean {
  const said = new Set(replies.map(({ code, words }) => `${String(code)} ${withoutAddresses(words)}`));
  return said.size === 1 && new Set(replies.map(({ domain }) => domain)).size > 1;
}

function withoutAddresses(words: string): string {
  return words
    .slice(0, 2_000)
    .toLowerCase()
    .split(' ')
    .filter((word) => !word.includes('@'))
    .join(' ');
}

/** As what it is kept at a recipient. */
export function reasonOfOwn(kind: OwnRefusal): ReportReason {
  switch (kind) {
    case 'limit':
      return 'rate';
    case 'too-large':
      return 'too-large';
    case 'content':
      return 'spam';
    case 'login-needed':
      return 'authentication';
    case 'full':
    case 'sender':
    case 'relaying':
    case 'other':
      return 'policy';
  }
}
