/**
 * What a mail becomes in Matrix: its text as one event, then each file as one event. Nothing is lost on the way: what does
 * not fit into an event is cut visibly, and the original goes with it as a file.
 */
import type { CalendarCard } from '../mail/calendar.ts';
import type { MailFile, ParsedMail } from '../mail/types.ts';
import type { Rendered } from '../mail/worker/work.ts';
import { words, type Language } from '../mail/words.ts';
import { ECHO_KEY } from './ids.ts';
import type { IdKey } from './ids.ts';
import { attachedContent, FILE_PLACE, fileContent, partFile } from './to-matrix-files.ts';
import { isToldWithReport } from './to-matrix-report.ts';
import { textPart } from './to-matrix-text.ts';
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
  /** Null for the account's lobby. */
  readonly thread: ThreadId | null;
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
  /** The newest known version of each event that the mail has an invitation to. */
  readonly events: readonly CalendarCard[];
}

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
  for (const file of filesToShow(input, text.report)) {
    const locked = input.rendered.special.locked.includes(file.index);
    const caption = locked ? `🔒 ${words(input.language).passwordProtected(file.name)}` : '';
    add(fileContent(file, caption), [partFile(input.mail, file, FILE_PLACE)]);
  }
  for (const extra of text.attached) add(attachedContent(extra), [extra]);
  return sends;
}

/** The files that get an event: not those that the text shows or tells already, and none twice. */
function filesToShow({ parsed, rendered }: ToMatrixInput, report: boolean): MailFile[] {
  const { special, shown } = rendered;
  const calendars = new Set(special.calendars.map(({ file }) => file));
  const seen = new Set<string>();
  return parsed.files.filter((file) => {
    if (shown.includes(file.index)) return false;
    if (report && isToldWithReport(file.type)) return false;
    // RFC 3156 section 4: a control part that says nothing but its version; the original is attached beside it.
    if (file.type === 'application/pgp-encrypted') return false;
    if (!calendars.has(file.index)) return true;
    // The same invitation stands as an alternative of the text and among the files.
    return !seen.has(file.sha256) && seen.add(file.sha256).size > 0;
  });
}
