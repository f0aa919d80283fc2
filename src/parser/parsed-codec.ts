/**
 * What a child says of a mail, as the process that decides takes it. A mail may have made the child its own, and then
 * anything could be in it: what is not of this shape is no answer. What a child of ours says passes unchanged.
 */
import { z } from 'zod';
import type { Attendee, CalendarCard, Recurrence } from '../mail/cards/calendar.ts';
import type { Moment } from '../mail/cards/calendar-moment.ts';
import { zoneName } from '../mail/cards/calendar-zones.ts';
import type { MediaFacts } from '../mail/media-facts.ts';
import { oneEmoji } from '../mail/reaction/emoji.ts';
import type { MailReaction } from '../mail/reaction/reaction.ts';
import type { Alternative } from '../mail/render/alternative.ts';
import type { NestedMail, SpecialParts } from '../mail/render/special-parts.ts';
import type { Parsed, RenderedMail } from '../mail/render/render-mail.ts';
import type { RenderedText } from '../mail/render/rendered-text.ts';
import type { Report, ReportedMail, ReportedRecipient } from '../mail/report/report.ts';
import type {
  Address,
  MailFile,
  MailHeader,
  MessageId,
  MethodResult,
  ParsedMail,
  ParseFailure,
  Person,
  Results,
  SealedFile,
  TraceEntry,
} from '../mail/types.ts';

/** Addresses and ids end up in header fields of ours: their grammar is asked again as far as it keeps those whole. */
const address: z.ZodType<Address> = z.custom<Address>(
  (value) => typeof value === 'string' && value.length <= 1_000 && /^[^\p{Cc}]+@[^\s\p{Cc}<>,;"]+$/u.test(value),
);
const messageId: z.ZodType<MessageId> = z.custom<MessageId>(
  (value) => typeof value === 'string' && value.length <= 1_000 && /^<[^\u0000-\u001f\u007f]*>$/u.test(value),
);
const text = z.string();
const optional = text.nullable();
const index = z.int().min(0);
/** A number that stands in a mail or a file, however absurd. */
const said: z.ZodType<number> = z.custom<number>((value) => typeof value === 'number' && !Number.isNaN(value));
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const person: z.ZodType<Person> = z.strictObject({ name: text, address });
const people = z.array(person);

const methodResult: z.ZodType<MethodResult> = z.strictObject({
  method: text,
  result: text,
  comment: text,
  properties: z.map(text, text),
});
const results: z.ZodType<Results> = z.strictObject({ authservId: optional, results: z.array(methodResult) });
const traceEntry: z.ZodType<TraceEntry> = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('received'),
    hop: z
      .strictObject({
        by: text,
        protocol: text,
        login: optional,
        client: z.strictObject({ helo: text, addresses: z.array(text) }).nullable(),
      })
      .nullable(),
  }),
  z.strictObject({ is: z.literal('results'), results: results.nullable() }),
]);

const header: z.ZodType<MailHeader> = z.strictObject({
  trace: z.array(traceEntry),
  received: index,
  authors: index,
  group: z.boolean(),
  envelopeSender: optional,
  returnPaths: z.array(z.enum(['null', 'address'])),
  delivered: z.boolean(),
  exchangeInternal: z.boolean(),
  signatures: index,
  seals: z.array(z.strictObject({ instance: z.int(), domain: text })),
  sealCount: index,
  sealedResults: z.array(z.strictObject({ instance: z.int(), results: results.nullable() })),
  recipients: z.array(
    z.strictObject({
      field: z.enum(['delivered-to', 'envelope-to', 'x-envelope-to', 'x-original-to', 'resent-to', 'to', 'cc']),
      address,
      detail: text,
    }),
  ),
  sentOn: z.strictObject({
    byGroup: z.boolean(),
    googleAlone: z.boolean(),
    addresses: z.array(text),
    originalFrom: people,
    originalSender: people,
  }),
  list: z.strictObject({ id: optional, name: optional }).nullable(),
  threadIndex: optional,
  conversation: z.strictObject({ index: text, topic: text }).nullable(),
  formerIds: z.array(messageId),
  hops: z.array(text),
  own: optional,
  probe: optional,
});

const warnings = z.array(z.strictObject({ code: text, detail: text }));

const file: z.ZodType<MailFile> = z.strictObject({
  index,
  name: text.min(1),
  type: text,
  size: index,
  sha256: hash,
  disposition: z.enum(['attachment', 'inline']),
  contentId: optional,
});

const protection = z.enum(['signed-pgp', 'signed-smime', 'encrypted-pgp', 'encrypted-smime', 'opaque-smime']);
const sealed: z.ZodType<SealedFile> = z.strictObject({
  file: index,
  is: z.union([protection, z.literal('locked')]),
});

const mail: z.ZodType<ParsedMail> = z.strictObject({
  messageId: messageId.nullable(),
  inReplyTo: z.array(messageId),
  references: z.array(messageId),
  date: z.date().nullable(),
  subject: text,
  from: people,
  sender: person.nullable(),
  replyTo: people,
  to: people,
  cc: people,
  bcc: people,
  header,
  failedRecipients: z.array(address),
  text: optional,
  html: optional,
  files: z.array(file),
  sealed: z.array(sealed),
  report: z.array(
    z.strictObject({
      type: z.enum([
        'message/delivery-status',
        'message/disposition-notification',
        'message/feedback-report',
        'message/rfc822',
        'text/rfc822-headers',
      ]),
      text,
    }),
  ),
  reactions: z.array(
    z.strictObject({ form: z.enum(['gmail', 'rfc9078']), file: index.nullable(), text: text.max(1_024) }),
  ),
  kind: z.enum(['message', 'dsn', 'mdn', 'arf', 'auto-reply', 'list', 'bulk']),
  contentHash: hash,
  size: index,
  warnings,
});

const renderedText: z.ZodType<RenderedText> = z.strictObject({ body: text, html: optional });

const moment: z.ZodType<Moment> = z.strictObject({
  year: said,
  month: said,
  day: said,
  hour: said,
  minute: said,
  isDate: z.boolean(),
  zone: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('utc') }),
    z.strictObject({ kind: z.literal('floating') }),
    z.strictObject({
      kind: z.literal('named'),
      name: text,
      // Intl throws on a zone that it does not know.
      known: text.refine((name) => zoneName(name) === name).nullable(),
      offset: z.int().min(-1440).max(1440).optional(),
    }),
  ]),
});
const attendee: z.ZodType<Attendee> = z.strictObject({
  name: text,
  address: text,
  status: z.enum(['accepted', 'declined', 'tentative', 'delegated', 'needs-action']),
  optional: z.boolean(),
});
const recurrence: z.ZodType<Recurrence> = z.strictObject({
  frequency: z.enum(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']),
  interval: said,
  count: said.nullable(),
  until: moment.nullable(),
  weekdays: z.array(z.strictObject({ nth: said, weekday: said })),
  monthDays: z.array(said),
  months: z.array(said),
  except: z.array(moment),
});
const calendarCard: z.ZodType<CalendarCard> = z.strictObject({
  kind: z.enum(['event', 'task']),
  method: z.enum(['request', 'cancel', 'reply', 'counter', 'declinecounter', 'add', 'refresh', 'publish', 'none']),
  uid: text,
  occurrence: moment.nullable(),
  sequence: said,
  stamp: text,
  cancelled: z.boolean(),
  summary: text,
  description: text,
  comment: text,
  where: text,
  // It becomes a link in a room.
  join: text.regex(/^(?:https:\/\/[^\s<>"']+)?$/u),
  start: moment.nullable(),
  written: text,
  end: moment.nullable(),
  organizer: attendee.nullable(),
  attendees: z.array(attendee),
  recurrence: recurrence.nullable(),
});

const nested: z.ZodType<NestedMail> = z.strictObject({
  file: index,
  name: text,
  from: people,
  date: z.iso.datetime().nullable(),
  subject: text,
  text,
  more: z.boolean(),
});

const about: z.ZodType<ReportedMail> = z.strictObject({
  messageId: messageId.nullable(),
  envelopeId: optional,
  subject: text,
  own: optional,
});
const reportedRecipient: z.ZodType<ReportedRecipient> = z.strictObject({
  address: address.nullable(),
  original: address.nullable(),
  action: z.enum(['failed', 'delayed', 'delivered', 'relayed', 'expanded']),
  status: optional,
  reply: said.nullable(),
  reason: z
    .enum([
      'unknown-user',
      'unknown-host',
      'moved',
      'no-mail-host',
      'mailbox-full',
      'disabled',
      'too-large',
      'spam',
      'authentication',
      'policy',
      'loop',
      'network',
      'expired',
      'rate',
      'refused',
      'other',
    ])
    .nullable(),
  final: z.boolean(),
  hard: z.boolean(),
  diagnostic: text,
});
const reportedBy = z.enum(['fields', 'words']);
const report: z.ZodType<Report> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dsn'), by: reportedBy, about, recipients: z.array(reportedRecipient) }),
  z.strictObject({
    kind: z.literal('mdn'),
    by: reportedBy,
    about,
    recipient: address.nullable(),
    disposition: text,
    automatic: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('arf'), by: reportedBy, about, recipients: z.array(address), feedback: text }),
]);

/** It becomes the key of an event: one emoji is asked for again. */
const reaction: z.ZodType<MailReaction> = z.strictObject({
  emoji: text.refine((one) => oneEmoji(one) === one),
  about: messageId,
  form: z.enum(['gmail', 'rfc9078', 'outlook']),
});

const special: z.ZodType<SpecialParts> = z.strictObject({
  calendars: z.array(z.strictObject({ file: index, cards: z.array(calendarCard), copyOf: index.nullable() })),
  contacts: z.array(renderedText),
  texts: text,
  locked: z.array(index),
  protections: z.array(protection),
  unreadable: z.boolean(),
  nested: z.array(nested),
  report: report.nullable(),
  reaction: reaction.nullable(),
});

const alternative: z.ZodType<Alternative> = z.strictObject({
  taken: z.enum(['html', 'text']),
  words: index,
  shown: index,
  other: renderedText.nullable(),
});

const rendered: z.ZodType<RenderedMail> = z.strictObject({
  kept: renderedText.nullable(),
  cut: renderedText.nullable(),
  shown: z.array(index),
  warnings,
  alternative: alternative.nullable(),
  special,
});

const failure: z.ZodType<ParseFailure> = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('too-large'), detail: text, limit: said }),
  z.strictObject({ code: z.literal('empty'), detail: text }),
  z.strictObject({ code: z.enum(['time', 'memory', 'crash']), detail: text }),
]);

export const parsedCodec: z.ZodType<Parsed> = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), mail, words: hash, quotes: z.boolean(), rendered }),
  z.strictObject({ ok: z.literal(false), failure }),
]);

const measure = said.nullable();

export const mediaCodec: z.ZodType<MediaFacts> = z.strictObject({
  msgtype: z.enum(['m.image', 'm.audio', 'm.video', 'm.file']),
  // It becomes a header field of the upload.
  mimetype: text.regex(/^[^\p{Cc}]*$/u),
  width: measure,
  height: measure,
  duration: measure,
});
