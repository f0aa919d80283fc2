/** What is sent in place of what a homeserver refused for good. */
import { eventBytes, truncateText } from '../mail/html-cut.ts';
import { escapeHtml } from '../mail/html-write.ts';
import { words, type Language } from '../mail/words.ts';
import { ECHO_KEY } from './ids.ts';
import type { IdKey } from './ids.ts';
import { rawFile } from './to-matrix-files.ts';
import type { JsonObject, MatrixSend } from './types.ts';

/** Well below the limit of an event even where the homeserver adds much. */
const SMALL = 8_000;

/** The same, plain and short; null where it is as short as it gets. The whole is in the original, which the room can ask for. */
export function shortened(content: JsonObject, language: Language): JsonObject | null {
  const { formatted_body: _html, format: _format, ...plain } = content;
  const body = typeof content['body'] === 'string' ? content['body'] : '';
  if (eventBytes(body) <= SMALL && content['formatted_body'] === undefined) return null;
  return { ...plain, body: truncateText(body, SMALL, language).content };
}

/** What the bot says in place of a sender who may not speak in the room. */
export function sayAsBot(content: JsonObject, name: string, reason: string, language: Language): JsonObject {
  const head = `${name}: ${words(language).room.couldNotPost(reason)}`;
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

/** The original of a mail, sent by whoever sends a part of it that had to be shortened. */
export function originalSend(
  ids: IdKey,
  part: MatrixSend,
  mail: { readonly mail: number; readonly size: number },
  language: Language,
): MatrixSend {
  const send = ids.send(part.send, 'original');
  const file = rawFile({ mail: mail.mail, language, parsed: { size: mail.size } });
  return {
    ...part,
    send,
    // Behind every part that the mail itself has.
    position: part.position + 1_000,
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
