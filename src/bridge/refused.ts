/** What is sent in place of what a homeserver refused for good. */
import { eventBytes, truncateText } from '../mail/html-cut.ts';
import { escapeHtml } from '../mail/html-write.ts';
import { words, type Language } from '../mail/words.ts';
import type { JsonObject } from './types.ts';

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
