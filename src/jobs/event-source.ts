/** `!mail source` as a reply: the original of the mail behind a message, as a file in its room. */
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import { attachedContent, rawFile } from '../bridge/to-matrix-files.ts';
import type { EventId, SendFile } from '../bridge/types.ts';
import { mailSource, outgoingSize } from '../db/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { messageOfEvent } from '../db/threads.ts';
import type { Message } from '../db/threads.ts';
import { words } from '../mail/words.ts';
import type { EventContext } from './event-context.ts';

/** Behind every part that a mail itself has, so that its first part stays the one that makes its room ready. */
const POSITION = 2_000;

/**
 * Puts the file down as a send; what stands in its way is said instead. Whoever asks is of the team: the room sees the
 * original as it sees every other file. While it waits the bytes are not purged, since it is a send of the same message.
 */
export async function tellSource(
  tx: Transaction,
  context: EventContext,
  repliedTo: EventId | null,
): Promise<Rendered | null> {
  const say = words(context.account.language).special;
  if (repliedTo === null) return renderLines([say.sourceReplyTo]);
  const message = await messageOfEvent(tx, repliedTo);
  // A reply can name any event, also one of another room.
  if (message === null || message.thread !== context.room.thread) return renderLines([say.sourceUnknown]);
  const { file, sha256 } = await originalOf(tx, context, message);
  if (file === null) return renderLines([say.sourceGone(sha256)]);
  const send = context.ids.send(context.event.event, 'source');
  await addSend(tx, {
    send,
    account: context.account.id,
    thread: message.thread,
    room: null,
    message: message.message,
    outgoing: null,
    position: POSITION,
    sender: context.ghosts.bot,
    senderName: null,
    kind: 'event',
    type: 'm.room.message',
    content: {
      ...attachedContent(file),
      'm.mentions': {},
      'm.relates_to': { 'm.in_reply_to': { event_id: context.event.event } },
      [ECHO_KEY]: send,
    },
    files: [file],
    target: null,
    ts: null,
  });
  return null;
}

/** The file of a mail's bytes, null where they are no longer kept; then only their hash tells of them. */
async function originalOf(
  tx: Transaction,
  { account }: EventContext,
  message: Message,
): Promise<{ file: SendFile | null; sha256: string | null }> {
  const { language } = account;
  if (message.mail !== null) {
    const source = await mailSource(tx, message.mail);
    const sha256 = source?.sha256 ?? null;
    // Of a mail that was too large only the header is here.
    const isWhole = message.facts.decision !== 'oversize';
    if (source === null || source.size === 0 || !isWhole) return { file: null, sha256 };
    return { file: rawFile({ mail: message.mail, language, parsed: source }), sha256 };
  }
  const size = await outgoingSize(tx, message.message);
  if (size === 0) return { file: null, sha256: null };
  const raw = rawFile({ mail: 0, language, parsed: { size } });
  return { file: { ...raw, source: { kind: 'outgoing', outgoing: message.message } }, sha256: null };
}
