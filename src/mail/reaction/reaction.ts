/**
 * A mail that is a reaction to another: Gmail's form (a part text/vnd.google.email-reaction+json,
 * developers.google.com/workspace/gmail/reactions/format), that of RFC 9078 (a part with Content-Disposition:
 * reaction), and what Outlook writes to those who are not at Exchange, an ordinary mail "NAME reacted to your
 * message". Gmail sends nothing where somebody takes a reaction away, and RFC 9078 has no form for it.
 */
import type { MailFile, MessageId, ParsedMail, ReactionPart } from '../types.ts';
import { oneEmoji } from './emoji.ts';
import { isFallback, outlookReaction } from './phrases.ts';

/** The type of Gmail's part. */
export const GMAIL_REACTION = 'text/vnd.google.email-reaction+json';

export interface MailReaction {
  /** Exactly one, fully qualified. */
  readonly emoji: string;
  /** The mail that it is about. */
  readonly about: MessageId;
  readonly form: 'gmail' | 'rfc9078' | 'outlook';
}

/** Bytes of the picture beside Outlook's line. */
const ICON = 64 * 1024;

/**
 * The reaction that a mail is. Null for a mail that says anything else beside it: words of a person, a file, a second
 * emoji. Such a mail is shown as what it says; nothing of it is lost by being taken for a thumb.
 *
 * @param texts its text parts without quotations, as they are shown and as they were written
 * @param shown the files that stand in the text as pictures, by index
 */
export function readReaction(
  mail: Pick<ParsedMail, 'inReplyTo' | 'reactions' | 'files' | 'from'>,
  texts: readonly string[],
  shown: readonly number[],
): MailReaction | null {
  const [about, second] = mail.inReplyTo;
  // Both forms: exactly one message is answered.
  if (about === undefined || second !== undefined) return null;
  const [from = null] = mail.from;
  const [part] = mail.reactions;
  if (part === undefined) {
    const said = texts.map(outlookReaction);
    const [emoji, other] = new Set(said.flatMap((one) => one?.emoji ?? []));
    if (emoji === undefined || other !== undefined || said.includes(null)) return null;
    return mail.files.length <= 1 && mail.files.every((file) => isIcon(file, shown))
      ? { emoji, about, form: 'outlook' }
      : null;
  }
  const emoji = emojiOf(part);
  if (emoji === null || !mail.reactions.every((one) => emojiOf(one) === emoji)) return null;
  if (!mail.files.every((file) => reactionOfFile(mail, file) !== null)) return null;
  return texts.every((text) => isFallback(text, emoji, from)) ? { emoji, about, form: part.form } : null;
}

/** The emoji of a part; null where it is not exactly one, or not in its form. */
function emojiOf({ form, text }: ReactionPart): string | null {
  if (form === 'rfc9078') return oneEmoji(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('version' in value) || !('emoji' in value)) return null;
  // Gmail: the integer, not a string of it.
  return value.version === 1 && typeof value.emoji === 'string' ? oneEmoji(value.emoji) : null;
}

/** The emoji that a file of a mail says in Gmail's form; null for every other file. */
export function reactionOfFile({ reactions }: Pick<ParsedMail, 'reactions'>, { index }: MailFile): string | null {
  const part = reactions.find(({ file }) => file === index);
  return part === undefined ? null : emojiOf(part);
}

function isIcon({ type, size, index, disposition }: MailFile, shown: readonly number[]): boolean {
  return /^image\/(?:png|gif|jpeg)$/.test(type) && size <= ICON && (disposition === 'inline' || shown.includes(index));
}
