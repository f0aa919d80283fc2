/** What `mailroom inspect` says of one mail: the values behind the page, and one line of `--json`. */
import type { Evidence, SenderVerdict, AuthenticationVerdict } from '../mail/authentication/verdict.ts';
import type { BelongingRow, JsonObject } from '../bridge/types.ts';
import type { MailReaction } from '../mail/reaction/reaction.ts';
import type { Report } from '../mail/report/report.ts';
import type { MailFile, MailKind, MailWarning, ParsedMail } from '../mail/types.ts';
import type { Parsed, RenderedMail } from '../mail/render/render-mail.ts';
import type { Placed } from './ledger.ts';

/** One file of a mail. */
interface PartRecord {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly inline: boolean;
}

interface AlternativeRecord {
  readonly taken: 'html' | 'text';
  /** Different words of the text part, quotations aside. */
  readonly words: number;
  /** How many of them the HTML shows. */
  readonly shown: number;
  /** The other stands in the room as a file: it says something of its own. */
  readonly other: boolean;
}

/** What a report is about. */
interface BounceRecord {
  /** `words`: the report has no field that a machine wrote; it proves nothing, and changes nothing in the bridge. */
  readonly by: Report['by'];
  readonly recipients: readonly {
    readonly address: string | null;
    /** Of a DSN RFC 3464's action, of a read receipt its disposition, of a feedback report its type. */
    readonly action: string;
    /** RFC 3463, such as 5.1.1; null where there is none. */
    readonly status: string | null;
    /** SMTP reply, such as 550; null where there is none. */
    readonly reply: number | null;
    /**
     * The address is bad for good: nothing sent there later will fare better (a hard bounce). That this one mail was
     * refused for good is `action` failed. False for what may pass (a full mailbox, a policy), and for what is
     * delayed, delivered or no DSN.
     */
    readonly final: boolean;
  }[];
  readonly message_id: string | null;
}

/** One mail. The names are those of `--json`; a mail that cannot be read has only the first six filled. */
export interface InspectRecord {
  readonly file: string;
  readonly index: number;
  readonly message_id: string | null;
  readonly ok: boolean;
  readonly error: string | null;
  /** Wall time, milliseconds. */
  readonly ms: number;
  readonly kind: MailKind | null;
  readonly sender: {
    readonly address: string | null;
    readonly name: string;
    readonly verdict: AuthenticationVerdict;
    /** What was seen, and whose word it is. */
    readonly evidence: readonly Evidence[];
  } | null;
  readonly thread: { readonly id: string; readonly reason: string; readonly row: BelongingRow | null } | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly cut: string | null;
  readonly html: string | null;
  /** Of a mail that says the same twice, as plain text and as HTML: what was taken, and why. Else null. */
  readonly alternative: AlternativeRecord | null;
  readonly parts: readonly PartRecord[];
  readonly events: readonly JsonObject[];
  readonly warnings: readonly MailWarning[];
  /** Null for every mail that is no report. */
  readonly bounce: BounceRecord | null;
  /** Null for every mail that says more than a reaction. */
  readonly reaction: { readonly emoji: string; readonly message_id: string } | null;
}

type Place = Pick<InspectRecord, 'file' | 'index' | 'ms'>;

/** Of a mail that could not be read: the bridge would say so in a room, with the original. */
export function unreadRecord(place: Place, error: string): InspectRecord {
  return {
    file: place.file,
    index: place.index,
    message_id: null,
    ok: false,
    error,
    ms: place.ms,
    kind: null,
    sender: null,
    thread: null,
    subject: null,
    text: null,
    cut: null,
    html: null,
    alternative: null,
    parts: [],
    events: [],
    warnings: [],
    bounce: null,
    reaction: null,
  };
}

/** Of a mail that was read. `warnings` are further ones than the mail's own. */
export function record(
  place: Place,
  { mail, rendered }: Extract<Parsed, { ok: true }>,
  placed: Omit<Placed, 'sends'>,
  events: readonly JsonObject[],
  { verdict, evidence }: SenderVerdict,
  warnings: readonly MailWarning[],
): InspectRecord {
  const [from] = mail.from;
  const copies = rendered.special.calendars.filter(({ copyOf }) => copyOf !== null).map((copy) => copy.file);
  return {
    file: place.file,
    index: place.index,
    message_id: mail.messageId,
    ok: true,
    error: null,
    ms: place.ms,
    kind: mail.kind,
    sender: { address: from?.address ?? null, name: from?.name ?? '', verdict, evidence },
    thread: { id: placed.thread, reason: placed.reason, row: placed.row },
    subject: mail.subject,
    text: rendered.kept?.body ?? '',
    cut: rendered.cut?.body ?? '',
    html: rendered.kept?.html ?? null,
    alternative: alternativeOf(rendered.alternative),
    parts: mail.files.filter(({ index }) => !copies.includes(index)).map((file) => partOf(file, rendered.shown)),
    events,
    warnings: [...mail.warnings, ...rendered.warnings, ...warnings],
    bounce: rendered.special.report === null ? null : bounceOf(rendered.special.report, mail),
    reaction: reactionOf(rendered.special.reaction),
  };
}

function reactionOf(reaction: MailReaction | null): InspectRecord['reaction'] {
  return reaction === null ? null : { emoji: reaction.emoji, message_id: reaction.about };
}

function alternativeOf(alternative: RenderedMail['alternative']): AlternativeRecord | null {
  return alternative === null ? null : { ...alternative, other: alternative.other !== null };
}

function partOf({ name, type, size, sha256, disposition, index }: MailFile, shown: readonly number[]): PartRecord {
  return { name, type, size, sha256, inline: disposition === 'inline' || shown.includes(index) };
}

function bounceOf(report: Report, mail: ParsedMail): BounceRecord {
  const { by } = report;
  const message_id = report.about.messageId;
  switch (report.kind) {
    case 'dsn':
      return {
        by,
        message_id,
        recipients: report.recipients.map(({ address, action, status, reply, hard }) => ({
          address,
          action,
          status,
          reply,
          final: hard,
        })),
      };
    case 'mdn': {
      const address = report.recipient ?? mail.from[0]?.address ?? null;
      const read = { address, action: report.disposition, status: null, reply: null, final: false };
      return { by, message_id, recipients: [read] };
    }
    case 'arf':
      return {
        by,
        message_id,
        recipients: report.recipients.map((address) => ({
          address,
          action: report.feedback,
          status: null,
          reply: null,
          final: false,
        })),
      };
  }
}

/** One line of `--json`. Characters that a terminal would obey are escaped, which changes no value. */
export function jsonLine(value: InspectRecord): string {
  const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029]/g, escaped)}\n`;
}
