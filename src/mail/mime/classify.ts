import { isForm, namedRecipients } from '../report/report-text.ts';
import { saysUndelivered } from '../report/undelivered-words.ts';
import { isAutoReplySubject, isBounceSubject } from './classify-words.ts';
import { parseParameters } from './header.ts';
import type { Address, HeaderField, MailKind, ParsedMail } from '../types.ts';

/** What the kind of a mail is decided on. */
export type ClassifyInput = Pick<ParsedMail, 'from' | 'subject' | 'text' | 'html' | 'report'> & {
  readonly headers: readonly HeaderField[];
};

/** The fields by name, the first of each; all are asked often. */
type Fields = (name: string) => string;

/**
 * What sort of mail this is, decided in this order: delivery report (RFC 3464, and what servers write that know no RFC
 * 3464), read receipt (RFC 8098), feedback report (RFC 5965), auto-reply (RFC 3834), list (RFC 2919), bulk; else a
 * message that a person wrote. Our own mail is told by its keyed header before this. When in doubt it is a message: an
 * automatic mail in a room is a nuisance, a person's mail that is treated as one is lost.
 */
export function classify(mail: ClassifyInput): MailKind {
  const field: Fields = (name) => mail.headers.find((each) => each.name === name)?.value ?? '';
  const has = (type: string): boolean => mail.report.some((part) => part.type === type);
  const content = parseParameters(field('content-type'));
  const reportType =
    content.value === 'multipart/report' ? (content.params.get('report-type') ?? '').toLowerCase() : '';
  if (has('message/feedback-report') || reportType === 'feedback-report' || isComplaint(mail)) return 'arf';
  if (has('message/disposition-notification') || reportType === 'disposition-notification') return 'mdn';
  if (has('message/delivery-status') || reportType === 'delivery-status' || isBounce(mail, field)) return 'dsn';
  if (isAutoReply(mail, field)) return 'auto-reply';
  if (field('list-id') !== '' || field('list-post') !== '' || field('mailing-list') !== '') return 'list';
  if (
    /^\s*(?:bulk|junk|list)\b/i.test(field('precedence')) ||
    field('list-unsubscribe') !== '' ||
    field('feedback-id') !== ''
  )
    return field('precedence').trim().toLowerCase() === 'list' ? 'list' : 'bulk';
  return 'message';
}

/** Local parts under which mail systems speak. */
const daemons =
  /^(?:mailer[-_.]?daemon|mail[-_.]?daemon|mail[-_.]?delivery(?:[-_.](?:sub)?system)?|post[-_]?master|postmast|mdaemon|double-bounce|bounces?|sysadmin|listserv|lmtpd|mail[-_.]?system)$/i;
/** Local parts under which gateways and filters speak, and now and then people. */
const gateways = new RegExp(
  '^(?:(?:smtp|mail|e-?mail|mime|x-?400|internet|messag(?:e|ing))[-_.]?' +
    '(?:gate(?:way)?|gw|agent|server|daemon|router|transfer|admin|error|system|deliver(?:y|er)?|bounce)|' +
    'gw|gwia|gateway|mailer|mta|mmdf|pmdf|uucp|ndr|dsn|nondelivery|imail|smtpd?|x-?400|postoffice|' +
    'mail-?sweeper|webshield|viruswall|surfcontrol|mimesweeper)$',
  'i',
);
const daemonNames =
  /^(?:mail delivery (?:sub)?system|mail deliver system|mailer[ -]daemon|mail daemon|postmaster|system administrator|mail administrator|microsoft outlook|internet mail delivery|mail delivery service|e?-?mail (?:system|delivery).*|.*mail interconnect)$/i;
/**
 * The addresses under which list managers (Mailman, Majordomo, fml, Sympa) refuse what was posted, and what they say
 * then.
 */
const listManagers = /(?:-(?:admin|owner|request|bounces|ctl)|^(?:owner-.*|majordomo|mailman|sympa|listserv))$/i;
const listRefusals =
  /\b(?:not (?:a )?member|non-members? (?:are|is) not|duplicated? message-id|not allowed to (?:post|send)|posting .{0,80}(?:rejected|denied))/i;

/** A report that somebody redirected without a word of their own: the report is all that it says. */
function isForwardedBounce(subject: string, start: string): boolean {
  if (!/^(?:fwd?|wg|tr|rv|i)\s*:/i.test(subject) || !isBounceSubject(subject)) return false;
  const from = /^[>\s]*from:.*(?:mailer-daemon|postmaster|mail delivery (?:sub)?system)/im.exec(start);
  return (
    from !== null &&
    start
      .slice(0, from.index)
      .replace(/^.*(?:forwarded message|weitergeleitete nachricht|message transféré).*$/gim, '')
      .trim().length <= 40
  );
}

/** Whose addresses say nothing of a delivery. */
function peopleOf({ from }: ClassifyInput): Address[] {
  return from.map(({ address }) => address);
}

/** What answers and forwards begin with. */
const answered = /^\s*(?:re|aw|antw|sv|fwd?|wg|tr|rv|r|i|res|rif|odp|ha|vs)\s*(?:\[\d+\])?\s*[:：]/iu;

/** A bounce by its looks: from a mail system (or from nobody), and in words that speak of a delivery that failed. */
function isBounce(mail: ClassifyInput, field: Fields): boolean {
  if (field('x-failed-recipients') !== '') return true;
  const sender = mail.from[0];
  const local = sender?.address.split('@', 1)[0] ?? '';
  const written = field('from');
  const daemon =
    daemons.test(local) ||
    daemonNames.test(sender?.name ?? '') ||
    /^\s*(?:"?(?:mailer-daemon|mail delivery (?:sub)?system)"?\s*)?<?(?:mailer-daemon)?>?\s*$/i.test(written) ||
    /mailer-daemon/i.test(written);
  const nobody = /^\s*(?:<>|<?mailer-daemon(?:@\S*)?>?)\s*$/i.test(field('return-path'));
  const start = (mail.text ?? mail.html ?? '').slice(0, 4000);
  if (listManagers.test(local) && listRefusals.test(start.slice(0, 1000))) return true;
  if (isForwardedBounce(mail.subject, start)) return true;
  const subject = isBounceSubject(mail.subject);
  const words = saysUndelivered(start);
  if (daemon && (subject || words)) return true;
  // A gateway that calls itself otherwise writes a form, or is called as gateways are.
  if (subject && !answered.test(mail.subject) && (isForm(start) || (words && gateways.test(local)))) return true;
  if (nobody && !isAutoReplySubject(mail.subject) && (subject || (words && mail.report.length > 0))) return true;
  // A forwarded or gatewayed report: its subject alone proves nothing, but a report's words behind it do, where they
  // are about a recipient: a parcel that could not be delivered has none.
  return (
    subject &&
    (mail.report.length > 0 || (words && namedRecipients(start, peopleOf(mail)).length > 0)) &&
    (field('auto-submitted') !== '' || /^\s*(?:no-?reply|post_?master)/i.test(local) || mail.report.length > 0)
  );
}

/** Complaints of before RFC 5965 (Hotmail's JMRP): a whole mail returned under such a subject. */
function isComplaint(mail: ClassifyInput): boolean {
  return (
    /^complaint about message from \S+$/i.test(mail.subject.trim()) &&
    mail.report.some((part) => part.type === 'message/rfc822')
  );
}

function isAutoReply(mail: ClassifyInput, field: Fields): boolean {
  const submitted = field('auto-submitted')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .trim();
  // RFC 3834 section 5: everything but `no` was sent by a machine. Generated mail (a ticket system's, a calendar's)
  // answers nobody.
  if (submitted.startsWith('auto-replied') || submitted.startsWith('auto-notified')) return true;
  if (submitted !== '' && submitted !== 'no') return true;
  if (
    [
      'x-autoreply',
      'x-autorespond',
      'x-auto-reply-from',
      'x-mail-autoreply',
      'x-autogenerated',
      'x-vacation',
      'x-ms-exchange-generated-message-source',
    ].some((name) => isYes(field(name)))
  )
    return true;
  if (/^\s*auto[_-]?reply/i.test(field('precedence')) || /^\s*(?:reply|auto)/i.test(field('x-precedence'))) return true;
  if (field('x-ms-exchange-inbox-rules-loop') !== '' || /vacation/i.test(field('x-apple-action'))) return true;
  if (
    /vacation|autorespond|auto-?reply/i.test(field('x-mailer')) ||
    /auto-?respon|vacation/i.test(field('delivered-to').slice(0, 100))
  )
    return true;
  return isAutoReplySubject(mail.subject);
}

function isYes(value: string): boolean {
  return value !== '' && !/^\s*(?:no|false|0)\b/i.test(value);
}
