/**
 * A reaction of the team as a mail: in Gmail's form and RFC 9078's, with words for whose program knows neither. It has
 * no signature, footer or quotation: what says more than a reaction is shown as a letter by those who know them.
 */
import { oneEmoji } from '../../mail/reaction/emoji.ts';
import { REACTIONS_OFF } from '../../mail/header/own-fields.ts';
import type { Draft, HeaderField } from '../../mail/types.ts';
import { escapeHtml } from '../../mail/html/write.ts';
import { words } from '../../words/words.ts';
import type { Json } from '../types.ts';
import { envelopeOf } from './to-mail.ts';
import type { DraftInput } from './to-mail.ts';

/** The emoji of a reaction by its content; null for what says none that can be mailed. */
export function emojiOfReaction(type: string, content: Json): string | null {
  if (type !== 'm.reaction' || typeof content !== 'object' || content === null || !('m.relates_to' in content)) {
    return null;
  }
  const relation = content['m.relates_to'];
  const key = typeof relation === 'object' && relation !== null && 'key' in relation ? relation['key'] : null;
  return typeof key === 'string' ? oneEmoji(key) : null;
}

/** The draft of a reaction. */
export function toReactionDraft(
  input: Omit<DraftInput, 'messages' | 'answered' | 'history' | 'nameOf' | 'isInternal'>,
  emoji: string,
): Draft {
  const said = words(input.writer.language)('reaction-mailed', { name: oneLine(input.author.name) });
  return {
    ...envelopeOf(input),
    text: `${emoji}\n\n${said}\n`,
    html: `<p style="font-size:2em;margin:0">${emoji}</p>\n<p>${escapeHtml(said)}</p>\n`,
    files: [],
    reaction: emoji,
    headers: [
      { name: 'Content-Language', value: input.writer.language },
      // A person said it, and nobody who is away need answer a thumb (MS-OXCMAIL 2.2.3.2.14).
      { name: 'X-Auto-Response-Suppress', value: 'OOF, AutoReply' },
      ...input.headers,
    ],
  };
}

/** A name that says nothing more than who: whoever reads the mail takes the line for what a program wrote. */
function oneLine(name: string): string {
  return name
    .replace(/[\p{Cc}\u2028\u2029!?;:.]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .toWellFormed();
}

/** What mails say of an account that wants no reactions: Outlook then offers none. */
export function reactionFields({ reactions }: { readonly reactions?: 'off' | 'in' | 'both' }): HeaderField[] {
  return reactions === 'off' ? [{ name: REACTIONS_OFF, value: 'disallow' }] : [];
}
