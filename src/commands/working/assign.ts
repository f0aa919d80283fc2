import { z } from 'zod';
import { wholeText } from '../../bridge/command/arguments.ts';
import { findAssignee, shownName } from '../../bridge/helpdesk/team-work.ts';
import { notice } from '../../bridge/notice/notices.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import { claimWork } from '../../db/helpdesk-tables/thread-work.ts';
import { roomMembers } from '../../db/room-tables/rooms.ts';
import { addSend } from '../../db/room-tables/sends.ts';
import type { Transaction } from '../../db/pool.ts';
import type { EventContext } from '../../handling/event-context.ts';
import { sounding } from '../../handling/team-settings.ts';
import { NotThere, operation } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { onThread, workedSchema, workedText, workOn } from './worked.ts';

const assignOperation = operation({
  id: 'assign',
  summary: 'Gives a conversation to somebody of the team, and tells them in its room.',
  method: 'POST',
  path: '/_mailroom/v1/threads/{thread}/assign',
  input: onThread.extend({
    to: z.string().min(1).max(255).meta({ description: 'A Matrix user, or a name that only one of the team has.' }),
  }),
  result: workedSchema,
  ctl: {
    words: 'assign',
    args: ['thread', 'to'],
    example: 'assign !room:example.org @bert:example.org --as @alice:example.org',
  },
  run: (deps, input) =>
    workOn(deps, input, async (tx, on) => {
      const how = { to: input.to, by: on.by, of: on.act };
      const user = await assignThread(tx, { ...deps, account: on.account }, on, how);
      if (user === null) throw new NotThere(`nobody of the team is called ${input.to}, or several are`);
      return user === on.by
        ? on.say('helpdesk-claimed')
        : on.say('helpdesk-assigned', { name: shownName(on.account, user) });
    }),
  plain: workedText,
});

/** `!mail assign`: whoever gets the conversation is mentioned, and asked in where they are not there. */
export const mailAssign = mailCommand({
  name: 'assign',
  order: 140,
  args: wholeText('USER', 1, 10),
  needs: 'answer',
  scope: 'thread',
  where: ['thread'],
  example: 'assign @ada:example.org',
  outside: { operations: [assignOperation] },
  run: async (tx, context, to) => {
    const { account, room, thread, event } = context;
    const say = words(account.language);
    const how = { to, by: event.sender, of: event.event };
    const user = await assignThread(tx, context, { thread, room: room.room }, how);
    if (user === null) return renderLines([say('helpdesk-not-found', { text: to.slice(0, 80) })]);
    return renderLines([
      user === event.sender ? say('helpdesk-claimed') : say('helpdesk-assigned', { name: shownName(account, user) }),
    ]);
  },
});

/**
 * Gives a thread to whoever of the team or its room is called so, and tells them there; null where that is nobody, or
 * several.
 *
 * @param how.of the fact that it is told of: the same fact is told once
 */
async function assignThread(
  tx: Transaction,
  { account, ids, ghosts }: Pick<EventContext, 'account' | 'ids' | 'ghosts'>,
  at: { readonly thread: ThreadId; readonly room: RoomId | null },
  how: { readonly to: string; readonly by: UserId; readonly of: string },
): Promise<UserId | null> {
  const people = (at.room === null ? [] : await roomMembers(tx, at.room)).filter(
    ({ user, membership }) => membership === 'join' && !ghosts.isOwn(user),
  );
  const user = findAssignee(how.to, account, people);
  if (user === null) return null;
  await claimWork(tx, { account: account.id, thread: at.thread }, user, { event: null, force: true });
  if (user === how.by) return user;
  const told = notice(ids, {
    place: { account: account.id, thread: at.thread, room: null },
    bot: ghosts.bot,
    purpose: { kind: 'assigned', of: how.of },
    said: renderLines([words(account.language)('helpdesk-assigned-to-you', { by: shownName(account, how.by) })]),
    mention: user,
  });
  await addSend(tx, sounding(told));
  return user;
}
