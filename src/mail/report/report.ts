import { parseAddress } from '../address.ts';
import { decodeWords } from '../charset/charset.ts';
import { ownValue } from '../header/fields.ts';
import { OWN_HEADER } from '../header/own-fields.ts';
import { messageId } from '../message-id.ts';
import { saysDelayed } from './delay-words.ts';
import { judge } from './reason.ts';
import type { ReportReason } from './reason-kind.ts';
import { addressesIn, codesIn, headerFields, namedRecipients, refusedAt, separateReturned } from './report-text.ts';
import type { Address, HeaderField, MessageId, ParsedMail } from '../types.ts';

/** What happened for one recipient (RFC 3464 section 2.3). */
export interface ReportedRecipient {
  /** Null where the report names nobody that could be written to. */
  readonly address: Address | null;
  /** Whom the sender wrote to, where that is another (Original-Recipient). */
  readonly original: Address | null;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** RFC 3463, such as 5.1.1; null where there is none. */
  readonly status: string | null;
  /** SMTP reply code, or null. */
  readonly reply: number | null;
  /** Null where nothing went wrong. */
  readonly reason: ReportReason | null;
  /** Nothing more will come of this attempt; false while it is only delayed. */
  readonly final: boolean;
  /** The address itself is bad for good. */
  readonly hard: boolean;
  /** The server's words on one line, at most 500 characters. */
  readonly diagnostic: string;
}

/** The mail that a report is about, as far as the report tells. */
export interface ReportedMail {
  readonly messageId: MessageId | null;
  /** ENVID of the submission (RFC 3461 section 4.4), or null. */
  readonly envelopeId: string | null;
  /** '' where it is not told. */
  readonly subject: string;
  /** The field by which a mail of ours is known (`MailHeader.own`); null where the report does not return it. */
  readonly own: string | null;
}

/**
 * What a report is known by: fields that machines write for machines (a part of RFC 3464 or RFC 8098, Exim's
 * X-Failed-Recipients), or its words alone, which whoever writes a letter, or has a program answer one, may choose.
 */
type ReportedBy = 'fields' | 'words';

export type Report =
  | {
      readonly kind: 'dsn';
      readonly by: ReportedBy;
      readonly about: ReportedMail;
      readonly recipients: readonly ReportedRecipient[];
    }
  /**
   * RFC 8098: `disposition` is displayed, deleted, denied, failed, processed or dispatched; `automatic` says that no
   * person did it.
   */
  | {
      readonly kind: 'mdn';
      readonly by: ReportedBy;
      readonly about: ReportedMail;
      readonly recipient: Address | null;
      readonly disposition: string;
      readonly automatic: boolean;
    }
  /** RFC 5965: `feedback` is the type: abuse, fraud, virus, auth-failure, not-spam, other. */
  | {
      readonly kind: 'arf';
      readonly by: ReportedBy;
      readonly about: ReportedMail;
      readonly recipients: readonly Address[];
      readonly feedback: string;
    };

/**
 * Reads a report of kind dsn, mdn or arf; null for every other mail. Total: what the report does not tell is null or
 * empty.
 */
export function readReport(mail: ParsedMail): Report | null {
  switch (mail.kind) {
    case 'dsn':
      return readDsn(mail);
    case 'mdn':
      return readMdn(mail);
    case 'arf':
      return readArf(mail);
    case 'message':
    case 'auto-reply':
    case 'list':
    case 'bulk':
      return null;
  }
}

function readDsn(mail: ParsedMail): Report {
  const { report, returned } = separateReturned(textOf(mail));
  const parts = mail.report.filter((part) => part.type === 'message/delivery-status').map((part) => part.text);
  // Some senders write the fields of RFC 3464 into their text.
  const flat = parts.length > 0 ? parts : /^\s*final-recipient\s*:/im.test(report) ? [report] : [];
  const groups = flat.flatMap(statusGroups);
  const headers = returnedHeader(mail, returned);
  const fields = groups.flat();
  const value = (name: string): string | null => fields.find((field) => field.name === name)?.value ?? null;
  const envelopeId = value('original-envelope-id');
  // Local pipes and files stand where an address should (Exim, sendmail): the words around name whom they were for.
  const fallback = [
    ...mail.failedRecipients,
    ...namedRecipients(
      report,
      [...mail.from, ...mail.to].map((person) => person.address),
    ).map((each) => each.address),
    ...addressesIn(headers, 'to').slice(0, 1),
  ];
  const recipients = groups.flatMap((group) => fromGroup(group, report, fallback, groups.length <= 2));
  const inFields = (parts.length > 0 && recipients.length > 0) || mail.failedRecipients.length > 0;
  return {
    kind: 'dsn',
    by: inFields ? 'fields' : 'words',
    about: about(headers, report, envelopeId, value('x-original-message-id') ?? value('original-message-id')),
    recipients: recipients.length > 0 ? lastOfEach(recipients) : fromWords(mail, report, headers),
  };
}

/**
 * The groups of fields of a delivery-status: the first is about the mail, each further one about one recipient (RFC
 * 3464 section 2.1).
 */
function statusGroups(text: string): HeaderField[][] {
  return text
    .split(/\n[ \t]*\n+/)
    .map(headerFields)
    .filter((fields) => fields.length > 0);
}

const actions: ReadonlyMap<string, ReportedRecipient['action']> = new Map([
  ['failed', 'failed'],
  ['failure', 'failed'],
  ['deliverable', 'delivered'],
  ['delayed', 'delayed'],
  ['delivered', 'delivered'],
  ['relayed', 'relayed'],
  ['expanded', 'expanded'],
]);

function fromGroup(
  group: readonly HeaderField[],
  report: string,
  fallback: readonly Address[],
  alone: boolean,
): ReportedRecipient[] {
  const value = (name: string): string => group.find((field) => field.name === name)?.value ?? '';
  const named = [value('final-recipient'), value('original-recipient'), value('x-actual-recipient')];
  if (named.every((name) => name === '') || (value('action') === '' && value('status') === '')) return [];
  const [last = null, original = null, actual = null] = named.map(typedAddress);
  const diagnostic = typed(value('diagnostic-code'));
  // RFC 3464 section 2.3.6: what a local program wrote (x-unix) is about itself, not about an address.
  const local = /^\s*x-unix\s*;/i.test(value('diagnostic-code'));
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(value('status'))?.[0] ?? null;
  const action =
    actions.get(/[a-z]+/.exec(value('action').toLowerCase())?.[0] ?? '') ??
    (status?.startsWith('2') === true ? 'delivered' : status?.startsWith('4') === true ? 'delayed' : 'failed');
  const address = last ?? actual ?? original ?? fallback[0] ?? null;
  // The text around often repeats what was refused, and at which step; it is asked where the diagnosis is silent.
  const own =
    address === null ? '' : (namedRecipients(report, []).find((each) => each.address === address)?.words ?? '');
  const around = alone || own === '' ? report : own;
  const read = recipient({
    address,
    original: original === address ? null : original,
    action,
    status,
    diagnostic: diagnostic || own,
    around,
    formal: true,
  });
  return [local && read.hard ? { ...read, reason: 'other', hard: false } : read];
}

/** One for each address; what was said last counts. */
function lastOfEach(recipients: readonly ReportedRecipient[]): ReportedRecipient[] {
  return recipients.filter(
    (each, i) => each.address === null || !recipients.slice(i + 1).some((later) => later.address === each.address),
  );
}

/** RFC 3464 section 2.1.2: `type; text`. */
function typed(value: string): string {
  return value.replace(/^\s*[\w-]{1,40}\s*;\s*/, '').trim();
}

function typedAddress(value: string): Address | null {
  const text = typed(value)
    .replace(/\(.*\)/, '')
    .trim();
  return parseAddress(text) ?? parseAddress(/[^\s<>;]+@[^\s<>;]+/.exec(text)?.[0] ?? '');
}

function recipient(facts: {
  address: Address | null;
  original: Address | null;
  action: ReportedRecipient['action'];
  status: string | null;
  diagnostic: string;
  around: string;
  formal: boolean;
}): ReportedRecipient {
  const { address, original, action, status: written, around } = facts;
  const said = codesIn(facts.diagnostic);
  // A server that only knows that something failed writes x.0.0; what the other one said tells more.
  const status =
    written === null || (written.endsWith('.0.0') && said.status !== null)
      ? (said.status ?? written ?? codesIn(around).status)
      : written;
  const words = facts.diagnostic === '' ? around : facts.diagnostic;
  const verdict = judge({ status, words, at: refusedAt(facts.diagnostic) ?? refusedAt(around), formal: facts.formal });
  const failed = action === 'failed';
  return {
    address,
    original,
    action,
    status,
    reply: said.reply ?? codesIn(around).reply,
    reason: failed || action === 'delayed' ? verdict.reason : null,
    final: action !== 'delayed',
    hard: failed && verdict.hard,
    diagnostic: words.replace(/\s+/g, ' ').trim().slice(0, 500),
  };
}

/** Servers that do not write RFC 3464: their own field, then their words, then whom the returned mail was to. */
function fromWords(mail: ParsedMail, report: string, headers: readonly HeaderField[]): ReportedRecipient[] {
  const failed = mail.failedRecipients;
  const others = [...mail.from, ...mail.to, ...mail.cc].map((person) => person.address);
  const named = namedRecipients(report, others);
  const isDelay = saysDelayed(mail.subject, report);
  const make = (address: Address | null, words: string): ReportedRecipient =>
    recipient({
      address,
      original: null,
      action: isDelay ? 'delayed' : 'failed',
      status: codesIn(words).status,
      diagnostic: words,
      around: report,
      formal: false,
    });
  if (failed.length > 0)
    return failed.map((address) => make(address, named.find((each) => each.address === address)?.words ?? report));
  const [only] = named;
  if (only !== undefined && named.length === 1)
    return [make(only.address, codesIn(only.words).reply === null ? report : only.words)];
  if (named.length > 0) return named.map((each) => make(each.address, each.words));
  const to = addressesIn(headers, 'to', 'cc');
  return to.length === 0 ? [make(null, report)] : to.slice(0, 1).map((address) => make(address, report));
}

function readMdn(mail: ParsedMail): Report {
  const fields = mail.report
    .filter((part) => part.type === 'message/disposition-notification')
    .flatMap((part) => headerFields(part.text));
  const value = (name: string): string => fields.find((field) => field.name === name)?.value ?? '';
  const [mode = '', type = ''] = value('disposition').toLowerCase().split(';');
  return {
    kind: 'mdn',
    by: value('disposition') === '' ? 'words' : 'fields',
    about: about(returnedHeader(mail, []), '', null, value('original-message-id')),
    recipient:
      typedAddress(value('final-recipient')) ??
      typedAddress(value('original-recipient')) ??
      mail.from[0]?.address ??
      null,
    disposition: /[a-z]+/.exec(type)?.[0] ?? 'displayed',
    automatic: mode.includes('automatic-action'),
  };
}

function readArf(mail: ParsedMail): Report {
  const fields = mail.report
    .filter((part) => part.type === 'message/feedback-report')
    .flatMap((part) => headerFields(part.text));
  const headers = returnedHeader(mail, separateReturned(textOf(mail)).returned);
  const to = fields
    .filter((field) => field.name === 'original-rcpt-to' || field.name === 'removal-recipient')
    .flatMap((field) => typedAddress(field.value) ?? []);
  return {
    kind: 'arf',
    by: fields.length > 0 ? 'fields' : 'words',
    about: about(headers, '', null, null),
    recipients: to.length > 0 ? [...new Set(to)] : addressesIn(headers, 'to'),
    feedback:
      fields
        .find((field) => field.name === 'feedback-type')
        ?.value.toLowerCase()
        .trim() ?? 'abuse',
  };
}

/** The header of the mail that came back: its own part, else what stands in the text. */
function returnedHeader(mail: ParsedMail, inText: readonly HeaderField[]): readonly HeaderField[] {
  const part = mail.report.find((each) => each.type === 'message/rfc822' || each.type === 'text/rfc822-headers');
  return part === undefined ? inText : headerFields(part.text);
}

function about(
  headers: readonly HeaderField[],
  report: string,
  envelopeId: string | null,
  written: string | null,
): ReportedMail {
  const value = (name: string): string => headers.find((field) => field.name === name)?.value ?? '';
  const inWords = /message-id\s*:\s*(<[^<>\s]+>)/i.exec(report)?.[1] ?? '';
  return {
    messageId: messageId(value('message-id')) ?? messageId(written ?? '') ?? messageId(inWords),
    envelopeId,
    subject: decodeWords(value('subject')),
    own: ownValue(headers, OWN_HEADER),
  };
}

/** The words of the report: its plain text, else its HTML without tags. */
function textOf(mail: ParsedMail): string {
  if (mail.text !== null) return mail.text;
  return (mail.html ?? '')
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<(?:br|p|div|tr|li|h\d|\/td)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&#0?39;/g, "'")
    .replace(/&amp;/g, '&');
}
