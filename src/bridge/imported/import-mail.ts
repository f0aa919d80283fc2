/** What an imported mail becomes in its room, and whether it is one that is there already. */
import type { Account } from '../account/account.ts';
import { isOwnAddress } from '../account/account.ts';
import { mailSpeaker } from '../arrival/mail-speaker.ts';
import { ECHO_KEY } from '../ids.ts';
import type { GhostCodec, IdKey } from '../ids.ts';
import type { MessageKey, PartSend, ThreadId } from '../types.ts';
import { NO_PREVIEWS } from '../to-matrix/link-previews.ts';
import { toMatrix } from '../to-matrix/to-matrix.ts';
import type { ParsedMail } from '../../mail/types.ts';
import type { RenderedMail } from '../../mail/render/render-mail.ts';
import { words } from '../../words/words.ts';

/** A mail that is read, and where it comes into. */
export interface MailToImport {
  readonly account: Account;
  readonly thread: ThreadId;
  /** Base subject of its room; '' where that has none. */
  readonly subject: string;
  /** What nobody else's mail of this import has; of the database it is known no other way. */
  readonly key: string;
  /** The version of the key that makes its ids. */
  readonly keyVersion: number;
  /** The row of its bytes. */
  readonly mail: number;
  readonly parsed: ParsedMail;
  readonly rendered: RenderedMail;
  /** A line with its date, where the homeserver gives its event another time; null for none. */
  readonly dateLine: string | null;
}

/**
 * The events of a mail, in order; never none. Its sender's ghost says it, as its header has it: nobody has checked it.
 * What the account's own people wrote is said by the bot, with their name. The same mail gives the same events.
 */
export function importSends(ids: IdKey, ghosts: GhostCodec, given: MailToImport): readonly PartSend[] {
  const { account, thread, key, keyVersion, mail, parsed, rendered, subject, dateLine } = given;
  const [from] = parsed.from;
  const isOurs = from !== undefined && isOwnAddress(account, from.address);
  const speaker = mailSpeaker(ghosts, account, parsed, isOurs ? 'colleague' : 'in', null);
  const prefix = [dateLine, speaker.prefix].filter((line) => line !== null && line !== '').join('\n');
  const message = key as MessageKey;
  const input = {
    account: account.id,
    ...{ language: account.language, zone: account.zone, thread, message, mail, parsed, rendered, subject },
    speaker: { ...speaker, prefix },
    notice: false,
    events: [],
  };
  const sends = toMatrix(input, ids).map((send, part) => {
    const id = ids.send(key, `part:${part}`, keyVersion);
    return { ...send, send: id, content: { ...send.content, [ECHO_KEY]: id } };
  });
  if (sends.length > 0) return sends;
  const id = ids.send(key, 'part:0', keyVersion);
  const body = words(account.language)('room-no-text');
  const content = { msgtype: 'm.text', body, 'm.mentions': {}, ...NO_PREVIEWS, [ECHO_KEY]: id };
  return [
    {
      ...{
        send: id,
        purpose: { kind: 'part', of: message, part: 0 },
        account: account.id,
        thread,
        room: null,
        message,
      },
      ...{ outgoing: null, sender: speaker.user, senderName: speaker.name, kind: 'event', type: 'm.room.message' },
      ...{ content, files: [], target: null, ts: null },
    },
  ];
}

/** A mail that is known under the id of another. */
export interface OtherCopy {
  /** living: of a mailbox. earlier: of another import. this: of the same one. */
  readonly by: 'living' | 'earlier' | 'this';
  readonly contentHash: string;
  readonly wordsHash: string | null;
  readonly list: string | null;
}

/** Whether a mail need not be brought in. A known id with other words is another mail. */
export type CopyDecision = { readonly do: 'import' } | { readonly do: 'there' | 'merged'; readonly reason: string };

/**
 * Decides, by the id that both have: a mail of the same content is the same mail; one of the same words, of which
 * either came by a list, is its copy by the list.
 */
export function copyDecision(
  mail: Pick<OtherCopy, 'contentHash' | 'wordsHash' | 'list'>,
  others: readonly OtherCopy[],
): CopyDecision {
  const same = others.filter(({ contentHash }) => contentHash === mail.contentHash);
  if (same.some(({ by }) => by === 'living')) return { do: 'there', reason: 'it is in a conversation' };
  if (same.some(({ by }) => by === 'earlier')) return { do: 'there', reason: 'of an earlier import' };
  if (same.length > 0) return { do: 'merged', reason: 'the same mail again' };
  const byList = others.filter(
    ({ wordsHash, list }) =>
      wordsHash !== null && wordsHash === mail.wordsHash && (list !== null || mail.list !== null),
  );
  if (byList.some(({ by }) => by !== 'this')) return { do: 'there', reason: 'as a copy of a list' };
  return byList.length > 0 ? { do: 'merged', reason: 'a copy of a list' } : { do: 'import' };
}
