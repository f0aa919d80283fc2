/**
 * What a mail becomes in Matrix: its text as one event, then each file as one event. Nothing is lost on the way: what does
 * not fit into an event is cut visibly, and the original goes with it as a file.
 */
import { cutToDetails, eventBytes, truncateHtml, truncateText } from '../mail/html-cut.ts';
import { escapeHtml } from '../mail/html-write.ts';
import { baseSubject } from '../mail/subject.ts';
import type { MailFile, ParsedMail } from '../mail/types.ts';
import { imagePlace, type Rendered, type RenderedText } from '../mail/worker/work.ts';
import { words, type Language } from '../mail/words.ts';
import { ECHO_KEY } from './ids.ts';
import type { IdKey } from './ids.ts';
import type { AccountId, JsonObject, MatrixSend, MessageKey, SendFile, ThreadId, UserId } from './types.ts';

/** Who says it in the room. */
export interface RoomVoice {
  readonly user: UserId;
  /** Display name in this room, null to leave it. */
  readonly name: string | null;
  /** A line before the text, for voices that are not the sender's own ghost; '' for none. */
  readonly prefix: string;
}

export interface ToMatrixInput {
  readonly account: AccountId;
  readonly language: Language;
  readonly thread: ThreadId;
  readonly message: MessageKey;
  readonly voice: RoomVoice;
  /** The row of the raw mail. */
  readonly mail: number;
  readonly parsed: ParsedMail;
  readonly rendered: Rendered;
  /** Base subject of the thread; a mail with another shows its own. */
  readonly subject: string;
  /** Whether the text is a notice: said by the bot, or by a robot. */
  readonly notice: boolean;
}

/**
 * Bytes of `body` and `formatted_body` together as JSON. An event holds 65,536 in all (spec, "size limits"); the rest is left
 * for what the homeserver adds, and for clients, which become slow on large events.
 */
const TEXT_MAX = 40_000;
/** Bytes of HTML up to which quoted text stands in the event, folded; more of it is a file. */
const QUOTED_MAX = 10_000;
/** Stands in the content for the address of a file until it is uploaded. */
const FILE_PLACE = 'mxc://mail.invalid/this-file';

/** The sends of a mail, in order. Pure: the same mail gives the same sends. */
export function toMatrix(input: ToMatrixInput, ids: IdKey): MatrixSend[] {
  const sends: MatrixSend[] = [];
  const add = (content: JsonObject, files: readonly SendFile[]) => {
    const position = sends.length;
    const send = ids.send(input.message, `part:${position}`);
    sends.push({
      send,
      account: input.account,
      thread: input.thread,
      room: null,
      message: input.message,
      outgoing: null,
      position,
      sender: input.voice.user,
      senderName: input.voice.name,
      kind: 'event',
      type: 'm.room.message',
      content: { ...content, 'm.mentions': {}, [ECHO_KEY]: send },
      files,
      target: null,
      ts: null,
    });
  };
  const text = textPart(input);
  if (text.content !== null) add(text.content, text.files);
  const shown = new Set(input.rendered.shown);
  for (const file of input.parsed.files) {
    if (!shown.has(file.index)) add(fileContent(file), [fileOf(input, file, FILE_PLACE)]);
  }
  for (const extra of text.attached) add(attachedContent(extra), [extra]);
  return sends;
}

interface TextPart {
  readonly content: JsonObject | null;
  /** Pictures in the text. */
  readonly files: readonly SendFile[];
  /** What did not fit. */
  readonly attached: readonly SendFile[];
}

function textPart(input: ToMatrixInput): TextPart {
  const { rendered, parsed, language } = input;
  const said = words(language).room;
  const attached: SendFile[] = [];
  let { body, html } = withSubject(input, rendered.kept ?? { body: '', html: null });

  const cut = rendered.cut;
  if (cut !== null) {
    const cutHtml = cut.html ?? asHtml(cut.body);
    if (eventBytes(cutHtml) <= QUOTED_MAX) html = cutToDetails(html ?? asHtml(body), cutHtml, language);
    else attached.push(textFile(cut, words(language).quoted));
  }
  if (eventBytes(body) + eventBytes(html ?? '') > TEXT_MAX) {
    attached.push(textFile(rendered.kept ?? { body, html }, said.wholeMail), rawFile(input));
    const shown = said.shortened(attached.at(-1)?.name ?? '');
    body = `${truncateText(body, TEXT_MAX / 3, language).content}\n\n${shown}`;
    html = html === null ? null : `${truncateHtml(html, TEXT_MAX / 2, language).content}<p>${escapeHtml(shown)}</p>`;
  }
  if (body.trim() === '' && parsed.files.length > 0 && attached.length === 0) {
    return { content: null, files: [], attached };
  }
  if (body.trim() === '') body = said.noText;
  const files = parsed.files
    .filter((file) => html?.includes(imagePlace(file.index)) === true)
    .map((file) => fileOf(input, file, imagePlace(file.index)));
  const formatted = html === null ? {} : { format: 'org.matrix.custom.html', formatted_body: html };
  return { content: { msgtype: input.notice ? 'm.notice' : 'm.text', body, ...formatted }, files, attached };
}

/** Puts before the text what the room must be told: who really speaks, and a subject that is not the thread's. */
function withSubject(input: ToMatrixInput, text: RenderedText): RenderedText {
  const lines = [input.voice.prefix];
  const subject = baseSubject(input.parsed.subject);
  if (subject !== '' && subject.toLowerCase() !== input.subject.toLowerCase()) {
    lines.push(words(input.language).room.newSubject(input.parsed.subject));
  }
  const head = lines.filter((line) => line !== '');
  if (head.length === 0) return text;
  return {
    body: [...head, text.body].join('\n'),
    html: `${head.map((line) => `<p><strong>${escapeHtml(line)}</strong></p>`).join('')}${text.html ?? asHtml(text.body)}`,
  };
}

function asHtml(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

/** What kind of message a file is. SVG and HTML are files always: a client that showed them would run what strangers wrote. */
export function messageType(type: string): 'm.image' | 'm.audio' | 'm.video' | 'm.file' {
  if (type === 'image/svg+xml') return 'm.file';
  if (type.startsWith('image/')) return 'm.image';
  if (type.startsWith('audio/')) return 'm.audio';
  return type.startsWith('video/') ? 'm.video' : 'm.file';
}

function fileContent(file: Pick<MailFile, 'name' | 'type' | 'size'>): JsonObject {
  return {
    msgtype: messageType(file.type),
    body: file.name,
    filename: file.name,
    url: FILE_PLACE,
    info: { mimetype: file.type, size: file.size },
  };
}

function attachedContent(file: SendFile): JsonObject {
  return { ...fileContent(file), msgtype: 'm.file' };
}

function fileOf(input: ToMatrixInput, file: MailFile, placeholder: string): SendFile {
  const { name, type, size, sha256, index } = file;
  return { source: { kind: 'part', mail: input.mail, index }, name, type, size, sha256, placeholder };
}

/** The original, under a name that tells what it is. */
export function rawFile(input: Pick<ToMatrixInput, 'mail' | 'language'> & { parsed: { size: number } }): SendFile {
  return {
    source: { kind: 'raw', mail: input.mail },
    name: `${words(input.language).room.original}.eml`,
    type: 'message/rfc822',
    size: input.parsed.size,
    sha256: '',
    placeholder: FILE_PLACE,
  };
}

function textFile(text: RenderedText, name: string): SendFile {
  const [ending, type, content] =
    text.html === null
      ? ['txt', 'text/plain; charset=utf-8', text.body]
      : ['html', 'text/html; charset=utf-8', `<!doctype html><meta charset="utf-8">${withoutPlaces(text.html)}`];
  return {
    source: { kind: 'text', text: content },
    name: `${name.toLowerCase().replaceAll(' ', '-')}.${ending}`,
    type,
    size: Buffer.byteLength(content),
    sha256: '',
    placeholder: FILE_PLACE,
  };
}

/** A file of its own shows no picture of the homeserver: the pictures stand as files beside it. */
function withoutPlaces(html: string): string {
  return html.replace(/<img\b[^>]*src="mxc:[^>]*>/g, '');
}

/** A content with the addresses of its files in their places. A picture that could not be uploaded is left out of the text. */
export function placeFiles(
  content: JsonObject,
  addresses: ReadonlyMap<string, string | null>,
): Record<string, JsonObject[string]> {
  const placed: Record<string, JsonObject[string]> = {};
  for (const [key, value] of Object.entries(content)) {
    placed[key] = typeof value === 'string' ? placeIn(value, addresses) : value;
  }
  return placed;
}

function placeIn(value: string, addresses: ReadonlyMap<string, string | null>): string {
  let text = value;
  for (const [place, address] of addresses) {
    if (!text.includes(place)) continue;
    text =
      address === null
        ? text.replaceAll(new RegExp(`<img\\b[^>]*src="${place.replaceAll('.', '\\.')}"[^>]*>`, 'g'), '')
        : text.replaceAll(place, address);
  }
  return text;
}
