/** What of a thread's room stays inside, and the sign on what is taken into a mail: both are seen at once. */
import { parseCommand } from '../bridge/command/parse-command.ts';
import type { CommandSpec } from '../bridge/command/spec.ts';
import type { KeptInside } from '../bridge/event/decide-event.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import { sendId, removeReaction } from '../bridge/notice/notices.ts';
import type { EventId, MessageKey } from '../bridge/types.ts';
import { knownSend } from '../db/known-ids.ts';
import type { Transaction } from '../db/pool.ts';
import { addNote } from '../db/mail-tables/recipients-chosen.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { capabilitiesOf } from '../handling/rights.ts';

/**
 * Remembers that an event stays inside, so that what follows it does too, and tells its author where they may have
 * meant it for outside. `commands` are those of which one may have been meant.
 */
export async function keepInside(
  tx: Transaction,
  context: EventContext,
  event: EventId,
  kept: KeptInside = { why: 'note' },
  { commands = [], threadRoot = null }: { commands?: readonly CommandSpec[]; threadRoot?: EventId | null } = {},
): Promise<void> {
  const { account, room } = context;
  await addNote(tx, { event, account: account.id, thread: room.thread });
  const say = words(account.language);
  switch (kept.why) {
    case 'note':
    case 'only-calls':
    case 'to-colleague':
      return;
    case 'like-command': {
      const told = answer(context, 'command-like', meant(context, commands, kept.word), { threadRoot, replyTo: event });
      return addSend(tx, told);
    }
    case 'reply-to-notice': {
      const told = renderLines([say('recipients-notice-answered')]);
      return addSend(tx, answer(context, 'kept-inside', told, { mention: true, replyTo: event }));
    }
    case 'in-note-thread':
      if (room.thread === null) return;
      return addSend(
        tx,
        answer(context, 'kept-inside', renderLines([say('recipients-kept-inside')]), { mention: true, replyTo: event }),
      );
  }
}

/** What was probably meant by what begins like a command, and how it is mailed as it stands. */
function meant(context: EventContext, commands: readonly CommandSpec[], word: string): NoticeContent {
  const say = words(context.account.language);
  // Behind a name it is no command of ours that was mistyped.
  if (word.toLowerCase() === 'note') {
    return renderLines([say('recipients-like-command'), say('recipients-mail-it-all')]);
  }
  const parsed = parseCommand(commands, word, [], { place: 'thread', can: capabilitiesOf(context) });
  const command = parsed.kind === 'unknown' ? parsed.nearest : parsed.command;
  const hint =
    command === null ? say('commands-see-help') : say('commands-did-you-mean', { usage: `!mail ${command.name}` });
  return renderLines([`${say('recipients-like-command')} ${hint}`, say('recipients-mail-it-all')]);
}

/** The message will not be mailed after all. */
export async function showTakenBack(
  tx: Transaction,
  context: EventContext,
  of: EventId,
  outgoing: MessageKey,
): Promise<void> {
  const { account, ids } = context;
  const purpose = { kind: 'taken-off', of } as const;
  const taken = { kind: 'taken', of } as const;
  const target = await knownSend(tx, account.id, taken, sendId(ids, taken));
  await addSend(tx, removeReaction(ids, { ...signOf(context, outgoing), purpose, target }));
}

/** Of a sign of the bot at a message of the room, which is about a mail of ours. */
function signOf({ account, ghosts, room }: EventContext, outgoing: MessageKey) {
  return { place: { account: account.id, thread: room.thread, room: null }, bot: ghosts.bot, outgoing };
}
