/**
 * Direct chats with the bot: somebody asks it into a room of theirs, and from then on what they write there is a
 * command, without prefix. Nothing there is mailed. Who may nothing is not followed; where others are in the room,
 * nothing is told about accounts.
 */
import { z } from 'zod';
import { readPlainCommand } from '../bridge/command/parse-command.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { readEvent } from '../bridge/from-matrix/from-matrix.ts';
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { AccountId, EventPurpose, RoomId, UserId } from '../bridge/types.ts';
import { settleEvent } from '../db/intake-tables/events.ts';
import type { StoredEvent } from '../db/intake-tables/events.ts';
import { addManagementRoom, peopleIn } from '../db/room-tables/management-rooms.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { setMember, setRoomState } from '../db/room-tables/rooms.ts';
import { addSend, settleSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import { UTC } from '../words/zones.ts';
import { COMMANDS } from '../commands/all.ts';
import { chatContext } from '../commands/framework/context.ts';
import type { ChatContext, CommandCall } from '../commands/framework/context.ts';
import { answerCommand } from '../commands/framework/run.ts';
import { helpAbout } from '../commands/general/help.ts';
import { answerInChat } from '../commands/writing/composing.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { KnownRoom } from '../handling/event-context.ts';
import { readerOf } from '../handling/person-reader.ts';
import { invitedInto } from './invited.ts';
import { accountsOfPerson, capabilitiesAnywhere } from '../commands/framework/operator.ts';
import type { Decision } from '../queue/worker.ts';

/** What the bot does about rooms of others. */
interface RoomsOfOthers {
  /** Goes in, and returns who is there or invited; null where it may not. Safe to repeat. */
  readonly join: (room: RoomId) => Promise<readonly UserId[] | null>;
  /** Goes out, or says no to an invitation. Safe to repeat. */
  readonly leave: (room: RoomId) => Promise<void>;
}

export interface DirectChatDeps extends JobDeps {
  readonly membership: RoomsOfOthers;
}

const invitation = z.object({
  type: z.literal('m.room.member'),
  state_key: z.string(),
  content: z.object({ membership: z.literal('invite'), is_direct: z.literal(true) }),
});

/** What an event has to do with a direct chat; null where nothing. */
export async function manage(
  deps: DirectChatDeps,
  stored: StoredEvent,
  raw: unknown,
  room: KnownRoom | null,
): Promise<Decision | null> {
  const asked = invitation.safeParse(raw).data;
  const invited = asked?.state_key === deps.ghosts.bot && !deps.ghosts.isOwn(stored.sender);
  if (room === null ? invited : invited && room.kind === 'management') return enter(deps, stored, raw);
  return room?.kind === 'management' ? inChat(deps, stored, raw, room) : null;
}

async function enter(deps: DirectChatDeps, stored: StoredEvent, raw: unknown): Promise<Decision> {
  const { room, sender } = stored;
  const carrier = accountsOfPerson(deps, sender)[0]?.id ?? [...deps.accounts.keys()][0];
  if (carrier === undefined || !capabilitiesAnywhere(deps, sender).has('read')) {
    await deps.membership.leave(room);
    return settled(stored, 'not-allowed');
  }
  const members = await deps.membership.join(room);
  if (members === null) return settled(stored, 'cannot-join');
  // Together with ghosts it is asked into a conversation.
  if (members.some((user) => deps.ghosts.isGhost(user))) return invitedInto(deps, stored, raw, deps.ghosts.bot);
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await addManagementRoom(tx, { room, carrier, members: [...new Set([...members, sender])] });
      const context = await contextOf(tx, deps, stored, room, carrier);
      await say(tx, context, 'greeting', helpAbout(context, null), false);
      await settleEvent(tx, stored.event, 'done');
    },
  };
}

function inChat(deps: DirectChatDeps, stored: StoredEvent, raw: unknown, known: KnownRoom): Decision {
  const { room } = known;
  const carrier = deps.accounts.has(known.account) ? known.account : [...deps.accounts.keys()][0];
  if (carrier === undefined) return { outcome: { do: 'elsewhere', account: known.account } };
  const isOwn = (user: string) => deps.ghosts.isOwn(user);
  const action = readEvent(raw, { isOwn });
  let left = false;
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      const context = await contextOf(tx, deps, stored, room, carrier);
      const ignored = await act(tx, context, action);
      left = action.kind === 'membership' && (await peopleIn(tx, room, isOwn)).length === 0;
      if (left) await setRoomState(tx, room, 'gone');
      await settleEvent(tx, stored.event, ignored === null ? 'done' : 'ignored', ignored);
    },
    // Nobody is left to talk to. Where this is lost, the bot stays in an empty room and nobody is harmed.
    after: () => {
      if (left) deps.membership.leave(room).catch(() => undefined);
    },
  };
}

async function act(tx: Transaction, context: ChatContext, action: MatrixAction): Promise<string | null> {
  const { room, carrier, event, ghosts, operator } = context;
  switch (action.kind) {
    case 'echo':
      await settleSend(tx, action.key, event.event);
      return null;
    case 'membership': {
      const { user, membership } = action;
      await setMember(tx, { room, account: carrier, user, membership });
      if (user === ghosts.bot && membership !== 'join') await setRoomState(tx, room, 'gone');
      return null;
    }
    case 'encrypted':
      await say(tx, context, 'encrypted', renderLines([words(operator.language)('operations-encrypted')]));
      return null;
    case 'command':
      return run(tx, context, action);
    case 'message':
      if (action.said.kind !== 'text') return 'no-command';
      if (!/^\s*cancel\s*$/i.test(action.said.body)) {
        const asked = await answerInChat(tx, context, action.said.body);
        if (asked !== null) return say(tx, context, 'answer', asked);
      }
      return run(tx, context, { ...action, ...readPlainCommand(action.said.body) });
    case 'tombstone':
      await setRoomState(tx, room, 'gone');
      return null;
    case 'ignore':
      return action.reason;
    default:
      return 'no-command';
  }
}

async function run(tx: Transaction, context: ChatContext, call: CommandCall): Promise<string | null> {
  const { operator, ghosts, room, can } = context;
  if (!can.has('read')) return 'not-allowed';
  if ((await peopleIn(tx, room, (one) => ghosts.isOwn(one))).length > 1) {
    return say(tx, context, 'answer', renderLines([words(operator.language)('operations-not-alone')]));
  }
  const answered = await answerCommand(tx, COMMANDS, context, call);
  return answered === null ? null : say(tx, context, 'answer', answered);
}

async function contextOf(
  db: Queryable,
  deps: DirectChatDeps,
  event: StoredEvent,
  room: RoomId,
  carrier: AccountId,
): Promise<ChatContext> {
  const user = event.sender;
  // What they chose, else as their first account has it.
  const own = accountsOfPerson(deps, user)[0] ?? [...deps.accounts.values()][0];
  const reader = await readerOf(db, user, own ?? { language: 'en', zone: UTC });
  return chatContext(deps, { event, room, carrier, user }, reader, COMMANDS);
}

async function say(
  tx: Transaction,
  { ids, ghosts, event, room, carrier }: ChatContext,
  purpose: EventPurpose,
  said: NoticeContent,
  reply = true,
): Promise<null> {
  const place = { account: carrier, thread: null, room };
  const replyTo = reply ? event.event : null;
  await addSend(
    tx,
    notice(ids, { place, bot: ghosts.bot, purpose: { kind: purpose, of: event.event }, said, replyTo }),
  );
  return null;
}

function settled(stored: StoredEvent, reason: string): Decision {
  return { outcome: { do: 'done' }, write: (tx) => settleEvent(tx, stored.event, 'ignored', reason) };
}
