/**
 * What the bot says of how far mails came: the statuses in `!mail status`, paused addresses, reports on our own mails.
 * Pure.
 */
import { escapeHtml } from '../../mail/html/write.ts';
import type { Address } from '../../mail/types.ts';
import { leftOutSince, pausedSince } from '../../words/delivery.ts';
import type { Standing } from '../../words/delivery.ts';
import { isVariant, words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { shortDay, shortTime } from '../../words/zones.ts';
import type { Reader } from '../../words/zones.ts';
import { renderLines } from '../notice/rendered.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import type { ReportedStatus, DeliveryStatus } from './status.ts';
import type { EventId, JsonObject, PartSend, UserId } from '../types.ts';

/** How many recipients of one mail are named. */
const NAMED = 20;
/** Characters of a server's words. */
const SAID = 200;

/** A mail of ours with its recipients. */
export interface DeliveryMail {
  readonly at: Date;
  readonly author: string;
  /**
   * For mails whose recipients have no standing of their own yet, or whose outcome as a whole is unknown; null else.
   */
  readonly whole: Extract<Standing, 'held' | 'waiting' | 'unknown'> | null;
  readonly recipients: readonly {
    readonly address: Address;
    readonly delivery: DeliveryStatus;
    readonly action: string | null;
    readonly reason: string | null;
    readonly status: string | null;
    readonly words: string;
    readonly claimed: ReportedStatus | null;
  }[];
}

/** The delivery status of each mail, a line a recipient. */
export function deliveryLines(mails: readonly DeliveryMail[], { language, zone }: Reader): string[] {
  const say = words(language);
  return mails.flatMap((mail) => {
    const shown = mail.recipients.slice(0, NAMED);
    const more = mail.recipients.length - shown.length;
    return [
      say('delivery-mail-of', { time: shortTime(mail.at, zone), author: mail.author }),
      ...shown.map((one) => `– ${one.address}: ${standingWords(mail, one, language)}`),
      ...(more > 0 ? [say('calendar-and-more', { count: more })] : []),
    ];
  });
}

function standingWords(mail: DeliveryMail, one: DeliveryMail['recipients'][number], language: Language): string {
  const say = words(language);
  const owed = one.delivery === 'waiting' || one.delivery === 'deferred';
  const standing = owed && mail.whole !== null ? mail.whole : standingOf(one.delivery, one.action);
  const bad =
    one.delivery === 'bounced' ||
    one.delivery === 'refused' ||
    one.delivery === 'delayed' ||
    one.delivery === 'deferred';
  const detail = bad
    ? [reasonWords(one.reason, language), one.words === '' ? '' : say('report-server-says', { words: said(one.words) })]
    : [];
  const claimed =
    one.claimed === null ? [] : [`(${say('delivery-claimed', { standing: say(`delivery-standing-${one.claimed}`) })})`];
  return [[say(`delivery-standing-${standing}`), ...detail].filter((part) => part !== '').join('. '), ...claimed].join(
    ' ',
  );
}

function standingOf(delivery: DeliveryStatus, action: string | null): Standing {
  return delivery === 'delivered' && (action === 'relayed' || action === 'expanded') ? action : delivery;
}

function said(text: string): string {
  return text.length <= SAID ? text : `${text.slice(0, SAID).trimEnd().toWellFormed()}…`;
}

function reasonWords(reason: string | null, language: Language): string {
  const say = words(language);
  return reason !== null && isVariant('report-reason-', reason)
    ? say(`report-reason-${reason}`).replace(/\.$/, '')
    : '';
}

/** An address that nothing is sent to. */
interface PausedSince {
  readonly address: Address;
  /** A `ReportReason`. */
  readonly reason: string;
  readonly since: Date;
}

/** To the author of a mail that nobody gets: all its recipients are paused. */
export function renderPaused(paused: readonly PausedSince[], reader: Reader): NoticeContent {
  return pausedLines(paused, pausedSince, 'delivery-nobody-left', reader);
}

/** To the author of the first mail of a conversation that leaves these out; others get it. */
export function renderLeftOut(paused: readonly PausedSince[], reader: Reader): NoticeContent {
  return pausedLines(paused, leftOutSince, 'delivery-others-get-it', reader);
}

function pausedLines(
  paused: readonly PausedSince[],
  sentence: typeof pausedSince,
  end: 'delivery-nobody-left' | 'delivery-others-get-it',
  { language, zone }: Reader,
): NoticeContent {
  const say = words(language);
  const lines = paused.slice(0, NAMED).map(({ address, reason, since }) => {
    const why = reasonWords(reason, language);
    return sentence(say, address, shortDay(since, zone), why === '' ? '' : `${why}.`);
  });
  const more = paused.length - lines.length;
  return renderLines([...lines, ...(more > 0 ? [say('calendar-and-more', { count: more })] : []), say(end)]);
}

/** What a report on a mail of ours did, under the report itself. */
export interface ReportEffects {
  /** Where the mail's last message stands, and who wrote it. */
  readonly event: EventId;
  readonly author: UserId;
  /** Addresses that were paused by it. */
  readonly paused: readonly Address[];
  readonly unproven: boolean;
}

/**
 * The sends of a report, as the bot's answer to the message that it is about. Our own mail, which reports return, is
 * left out: it stands above. The author is mentioned, unless nothing proves the report.
 */
export function reportSends(
  sends: readonly PartSend[],
  effects: ReportEffects,
  bot: UserId,
  language: Language,
): PartSend[] {
  return sends
    .filter((send) => send.purpose.part === 0 || send.files.every(({ type }) => type !== 'message/rfc822'))
    .map((send) => ({
      ...send,
      sender: bot,
      senderName: null,
      purpose: { ...send.purpose, kind: 'report' },
      content: send.purpose.part === 0 ? answering(send.content, effects, language) : send.content,
    }));
}

function answering(content: JsonObject, effects: ReportEffects, language: Language): JsonObject {
  const say = words(language);
  const { body, formatted_body: html } = content;
  if (typeof body !== 'string') return content;
  const mention = effects.unproven ? null : effects.author;
  const more = [
    ...effects.paused.map((address) => say('delivery-paused-now', { address })),
    ...(effects.unproven ? [say('delivery-unproven')] : []),
  ];
  const told = {
    body: more.map((line) => `\n\n${line}`).join(''),
    html: more.map((line) => `<p>${escapeHtml(line)}</p>`).join(''),
  };
  const link = mention === null ? '' : `https://matrix.to/#/${encodeURIComponent(mention)}`;
  const pill = mention === null ? '' : `<a href="${escapeHtml(link)}">${escapeHtml(mention)}</a>: `;
  const written = typeof html === 'string' ? html : `<p>${escapeHtml(body)}</p>`;
  // The report as it came is folded at the end; what we say stands before it.
  const fold = written.lastIndexOf('<details>');
  const [head, folded] = fold < 0 ? [written, ''] : [written.slice(0, fold), written.slice(fold)];
  return {
    ...content,
    msgtype: 'm.notice',
    body: `${mention === null ? '' : `${mention}: `}${body}${told.body}`,
    format: 'org.matrix.custom.html',
    formatted_body: `${pill}${head}${told.html}${folded}`,
    'm.mentions': mention === null ? {} : { user_ids: [mention] },
    'm.relates_to': { 'm.in_reply_to': { event_id: effects.event } },
  };
}
