import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Account } from '../../bridge/account/account.ts';
import { noArguments } from '../../bridge/command/arguments.ts';
import { ECHO_KEY } from '../../bridge/ids.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { attachedContent, rawFile } from '../../bridge/to-matrix/files.ts';
import type { EventId, SendFile } from '../../bridge/types.ts';
import { readChunks } from '../../db/intake-tables/inbox.ts';
import { readMailBytes } from '../../db/mail-tables/outgoing-delivery.ts';
import type { Transaction } from '../../db/pool.ts';
import { addSend } from '../../db/room-tables/sends.ts';
import { mailMeant } from '../../handling/event-target.ts';
import { originalOf } from '../../handling/mail-source.ts';
import type { Original } from '../../handling/mail-source.ts';
import { messageMeant } from '../../operations/meant.ts';
import { fields, NotThere, operation } from '../../operations/operation.ts';
import { sourceGone } from '../../words/unread.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import type { ThreadContext } from '../framework/context.ts';

const sourceOperation = operation({
  id: 'source',
  summary: 'The original of a mail, as it came or as it went out.',
  method: 'GET',
  path: '/_mailroom/v1/messages/{message}/source',
  input: z.object({ message: fields.message }),
  result: z.unknown(),
  media: 'message/rfc822',
  ctl: { words: 'source', args: ['message'], example: "source '<abc@example.org>' --out mail.eml" },
  run: async (deps, input) => {
    const { message } = await messageMeant(deps.db, deps, input.message);
    const original = await originalOf(deps.db, message);
    if (!original.kept) {
      const hash = original.sha256 === null ? '' : `; its SHA-256 was ${original.sha256}`;
      throw new NotThere(`the original is no longer kept${hash}`);
    }
    const { source } = original;
    if (source.kind === 'outgoing') return readMailBytes(deps.db, source.outgoing);
    return Readable.from(readChunks(deps.db, source.mail), { objectMode: false });
  },
});

/** `!mail source` as a reply: the original of the mail behind a message, as a file in its room. */
export const mailSourceCommand = mailCommand({
  name: 'source',
  order: 200,
  args: noArguments,
  needs: 'source',
  scope: 'thread',
  where: ['thread'],
  example: 'source',
  examples: [{ says: ['source'], reply: true }],
  outside: { operations: [sourceOperation] },
  run: (tx, context, _nothing, { replyTo }) => tellSource(tx, context, replyTo),
});

/**
 * Puts the file down as a send; what stands in its way is said instead. Whoever asks is of the team: the room sees the
 * original as it sees every other file. While it waits the bytes are not purged, since it is a send of the same
 * message.
 */
async function tellSource(
  tx: Transaction,
  context: ThreadContext,
  repliedTo: EventId | null,
): Promise<NoticeContent | null> {
  const say = words(context.account.language);
  if (repliedTo === null) return renderLines([say('source-reply-to')]);
  const message = await mailMeant(tx, { room: context.room.room, event: repliedTo });
  if (message === null || message.thread !== context.thread) return renderLines([say('source-unknown')]);
  const original = await originalOf(tx, message);
  if (!original.kept) return renderLines([sourceGone(say, original.sha256)]);
  const file = fileOf(original, context.account);
  const send = context.ids.send(context.event.event, 'source');
  await addSend(tx, {
    send,
    purpose: { kind: 'source', of: context.event.event },
    account: context.account.id,
    thread: message.thread,
    room: null,
    message: message.message,
    outgoing: null,
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
