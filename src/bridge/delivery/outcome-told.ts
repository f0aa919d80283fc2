/** What the bot says about mails of a room: to whom the next goes, how things stand, what became of one. Pure. */
import { formatPerson } from '../../mail/address.ts';
import type { Address, Person } from '../../mail/types.ts';
import type { ReportReason } from '../../mail/report/reason-kind.ts';
import { mailTooLarge } from '../../words/delivery.ts';
import { unreadReason } from '../../words/unread.ts';
import { isVariant, words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { shortTime } from '../../words/zones.ts';
import type { Reader } from '../../words/zones.ts';
import { escapeHtml } from '../../mail/html/write.ts';
import { renderLines } from '../notice/rendered.ts';
import { leftOutOf } from '../recipients/left-out.ts';
import { ownFailureLines, relayLines, relayStatusLines } from '../relay/relay-told.ts';
import type { OwnFailure, RelayToldOf } from '../relay/relay-told.ts';
import { isNobody } from '../recipients/recipients.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import type { Recipients, UserId } from '../types.ts';

/** How many people a line names before it says how many more there are. */
const NAMED = 20;

/** The answer to `!mail to`: who gets the next message, and why. */
export function renderRecipients(recipients: Recipients, language: Language): NoticeContent {
  return rendered(recipients, words(language)('commands-goes-to'), false, language);
}

/** What the room is shown at the first answer and at every change of recipients. The obvious is not explained. */
export function renderGoesTo(recipients: Recipients, language: Language): NoticeContent {
  const { to, cc, why } = recipients;
  const [only] = to;
  const alone = to.length + cc.length + (recipients.bcc?.length ?? 0) === 1;
  const obvious = why.kind !== 'nobody' && alone && only?.address === why.of;
  return rendered(
    // Whom it leaves out is told by itself, once.
    { ...recipients, meant: undefined },
    words(language)('commands-this-goes-to'),
    obvious && why.kind !== 'bcc-sender-only',
    language,
  );
}

function rendered(recipients: Recipients, lead: string, obvious: boolean, language: Language): NoticeContent {
  const say = words(language);
  const { to, cc, bcc = [], why } = recipients;
  const out = leftOutOf(recipients);
  const without = out.length === 0 ? [] : [say('recipients-left-out', { people: people(out, language) })];
  if (why.kind === 'nobody' || isNobody(recipients))
    return renderLines([say(out.length === 0 ? 'commands-nobody' : 'recipients-nobody-left'), ...without]);
  const reason = {
    'reply-to-message': (address: string) => say('commands-why-reply', { address }),
    'latest-incoming': (address: string) => say('commands-why-latest', { address }),
    'bcc-sender-only': (address: string) => say('commands-why-bcc', { address }),
    'same-as-message': () => say('commands-why-same'),
    'sender-only': (address: string) => say('recipients-why-sender-only', { address }),
    chosen: () => say('recipients-why-chosen'),
  }[why.kind](why.of);
  const noted = 'replyToUsed' in why && why.replyToUsed ? [say('commands-reply-to-used')] : [];
  return renderLines([
    `${lead} ${to.length === 0 ? say('recipients-none') : people(to, language)}`,
    ...(cc.length === 0 ? [] : [`${say('commands-cc')}: ${people(cc, language)}`]),
    ...(bcc.length === 0 ? [] : [`${say('recipients-bcc')}: ${people(bcc, language)}`]),
    ...without,
    ...(obvious ? [] : [`(${reason})`]),
    ...noted,
    ...('unverified' in why && why.unverified === true ? [say('recipients-not-verified')] : []),
  ]);
}

function people(list: readonly Person[], language: Language): string {
  const shown = list.slice(0, NAMED).map(formatPerson).join(', ');
  return list.length <= NAMED
    ? shown
    : `${shown}, ${words(language)('calendar-and-more', { count: list.length - NAMED })}`;
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
  /** What is wrong with our own mail server, null for nothing. */
  readonly relay: (RelayToldOf & { readonly since: Date }) | null;
}

/** The answer to `!mail status`. */
export function renderStatus(facts: StatusFacts, { language, zone }: Reader): NoticeContent {
  const say = words(language);
  const lines = [
    `${say('commands-account', { address: facts.account })} ${say(`commands-account-state-${facts.state}`)}`,
  ];
  if (facts.relay !== null) lines.push(...relayStatusLines(facts.relay, { language, zone }));
  if (facts.openForSeconds !== null)
    lines.push(say('commands-open-mail', { seconds: Math.max(0, Math.ceil(facts.openForSeconds)) }));
  if (facts.waiting > 0) lines.push(say('commands-waiting-mails', { count: facts.waiting }));
  if (facts.failed > 0) lines.push(say('commands-failed-mails', { count: facts.failed }));
  if (facts.waiting === 0 && facts.failed === 0 && facts.openForSeconds === null)
    lines.push(say('commands-nothing-waits'));
  if (facts.lastSent !== null) {
    lines.push(say('commands-last-sent', { time: shortTime(facts.lastSent, zone) }));
  }
  return renderLines(lines);
}

/** What became of a mail, as far as people must be told. Sent for all is not told here: that is the ✔️ on it. */
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
  /** Our own mail server cannot be used: the mail waits; has waited for long; was given up. */
  | { readonly kind: 'waits' | 'waits-long' | 'waited'; readonly relay: RelayToldOf }
  /** Our own mail server does not take it. */
  | { readonly kind: 'own'; readonly failures: readonly OwnFailure[] }
  | { readonly kind: 'unknown'; readonly then: 'resent' | 'held' }
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number | null }
  | { readonly kind: 'utf8-missing' }
  | { readonly kind: 'not-sent'; readonly words: string }
  /** The relay still defers it, and a later mail of the conversation leaves before it. */
  | { readonly kind: 'passed' }
  /** Its room could not be looked at for long. */
  | { readonly kind: 'unseen' }
  /** An edit, redaction or ❌ that came too late. */
  | { readonly kind: 'already-mailed' }
  | { readonly kind: 'encrypted' };

/** The notice to the author of a message; null where there is nothing to tell. */
export function renderDelivery(
  facts: DeliveryFacts,
  author: { readonly user: UserId; readonly name: string } | null,
  language: Language,
): NoticeContent | null {
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
  const say = words(language);
  switch (facts.kind) {
    case 'recipients': {
      const sentence = {
        refused: (address: string, words: string) => say('commands-refused', { address, words }),
        deferred: (address: string, words: string) => say('commands-deferred', { address, words }),
        'gave-up': (address: string, words: string) => say('commands-gave-up', { address, words }),
        'not-handed': (address: string, words: string) => say('delivery-not-handed', { address, words }),
      };
      return facts.failed
        .flatMap((one) => [
          sentence[one.outcome](one.address, one.words),
          ...(one.why === undefined ? [] : [say(`report-reason-${one.why}`)]),
          ...(one.paused === true ? [say('delivery-paused-now', { address: one.address })] : []),
        ])
        .filter((line) => line !== '');
    }
    case 'waits':
    case 'waits-long':
      return [say('delivery-waits'), ...relayLines(facts.relay, language), say('delivery-leaves-by-itself')];
    case 'waited':
      return [say('delivery-waited'), ...relayLines(facts.relay, language)];
    case 'own':
      return ownFailureLines(facts.failures, language);
    case 'unknown':
      return [`${say('commands-unknown-outcome')} ${say(`commands-unknown-${facts.then}`)}`];
    case 'too-large':
      return [mailTooLarge(say, megabytes(facts.size), facts.limit === null ? null : megabytes(facts.limit))];
    case 'utf8-missing':
      return [say('commands-utf8-missing')];
    case 'not-sent':
      return [
        say('commands-not-sent', {
          words: isVariant('unread-reason-', facts.words) ? unreadReason(facts.words, say) : facts.words,
        }),
      ];
    case 'passed':
      return [say('delivery-passed')];
    case 'unseen':
      return [say('delivery-unseen')];
    case 'already-mailed':
      return [say('commands-already-mailed')];
    case 'encrypted':
      return [say('commands-encrypted-not-mailed')];
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
