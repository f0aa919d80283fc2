/**
 * From a draft to the bytes of a mail. The same draft and the same file bytes give the same mail, byte for byte: a
 * retry sends what was sent before. Nothing that a Matrix user wrote can leave its place: no field of the draft can
 * begin a header, a part or a line of its own. Lines end in CRLF and hold at most 998 octets (RFC 5322 section 2.1.1).
 */
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { MailroomError } from '../base/errors.ts';
import { mediaType, UNKNOWN_TYPE } from '../base/wire-text.ts';
import { fileName } from './file-name.ts';
import { conversationFields } from './header/thread-index.ts';
import { GMAIL_REACTION } from './reaction/reaction.ts';
import type { Draft, DraftFile, Person } from './types.ts';

/** Longest display name, in code points; a longer one is cut with an ellipsis. */
const NAME_MAX = 120;
/**
 * Longest subject, in code points; with its field name it stays below 998 octets even where it has no space to fold at.
 */
const SUBJECT_MAX = 500;
/** Longest run without a space in a structured field: below 998 with the field name before it. */
const RUN_MAX = 900;

/**
 * A mail as a stream of its raw bytes. `file` is called for each file once, when its bytes are due, so that one file at
 * a time is open; where it fails, the stream fails with its error.
 *
 * @throws MailroomError `draft-impossible` where an address or an id of ours cannot stand in a mail at all.
 */
export function compose(draft: Draft, file: (key: string) => Readable): Readable {
  const mail = new MailComposer({
    from: person(draft.from),
    to: draft.to.map(person),
    cc: draft.cc.map(person),
    subject: cut(oneLine(draft.subject), SUBJECT_MAX),
    messageId: whole(draft.messageId),
    date: draft.date,
    headers: headers(draft),
    references: draft.references.filter(canStand),
    // format=flowed (RFC 3676): the text renderer leaves a space at the end of each line that goes on.
    alternatives: [
      { contentType: 'text/plain; charset=utf-8; format=flowed', content: lines(draft.text) },
      ...(draft.reaction === undefined ? [] : reactionParts(draft.reaction)),
      ...(draft.html === '' ? [] : [{ contentType: 'text/html; charset=utf-8', content: lines(draft.html) }]),
    ],
    attachments: draft.files.map((entry, index) => attachment(entry, index, file)),
    baseBoundary: draft.boundary.replace(/[^A-Za-z0-9]/g, '').slice(0, 40),
    boundaryPrefix: '=_mailroom',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().createReadStream();
}

/**
 * The forms in which a mail says that it is a reaction, between its plain text and its HTML: programs that know
 * neither show the last or the first alternative (Gmail, "Email reactions: format"; RFC 9078 section 3).
 */
function reactionParts(emoji: string) {
  const disposition = [{ key: 'Content-Disposition', value: 'reaction' }];
  return [
    { contentType: 'text/plain; charset=utf-8', content: `${emoji}\r\n`, headers: disposition },
    { contentType: `${GMAIL_REACTION}; charset=utf-8`, content: JSON.stringify({ emoji, version: 1 }) },
  ];
}

/**
 * Whether a mail to and from these people has a header that only SMTPUTF8 may carry (RFC 6532): an address whose local
 * part is beyond ASCII. A domain beyond ASCII does not count; it goes out as A-labels.
 */
export function needsUtf8(people: readonly Person[]): boolean {
  return people.some(({ address }) => !/^\p{ASCII}*$/u.test(address.slice(0, address.lastIndexOf('@'))));
}

function person(one: Person): { name: string; address: string } {
  return { name: cut(oneLine(one.name), NAME_MAX), address: whole(one.address) };
}

function attachment(entry: DraftFile, index: number, file: (key: string) => Readable) {
  const type = bodyType(entry.type);
  return {
    filename: fileName(entry.name.toWellFormed(), type, index),
    contentType: type,
    contentTransferEncoding: 'base64',
    contentDisposition: entry.contentId === null ? 'attachment' : 'inline',
    content: Readable.from(opened(file, entry.key), { objectMode: false }),
    ...(entry.contentId === null ? {} : { cid: oneLine(entry.contentId).replace(/[^\x21-\x7e]/g, '') }),
  };
}

async function* opened(file: (key: string) => Readable, key: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of file(key)) {
    yield typeof chunk === 'string' ? Buffer.from(chunk) : bytes(chunk);
  }
}

function bytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new MailroomError('draft-impossible', 'a file must be given as bytes');
}

function headers(draft: Draft) {
  const conversation = draft.conversation === null ? [] : conversationFields(draft.conversation);
  const fields = [...draft.headers, ...conversation].map((field) => ({
    key: headerName(field.name),
    value: oneLine(field.value),
  }));
  if (draft.inReplyTo === null || !/^[\x20-\x7e]+$/.test(draft.inReplyTo) || !canFold(draft.inReplyTo)) return fields;
  // Verbatim, malformed ones too: the other side compares byte for byte.
  return [...fields, { key: 'In-Reply-To', value: { prepared: true, foldLines: true, value: draft.inReplyTo } }];
}

function headerName(name: string): string {
  if (/^[!-9;-~]{1,60}$/.test(name)) return name;
  throw new MailroomError('draft-impossible', 'a header field has no name that RFC 5322 section 2.2 allows');
}

/**
 * Ids that a References field can carry: a space in an id would make two of it, 8-bit would need SMTPUTF8 at every hop.
 */
function canStand(id: string): boolean {
  return /^[\x21-\x7e]+$/.test(id) && id.length <= RUN_MAX;
}

function canFold(value: string): boolean {
  return value.split(/\s+/).every((run) => run.length <= RUN_MAX);
}

/** For what must not be altered: our own id and addresses. */
function whole(value: string): string {
  if (value.length <= RUN_MAX && !/\p{Cc}/u.test(value) && value.isWellFormed()) return value;
  throw new MailroomError('draft-impossible', 'an address or id cannot stand in a header field');
}

/** Text without anything that ends or hides a line: controls become spaces, direction overrides go. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}

/** Bodies: CRLF at every line end, no other control but the tab. */
function lines(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '');
  // The composer takes an empty body for none.
  return (clean === '' ? '\n' : clean).replaceAll('\n', '\r\n');
}

function cut(text: string, max: number): string {
  const points = Array.from(text);
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`;
}

/**
 * A media type that a Matrix event claims, where it is one. A composite type (RFC 2046 section 5) may not be base64,
 * and its content would be read as parts of our mail: it goes out as plain bytes.
 */
function bodyType(type: string): string {
  const known = mediaType(type);
  return /^(?:multipart|message)\//.test(known) ? UNKNOWN_TYPE : known;
}
