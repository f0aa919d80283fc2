import type { Reader } from '../../words/zones.ts';
import type { ParsedMail } from '../../mail/types.ts';
import type { RenderedMail } from '../../mail/render/render-mail.ts';
import type { CalendarCard } from '../../mail/cards/calendar.ts';
import type { ThreadId, MessageKey, AccountId, UserId } from '../types.ts';

/** Who says it in the room. */
export interface RoomIdentity {
  readonly user: UserId;
  /** Display name in this room, null to leave it. */
  readonly name: string | null;
  /** A line before the text, where the speaker is not the sender's own ghost; '' for none. */
  readonly prefix: string;
}

/** `Reader`: of the room, as its account has it. */
export interface ToMatrixInput extends Reader {
  readonly account: AccountId;
  /** Null for the account's lobby. */
  readonly thread: ThreadId | null;
  readonly message: MessageKey;
  readonly speaker: RoomIdentity;
  /** The row of the raw mail. */
  readonly mail: number;
  readonly parsed: ParsedMail;
  readonly rendered: RenderedMail;
  /** Base subject of the thread; a mail with another shows its own. */
  readonly subject: string;
  /** Whether the text is a notice: said by the bot, or by a robot. */
  readonly notice: boolean;
  /** The newest known version of each event that the mail has an invitation to. */
  readonly events: readonly CalendarCard[];
}
