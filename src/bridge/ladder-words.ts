/** What the bot says of how far mails came: the ladder in `!mail status`, paused addresses, reports on our own mails. Pure. */
import { escapeHtml } from '../mail/html-write.ts';
import type { ReportReason } from '../mail/report-reason.ts';
import type { Address } from '../mail/types.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import type { Standing } from '../mail/words-ladder.ts';
import { renderLines } from './commands.ts';
import type { Rendered } from './commands.ts';
import type { ReportedRung, Rung } from './ladder.ts';
import type { EventId, JsonObject, MatrixSend, UserId } from './types.ts';

/** How many recipients of one mail are named. */
const NAMED = 20;
/** Characters of a server's words. */
const SAID = 200;

/** A mail of ours with its recipients. */
export interface LadderMail {
  readonly at: Date;
  readonly author: string;
  /** For mails whose recipients have no standing of their own yet, or whose outcome as a whole is unknown; null else. */
  readonly whole: Extract<Standing, 'held' | 'waiting' | 'unknown'> | null;
  readonly recipients: readonly {
    readonly address: Address;
    readonly rung: Rung;
    readonly action: string | null;
    readonly reason: string | null;
    readonly status: string | null;
    readonly words: string;
    readonly claimed: ReportedRung | null;
  }[];
}

/** The ladder of each mail, a line a recipient. */
export function ladderLines(mails: readonly LadderMail[], language: Language): string[] {
  const say = words(language).ladder;
  return mails.flatMap((mail) => {
    const shown = mail.recipients.slice(0, NAMED);
    const more = mail.recipients.length - shown.length;
    return [
      say.mailOf(minute(mail.at), mail.author),
      ...shown.map((one) => `– ${one.address}: ${standingWords(mail, one, language)}`),
      ...(more > 0 ? [words(language).calendar.andMore(more)] : []),
    ];
  });
}

function standingWords(mail: LadderMail, one: LadderMail['recipients'][number], language: Language): string {
  const say = words(language).ladder;
  const owed = one.rung === 'waiting' || one.rung === 'deferred';
  const standing = owed && mail.whole !== null ? mail.whole : standingOf(one.rung, one.action);
  const bad = one.rung === 'bounced' || one.rung === 'refused' || one.rung === 'delayed' || one.rung === 'deferred';
  const detail = bad
    ? [reasonWords(one.reason, language), one.status === null ? '' : `(${one.status})`, said(one.words)]
    : [];
  const claimed = one.claimed === null ? [] : [`(${say.claimed(say.standing[one.claimed])})`];
  return [
    [say.standing[standing], ...detail]
      .filter((part) => part !== '')
      .join('. ')
      .replace('. (', ' ('),
    ...claimed,
  ].join(' ');
}

function standingOf(rung: Rung, action: string | null): Standing {
  return rung === 'delivered' && (action === 'relayed' || action === 'expanded') ? action : rung;
}

function said(text: string): string {
  return text.length <= SAID ? text : `${text.slice(0, SAID).trimEnd().toWellFormed()}…`;
}

function reasonWords(reason: string | null, language: Language): string {
  const known = words(language).special.reason;
  return reason !== null && reason in known ? known[reason as ReportReason].replace(/\.$/, '') : '';
}

/** `2026-11-22 17:20 UTC`. */
export function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Who of a mail's recipients is paused. `others`: somebody else gets it. */
export function renderPaused(
  paused: readonly { readonly address: Address; readonly reason: string; readonly since: Date }[],
  others: boolean,
  language: Language,
): Rendered {
  const say = words(language).ladder;
  const lines = paused.slice(0, NAMED).map(({ address, reason, since }) => {
    const why = reasonWords(reason, language);
    return say.pausedSince(address, since.toISOString().slice(0, 10), why === '' ? '' : `${why}.`);
  });
  return renderLines([...lines, ...(others ? [say.othersGetIt] : [])]);
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
 * The sends of a report, as the bot's answer to the message that it is about. Our own mail, which reports return, is left out: it stands above. The
 * author is mentioned, unless nothing proves the report.
 */
export function reportSends(
  sends: readonly MatrixSend[],
  effects: ReportEffects,
  bot: UserId,
  language: Language,
): MatrixSend[] {
  return sends
    .filter((send) => send.position === 0 || send.files.every(({ type }) => type !== 'message/rfc822'))
    .map((send) => ({
      ...send,
      sender: bot,
      senderName: null,
      content: send.position === 0 ? answering(send.content, effects, language) : send.content,
    }));
}

function answering(content: JsonObject, effects: ReportEffects, language: Language): JsonObject {
  const say = words(language).ladder;
  const { body, formatted_body: html } = content;
  if (typeof body !== 'string') return content;
  const mention = effects.unproven ? null : effects.author;
  const more = [...effects.paused.map(say.pausedNow), ...(effects.unproven ? [say.unproven] : [])];
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
