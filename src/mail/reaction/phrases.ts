/**
 * What mail programs write for readers whose program knows no reactions, and how it is told from words of a person.
 * Strict: what is not certainly such a line is somebody's words, and a mail with words is shown as one.
 */
import type { Person } from '../types.ts';

/** Characters of such a line, beside its emoji and links. */
const LONGEST = 200;

/** "NAME reacted to your message", by the end of the line. The name stands before it. */
const REACTED = [
  /\breacted to your (?:message|e-?mail|mail)$/iu,
  /\bhat auf (?:ihre|deine|eure) (?:nachricht|e-?mail|mail) reagiert$/iu,
  /\ba réagi à (?:votre|ton) (?:message|e-?mail|mail)$/iu,
  /\b(?:ha reaccionado|reaccionó) a (?:su|tu) (?:mensaje|correo)$/iu,
  /\bha reagito (?:al (?:suo|tuo|vostro) messaggio|alla (?:sua|tua|vostra) e-?mail)$/iu,
  /\bheeft op (?:uw|je) (?:bericht|e-?mail|mail) gereageerd$/iu,
  /\bheeft gereageerd op (?:uw|je) (?:bericht|e-?mail|mail)$/iu,
  /\bzareagowa(?:ł|ła|ł\(a\)|no) na (?:twoją|państwa) wiadomość$/iu,
  /\breagiu à (?:sua|tua) mensagem$/iu,
];

/** The names that Outlook's six reactions have in the text of the mail. */
const OUTLOOK: ReadonlyMap<string, string> = new Map([
  ['like', '👍'],
  ['heart', '❤️'],
  ['celebrate', '🎉'],
  ['laugh', '😆'],
  ['surprised', '😮'],
  ['sad', '😢'],
]);

/** Words beside the name and "Gmail": "reacted via", "hat über … reagiert", "ha reaccionado a través de". */
const GMAIL_WORDS = 5;

/** One line without links, blanks and marks that only lay out. */
function oneLine(text: string): string {
  return text
    .slice(0, 4 * LONGEST)
    .replace(/<?\bhttps?:\/\/[^\s>]{1,500}>?/g, ' ')
    .replace(/[\s|*\u00a0\u200b]+/gu, ' ')
    .trim();
}

/**
 * Whether a text is nothing but the emoji and the line that says who reacted.
 *
 * @param from who sent the mail: Gmail writes their name, or what stands before the @
 */
export function isFallback(text: string, emoji: string, from: Person | null): boolean {
  if (text.length > 4 * LONGEST) return false;
  const bare = emoji.replaceAll('\ufe0f', '');
  const rest = oneLine(text.replaceAll('\ufe0f', '').replaceAll(bare, ' '))
    .replace(/^"/u, '')
    .replace(/[\s:."]+$/u, '');
  if (rest === '') return true;
  if (rest.length > LONGEST) return false;
  return saysReacted(rest) || saysGmail(rest, from);
}

/** Whether a line is "NAME reacted to your message", in one of the languages that are known here. */
function saysReacted(line: string): boolean {
  const end = REACTED.map((one) => one.exec(line)).find((match) => match !== null);
  return end != null && isName(line.slice(0, end.index));
}

/** What may be a person's name: nothing that ends a sentence, or begins another. */
function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= 100 && !/[!?;:]|\.\s|[.]$/u.test(text.trim());
}

/** Whether a line is Gmail's "NAME reacted via Gmail", in whatever language. */
function saysGmail(line: string, from: Person | null): boolean {
  if (from === null || !/\bgmail\b/iu.test(line)) return false;
  const [local = ''] = from.address.split('@', 1);
  const names = new Set([...from.name.toLowerCase().split(/\s+/u), local.toLowerCase()]);
  const said = line.split(' ').filter((word) => !/^gmail\b/iu.test(word));
  const others = said.filter((word) => !names.has(word.toLowerCase().replace(/[,.]$/u, '')));
  return others.length < said.length && others.length <= GMAIL_WORDS && !/[!?;:@]/u.test(others.join(' '));
}

/**
 * What a text says by which Outlook tells that somebody reacted: `[like] NAME reacted to your message:` and nothing
 * else. Null for every other text. Its emoji is null where the line does not name it, since a picture does.
 */
export function outlookReaction(text: string): { readonly emoji: string | null } | null {
  if (text.length > 4 * LONGEST) return null;
  const line = oneLine(text).replace(/:$/u, '');
  // The alternative text of the picture, as it stands in the text or as we show it.
  const named = /^\[?(?:[^\]:[]{1,20}: )?([a-z]{3,9})\]? (.{1,200})$/iu.exec(line);
  const emoji = OUTLOOK.get((named?.[1] ?? '').toLowerCase());
  if (emoji !== undefined && saysReacted(named?.[2] ?? '')) return { emoji };
  return !/[[\]]/u.test(line) && saysReacted(line) ? { emoji: null } : null;
}
