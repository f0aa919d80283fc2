/** What the bot says about mails of a room: to whom the next goes, how things stand, what became of one. Pure. */
import { formatPerson } from '../mail/address.ts';
import type { Address, Person } from '../mail/types.ts';
import type { ReportReason } from '../mail/report-reason.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import { escapeHtml } from '../mail/html-write.ts';
import { renderLines } from './commands.ts';
import { isNobody } from './recipients.ts';
import type { Rendered } from './commands.ts';
import type { Recipients, UserId } from './types.ts';

/** How many people a line names before it says how many more there are. */
const NAMED = 20;

/** The answer to `!mail to`: who gets the next message, and why. */
export function renderRecipients(recipients: Recipients, language: Language): Rendered {
  return rendered(recipients, words(language).commands.goesTo, false, language);
}

/** What the room is shown at the first answer and at every change of recipients. The obvious is not explained. */
export function renderGoesTo(recipients: Recipients, language: Language): Rendered {
  const { to, cc, why } = recipients;
  const [only] = to;
  const alone = to.length + cc.length + (recipients.bcc?.length ?? 0) === 1;
  const obvious = why.kind !== 'nobody' && alone && only?.address === why.of;
  return rendered(recipients, words(language).commands.thisGoesTo, obvious && why.kind !== 'bcc-sender-only', language);
}

function rendered(recipients: Recipients, lead: string, obvious: boolean, language: Language): Rendered {
  const said = words(language).commands;
  const { to, cc, bcc = [], why } = recipients;
  if (why.kind === 'nobody' || isNobody(recipients)) return renderLines([said.nobody]);
  const more = words(language).recipients;
  const reason = {
    'reply-to-message': said.whyReply,
    'latest-incoming': said.whyLatest,
    'bcc-sender-only': said.whyBcc,
    'same-as-message': () => said.whySame,
    'sender-only': more.whySenderOnly,
    chosen: () => more.whyChosen,
  }[why.kind](why.of);
  const noted = 'replyToUsed' in why && why.replyToUsed ? [said.replyToUsed] : [];
  return renderLines([
    `${lead} ${to.length === 0 ? more.none : people(to, language)}`,
    ...(cc.length === 0 ? [] : [`${said.cc}: ${people(cc, language)}`]),
    ...(bcc.length === 0 ? [] : [`${more.bcc}: ${people(bcc, language)}`]),
    ...(obvious ? [] : [`(${reason})`]),
    ...noted,
  ]);
}

function people(list: readonly Person[], language: Language): string {
  const shown = list.slice(0, NAMED).map(formatPerson).join(', ');
  return list.length <= NAMED ? shown : `${shown}, ${words(language).calendar.andMore(list.length - NAMED)}`;
}

/** Facts of `!mail status`. */
export interface StatusFacts {
  readonly account: Address;
  readonly state: 'ready' | 'connecting' | 'stopped';
  /** Seconds until the open mail of the asker goes out; null where there is none. */
  readonly openForSeconds: number | null;
  readonly waiting: number;
  readonly failed: number;
  readonly lastSent: Date | null;
}

/** The answer to `!mail status`. */
export function renderStatus(facts: StatusFacts, language: Language): Rendered {
  const said = words(language).commands;
  const lines = [`${said.account(facts.account)} ${said.accountState[facts.state]}`];
  if (facts.openForSeconds !== null) lines.push(said.openMail(Math.max(0, Math.ceil(facts.openForSeconds))));
  if (facts.waiting > 0) lines.push(said.waitingMails(facts.waiting));
  if (facts.failed > 0) lines.push(said.failedMails(facts.failed));
  if (facts.waiting === 0 && facts.failed === 0 && facts.openForSeconds === null) lines.push(said.nothingWaits);
  if (facts.lastSent !== null) {
    lines.push(said.lastSent(`${facts.lastSent.toISOString().slice(0, 16).replace('T', ' ')} UTC`));
  }
  return renderLines(lines);
}

/** What became of a mail, as far as people must be told. Sent for all is not told here: that is the ✓ on the event. */
export type DeliveryFacts =
  | {
      readonly kind: 'recipients';
      readonly failed: readonly {
        readonly address: Address;
        /** `gave-up`: deferred until the last try. `not-handed`: the relay itself could not be had. */
        readonly outcome: 'refused' | 'deferred' | 'gave-up' | 'not-handed';
        /** The server's words, with its code. */
        readonly words: string;
        /** What kind of refusal they were taken for. */
        readonly why?: ReportReason;
        /** Whether nothing more is sent to the address. */
        readonly paused?: boolean;
      }[];
    }
  | { readonly kind: 'unknown'; readonly then: 'resent' | 'held' }
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number | null }
  | { readonly kind: 'utf8-missing' }
  | { readonly kind: 'not-sent'; readonly words: string }
  /** An edit, redaction or ❌ that came too late. */
  | { readonly kind: 'already-mailed' }
  | { readonly kind: 'encrypted' };

/** The notice to the author of a message; null where there is nothing to tell. */
export function renderDelivery(
  facts: DeliveryFacts,
  author: { readonly user: UserId; readonly name: string } | null,
  language: Language,
): Rendered | null {
  const lines = deliveryLines(facts, language);
  if (lines.length === 0) return null;
  const { body, html } = renderLines(lines);
  if (author === null) return { body, html };
  const link = `https://matrix.to/#/${encodeURIComponent(author.user)}`;
  return {
    body: `${author.name}: ${body}`,
    html: `<a href="${escapeHtml(link)}">${escapeHtml(author.name)}</a>: ${html}`,
  };
}

function deliveryLines(facts: DeliveryFacts, language: Language): string[] {
  const said = words(language).commands;
  switch (facts.kind) {
    case 'recipients': {
      const sentence = {
        refused: said.refused,
        deferred: said.deferred,
        'gave-up': said.gaveUp,
        'not-handed': words(language).ladder.notHanded,
      };
      return facts.failed
        .flatMap((one) => [
          sentence[one.outcome](one.address, one.words),
          ...(one.why === undefined ? [] : [words(language).special.reason[one.why]]),
          ...(one.paused === true ? [words(language).ladder.pausedNow(one.address)] : []),
        ])
        .filter((line) => line !== '');
    }
    case 'unknown':
      return [`${said.unknownOutcome} ${facts.then === 'resent' ? said.unknownResent : said.unknownHeld}`];
    case 'too-large':
      return [said.tooLarge(megabytes(facts.size), facts.limit === null ? null : megabytes(facts.limit))];
    case 'utf8-missing':
      return [said.utf8Missing];
    case 'not-sent':
      return [said.notSent(facts.words)];
    case 'already-mailed':
      return [said.alreadyMailed];
    case 'encrypted':
      return [said.encryptedNotMailed];
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
