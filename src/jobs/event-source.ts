/** `!mail source` as a reply: the original of the mail behind a message, as a file in its room. */
import type { Account } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import { attachedContent, rawFile } from '../bridge/to-matrix-files.ts';
import type { EventId, SendFile } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { messageOfEvent } from '../db/threads.ts';
import { words } from '../mail/words.ts';
import type { EventContext } from './event-context.ts';
import { originalOf } from './mail-source.ts';
import type { Original } from './mail-source.ts';

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
  const original = await originalOf(tx, message);
  if (!original.kept) return renderLines([say.sourceGone(original.sha256)]);
  const file = fileOf(original, context.account);
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

function fileOf(original: Extract<Original, { kept: true }>, { language }: Account): SendFile {
  const { source, size, sha256 } = original;
  const raw = rawFile({ mail: 0, language, parsed: { size } });
  return { ...raw, source, sha256: sha256 ?? raw.sha256 };
}
