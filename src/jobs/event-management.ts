/**
 * Direct chats with the bot: somebody asks it into a room of theirs, and from then on what they write there is a command, without
 * prefix. Nothing there is mailed. Who may nothing is not followed; where others are in the room, nothing is told about accounts.
 */
import { z } from 'zod';
import { findCommand, mayUse, parseCommand, readPlainCommand } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import { renderHelp, renderHelpOf, renderMisuse } from '../bridge/commands-help.ts';
import { renderLines } from '../bridge/commands.ts';
import type { CommandName } from '../bridge/commands-table.ts';
import { readEvent } from '../bridge/from-matrix.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import { notice } from '../bridge/notices.ts';
import { renderRefusal } from '../bridge/permissions-refusal.ts';
import type { AccountId, RoomId, UserId } from '../bridge/types.ts';
import { settleEvent } from '../db/events.ts';
import type { StoredEvent } from '../db/events.ts';
import { addManagementRoom, peopleIn } from '../db/management.ts';
import { personLanguage } from '../db/people.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { setMember, setRoomState } from '../db/rooms.ts';
import { addSend, settleSend } from '../db/sends.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import type { CommandCall } from './command.ts';
import { commandAccounts, commandQueue } from './command-accounts.ts';
import { answerInChat, managementCancel, managementCompose } from './command-compose.ts';
import { commandLanguage } from './command-language.ts';
import { answerList } from './command-list.ts';
import { commandQuarantine } from './command-quarantine.ts';
import type { JobDeps } from './deps.ts';
import type { KnownRoom } from './event-context.ts';
import { invitedInto } from './event-invited.ts';
import { accountsOfPerson, capabilitiesAnywhere, operatorOf } from './operator.ts';
import type { Operator, OperatorHandler } from './operator.ts';
import type { Decision } from './worker.ts';

/** What the bot does about rooms of others. */
export interface Membership {
  /** Goes in, and returns who is there or invited; null where it may not. Safe to repeat. */
  readonly join: (room: RoomId) => Promise<readonly UserId[] | null>;
  /** Goes out, or says no to an invitation. Safe to repeat. */
  readonly leave: (room: RoomId) => Promise<void>;
}

export interface ManagementDeps extends JobDeps {
  readonly membership: Membership;
}

/** A message in a direct chat with the bot. */
export interface ManagementContext extends ManagementDeps {
  readonly room: RoomId;
  readonly event: StoredEvent;
  /** Any account: it carries what is said in the chat, which is of none. */
  readonly carrier: AccountId;
  readonly operator: Operator;
}

export type ManagementHandler = (
  tx: Transaction,
  context: ManagementContext,
  call: CommandCall,
) => Promise<Rendered | null>;

/** Every command whose place is `management`. */
export const MANAGEMENT_HANDLERS: Readonly<Partial<Record<CommandName, ManagementHandler>>> = {
  help: (_tx, context, { args }) => Promise.resolve(answerHelp(context, args)),
  list: (tx, { operator, ghosts }, { args }) =>
    answerList(tx, {
      accounts: operator.own,
      unnamed: operator.own.map(({ id }) => id),
      who: operator.user,
      args,
      language: operator.language,
      domain: ghosts.domain,
      command: 'list',
    }),
  accounts: asOperator(commandAccounts),
  queue: asOperator(commandQueue),
  quarantine: asOperator(commandQuarantine),
  language: asOperator(commandLanguage),
  compose: managementCompose,
  cancel: managementCancel,
};

const invitation = z.object({
  type: z.literal('m.room.member'),
  state_key: z.string(),
  content: z.object({ membership: z.literal('invite'), is_direct: z.literal(true) }),
});

/** What an event has to do with a direct chat; null where nothing. */
export async function manage(
  deps: ManagementDeps,
  stored: StoredEvent,
  raw: unknown,
  room: KnownRoom | null,
): Promise<Decision | null> {
  const asked = invitation.safeParse(raw).data;
  const invited = asked?.state_key === deps.ghosts.bot && !deps.ghosts.isOwn(stored.sender);
  if (room === null ? invited : invited && room.kind === 'management') return enter(deps, stored, raw);
  return room?.kind === 'management' ? inChat(deps, stored, raw, room) : null;
}

async function enter(deps: ManagementDeps, stored: StoredEvent, raw: unknown): Promise<Decision> {
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
      await say(tx, context, 'greeting', answerHelp(context, []), false);
      await settleEvent(tx, stored.event, 'done');
    },
  };
}

function inChat(deps: ManagementDeps, stored: StoredEvent, raw: unknown, known: KnownRoom): Decision {
  const { room } = known;
  const carrier = deps.accounts.has(known.account) ? known.account : [...deps.accounts.keys()][0];
  if (carrier === undefined) return settled(stored, 'unknown-account');
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

async function act(tx: Transaction, context: ManagementContext, action: MatrixAction): Promise<string | null> {
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
      await say(tx, context, 'encrypted', renderLines([words(operator.language).operations.encrypted]));
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

async function run(tx: Transaction, context: ManagementContext, call: CommandCall): Promise<string | null> {
  const { operator, ghosts, room } = context;
  const { user, language } = operator;
  const can = capabilitiesAnywhere(context, user);
  if (!can.has('read')) return 'not-allowed';
  if ((await peopleIn(tx, room, (one) => ghosts.isOwn(one))).length > 1) {
    return say(tx, context, 'answer', renderLines([words(language).operations.notAlone]));
  }
  const parsed = parseCommand(call.name, call.args, { place: 'management', can });
  if (parsed.kind !== 'run') return say(tx, context, 'answer', renderMisuse(parsed, language, 'management'));
  const { command } = parsed;
  if (!mayUse(command, can)) {
    const permissions = [...context.accounts.values()][0]?.permissions ?? new Map();
    return say(tx, context, 'answer', renderRefusal({ needed: command.needs, able: [], permissions }, language));
  }
  const answered = await MANAGEMENT_HANDLERS[command.name]?.(tx, context, call);
  return answered === null || answered === undefined ? null : say(tx, context, 'answer', answered);
}

function answerHelp(context: ManagementContext, [name]: readonly string[]): Rendered {
  const { language, user } = context.operator;
  const can = capabilitiesAnywhere(context, user);
  if (name === undefined) return renderHelp(language, { place: 'management', can });
  const command = findCommand(name);
  if (command !== null) return renderHelpOf(command, language, 'management');
  return renderMisuse({ kind: 'unknown', name: name.slice(0, 40), nearest: null }, language, 'management');
}

function asOperator(handler: OperatorHandler): ManagementHandler {
  return (tx, { operator }, { args }) => handler(tx, operator, args);
}

async function contextOf(
  db: Queryable,
  deps: ManagementDeps,
  event: StoredEvent,
  room: RoomId,
  carrier: AccountId,
): Promise<ManagementContext> {
  const user = event.sender;
  const language = await languageOf(db, deps, user);
  return { ...deps, room, event, carrier, operator: operatorOf(deps, { user, language, place: 'management' }) };
}

/** The one somebody chose, else that of their first account. */
async function languageOf(db: Queryable, deps: JobDeps, user: UserId): Promise<Language> {
  const own = accountsOfPerson(deps, user)[0] ?? [...deps.accounts.values()][0];
  return (await personLanguage(db, user)) ?? own?.language ?? 'en';
}

async function say(
  tx: Transaction,
  { ids, ghosts, event, room, carrier }: ManagementContext,
  purpose: string,
  said: Rendered,
  reply = true,
): Promise<null> {
  const place = { account: carrier, thread: null, room };
  const replyTo = reply ? event.event : null;
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, of: event.event, purpose, said, replyTo }));
  return null;
}

function settled(stored: StoredEvent, reason: string): Decision {
  return { outcome: { do: 'done' }, write: (tx) => settleEvent(tx, stored.event, 'ignored', reason) };
}
