/**
 * Where a command is said, with all that was known before the transaction began: the room of an account, or a direct
 * chat with the bot.
 */
import type { CommandPlace, CommandSpec } from '../../bridge/command/spec.ts';
import type { MatrixAction } from '../../bridge/from-matrix/from-matrix.ts';
import type { Capability } from '../../bridge/account/permissions.ts';
import type { AccountId, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { StoredEvent } from '../../db/intake-tables/events.ts';
import type { JobDeps } from '../../handling/deps.ts';
import type { EventContext } from '../../handling/event-context.ts';
import { capabilitiesFor, capabilitiesOf } from '../../handling/rights.ts';
import type { Reader } from '../../words/zones.ts';
import { capabilitiesAnywhere, operatorOf } from './operator.ts';
import type { Operator } from './operator.ts';

/** What was written, and which message it replies to. */
export type CommandCall = Extract<MatrixAction, { kind: 'command' }>;

/** What is known in every place. */
interface Asked extends JobDeps {
  readonly event: StoredEvent;
  /** Who asks, and which accounts they can ask about. */
  readonly operator: Operator;
  /** What they may do here. */
  readonly can: ReadonlySet<Capability>;
  /** What they may do without the power that they have over the room: by the word of the config. */
  readonly canByConfig: ReadonlySet<Capability>;
  /** All commands there are, in the order of the help. */
  readonly commands: readonly CommandSpec[];
}

/** In a room of an account. The account has the language of who asks. */
interface InRoom extends Asked, EventContext {}

export interface ThreadContext extends InRoom {
  readonly place: 'thread';
  readonly thread: ThreadId;
}
interface LobbyContext extends InRoom {
  readonly place: 'lobby';
  readonly thread: null;
}
interface InboxContext extends InRoom {
  readonly place: 'inbox';
  readonly thread: null;
}

/** In a direct chat with the bot, which is of no account. */
export interface ChatContext extends Asked {
  readonly place: 'management';
  readonly room: RoomId;
  /** Any account: it carries what is said in the chat. */
  readonly carrier: AccountId;
}

interface Contexts {
  readonly thread: ThreadContext;
  readonly lobby: LobbyContext;
  readonly inbox: InboxContext;
  readonly management: ChatContext;
}

/** The context of a command that can be said in these places. */
export type ContextAt<Place extends CommandPlace> = Contexts[Place];
export type CommandContext = ContextAt<CommandPlace>;
export type RoomContext = ContextAt<'thread' | 'lobby' | 'inbox'>;

/** Whether it is one of these places. */
export function isAt<Place extends CommandPlace>(
  context: CommandContext,
  places: readonly Place[],
): context is CommandContext & ContextAt<Place> {
  return places.some((one) => one === context.place);
}

/** In a room of an account. A space has no messages that people see, and counts as its lobby. */
export function roomContext(asked: EventContext, reader: Reader, commands: readonly CommandSpec[]): RoomContext {
  const { language, zone } = reader;
  const account = { ...asked.account, language };
  const { sender: user } = asked.event;
  const { kind, thread } = asked.room;
  const all = {
    ...asked,
    account,
    commands,
    operator: operatorOf(asked, { user, language, zone }, [account]),
    can: capabilitiesOf(asked),
    canByConfig: capabilitiesFor(asked, 'account'),
  };
  if (thread !== null) return { ...all, place: 'thread', thread };
  return kind === 'inbox' ? { ...all, place: 'inbox', thread } : { ...all, place: 'lobby', thread };
}

/** In a direct chat with the bot. */
export function chatContext(
  deps: JobDeps,
  asked: { readonly event: StoredEvent; readonly room: RoomId; readonly carrier: AccountId; readonly user: UserId },
  { language, zone }: Reader,
  commands: readonly CommandSpec[],
): ChatContext {
  const { event, room, carrier, user } = asked;
  const can = capabilitiesAnywhere(deps, user);
  const { db, log, ids, ghosts, accounts, reload, ownAccounts, mailboxes } = deps;
  const operator = operatorOf(deps, { user, language, zone });
  return {
    place: 'management',
    db,
    log,
    ids,
    ghosts,
    accounts,
    ...(reload === undefined ? {} : { reload }),
    ...(mailboxes === undefined ? {} : { mailboxes }),
    ...(ownAccounts === undefined ? {} : { ownAccounts }),
    event,
    room,
    carrier,
    operator,
    can,
    canByConfig: can,
    commands,
  };
}
