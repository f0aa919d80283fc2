/** Mails that somebody puts into another room: which ones, where to, and how they are said again. */
import type { MessageId } from '../../mail/types.ts';
import { escapeHtml } from '../../mail/html/write.ts';
import { readMatrixUri } from '../matrix-uri.ts';
import type { JsonObject, RoomId } from '../types.ts';

/** The room that a command names. */
export type NamedRoom = { readonly id: RoomId } | { readonly alias: string };

/**
 * The first room in the words of a command: an id, an alias of our homeserver, or a link; a client that completes names
 * writes the link into the HTML alone. Null where there is none.
 */
export function namedRoom(text: string, html: string, domain: string): NamedRoom | null {
  const links = [...html.matchAll(/href="([^"]{1,1000})"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  for (const word of [...links, ...text.split(/\s+/)]) {
    const uri = readMatrixUri(word);
    const id = uri === null ? word : uri.kind === 'user' ? '' : (uri.id.split('/')[0] ?? '');
    if (/^![^\s/]{1,255}$/.test(id)) return { id: id as RoomId };
    const alias = /^#([^\s:/]{1,255}):(.+)$/.exec(id);
    if (alias?.[2] === domain) return { alias: alias[1] ?? '' };
  }
  return null;
}

/** A mail and what it answers. */
export interface MailLinks {
  readonly messageId: MessageId;
  readonly facts: { readonly inReplyTo: readonly MessageId[]; readonly references: readonly MessageId[] };
}

/** A mail and all later ones that answer it, or answer one that does. In the order of the thread. */
export function branchOf<T extends MailLinks>(messages: readonly T[]): T[] {
  const [first] = messages;
  if (first === undefined) return [];
  const inside = new Set([first.messageId]);
  return messages.filter((one) => {
    const names = [...one.facts.inReplyTo, ...one.facts.references];
    const belongs = one === first || names.some((id) => inside.has(id));
    if (belongs) inside.add(one.messageId);
    return belongs;
  });
}

/** What somebody said in a room, said again by the bot in another; the files are the same. */
export function saidAgain(content: JsonObject, name: string): JsonObject {
  const { 'm.relates_to': _relation, 'm.mentions': _mentions, ...rest } = content;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const body = text(content['body']);
  if (content['url'] !== undefined) {
    const file = text(content['filename']) === '' ? body : text(content['filename']);
    return { ...rest, filename: file, body: `${name}: ${body}`, 'm.mentions': {} };
  }
  const html = text(content['formatted_body']);
  return {
    ...rest,
    body: `${name}: ${body}`,
    format: 'org.matrix.custom.html',
    formatted_body:
      `<strong>${escapeHtml(name)}:</strong> ` + (html === '' ? escapeHtml(body).replaceAll('\n', '<br>') : html),
    'm.mentions': {},
  };
}
