/** What is sent in place of what a homeserver refused for good. */
import { eventBytes, truncateText } from '../../mail/html/cut.ts';
import { escapeHtml } from '../../mail/html/write.ts';
import { words } from '../../words/words.ts';
import type { Language, VariantOf } from '../../words/words.ts';
import { ECHO_KEY } from '../ids.ts';
import type { IdKey } from '../ids.ts';
import { rawFile } from './files.ts';
import type { Json, JsonObject, MatrixSend, MessageKey, Purpose } from '../types.ts';

/** Well below the limit of an event even where the homeserver adds much. */
const SMALL = 8_000;

/**
 * The same, plain and short; null where it is as short as it gets. The whole is in the original, which the room can ask
 * for.
 */
export function shortened(content: JsonObject, language: Language): JsonObject | null {
  const { formatted_body: _html, format: _format, ...plain } = content;
  const body = typeof content['body'] === 'string' ? content['body'] : '';
  if (eventBytes(body) <= SMALL && content['formatted_body'] === undefined) return null;
  return { ...plain, body: truncateText(body, SMALL, language).content };
}

/**
 * The same as a reply outside of the Matrix thread that it was to stand in; null where it stands in none. A homeserver
 * takes no answer in a thread whose root it does not know, or that is itself an answer to something.
 */
export function outsideThread(content: JsonObject): JsonObject | null {
  const { 'm.relates_to': relation, ...rest } = content;
  if (!isObject(relation) || relation['rel_type'] !== 'm.thread') return null;
  const reply = relation['m.in_reply_to'];
  return reply === undefined ? rest : { ...rest, 'm.relates_to': { 'm.in_reply_to': reply } };
}

/** Whether a value of an event's content is an object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the bot says in place of a sender who may not speak in the room; `why` in the words of people. */
export function sayAsBot(
  content: JsonObject,
  name: string,
  why: VariantOf<'room-said-for-'>,
  language: Language,
): JsonObject {
  const head = words(language)(`room-said-for-${why}`, { name });
  const body = typeof content['body'] === 'string' ? content['body'] : '';
  const html = typeof content['formatted_body'] === 'string' ? content['formatted_body'] : escapeHtml(body);
  // A file keeps its body as its name: a caption is its text (spec v1.10).
  if (content['url'] !== undefined) return { ...content, filename: content['filename'] ?? body, body: head };
  return {
    ...content,
    body: `${head}\n${body}`,
    format: 'org.matrix.custom.html',
    formatted_body: `<p>${escapeHtml(head)}</p>${html}`,
  };
}

/**
 * What stands in the place of a message whose words the homeserver refuses: a notice without any of them, nor of
 * anybody's name, which answers and marks can still be about. Null for what has no place of its own: an edit, and what
 * is no message.
 */
export function withoutWords(
  { type, content }: Pick<MatrixSend, 'type' | 'content'>,
  place: {
    readonly what: VariantOf<'room-without-words-'>;
    /** Where the message leads; null for nowhere. */
    readonly link: string | null;
    /** Whether it answers, or stands in a Matrix thread, as the message did. */
    readonly isAbout: boolean;
  },
  language: Language,
): JsonObject | null {
  const relation = content['m.relates_to'];
  if (type !== 'm.room.message' || (isObject(relation) && relation['rel_type'] === 'm.replace')) return null;
  const text = words(language)(`room-without-words-${place.what}`);
  const kept = ['m.mentions', ECHO_KEY, ...(place.isAbout ? ['m.relates_to'] : [])].flatMap((key) => {
    const value = content[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  const body = place.link === null ? text : `${text}\n${place.link}`;
  return { msgtype: 'm.notice', body, ...Object.fromEntries(kept) };
}

/** The original of a mail, sent by whoever sends a part of it that had to be shortened. */
export function originalSend(
  ids: IdKey,
  part: Omit<MatrixSend, 'purpose'> & {
    readonly message: MessageKey;
    readonly purpose: { readonly kind: Purpose; readonly part: number };
  },
  mail: { readonly mail: number; readonly size: number },
  language: Language,
): MatrixSend {
  const send = ids.send(part.send, 'original');
  const kind = part.purpose.kind === 'repeated' ? 'repeated-original' : 'original';
  const file = rawFile({ mail: mail.mail, language, parsed: { size: mail.size } });
  return {
    ...part,
    send,
    purpose: { kind, of: part.message, detail: part.send, part: part.purpose.part },
    content: {
      msgtype: 'm.file',
      body: file.name,
      filename: file.name,
      url: file.placeholder,
      info: { mimetype: file.type, size: file.size },
      'm.mentions': {},
      [ECHO_KEY]: send,
    },
    files: [file],
  };
}
