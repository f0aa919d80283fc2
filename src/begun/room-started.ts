/**
 * A room that somebody made becomes the room of a conversation: whom they invited comes in, and the bot with them; its
 * ghosts are the recipients, its name the subject, and what was said in it since the invitation the first mail.
 */
import { z } from 'zod';
import { readWireJson } from '../base/wire-text.ts';
import type { Account } from '../bridge/account/account.ts';
import { isOwnAddress } from '../bridge/account/account.ts';
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import { keyed } from '../bridge/recipients/recipients.ts';
import type { Keyed } from '../bridge/recipients/recipients.ts';
import { plainName } from '../bridge/room/room-state.ts';
import type { RoomId, UserId } from '../bridge/types.ts';
import { setStarted, startedRoom } from '../db/mail-tables/composing.ts';
import type { StartedRoom } from '../db/mail-tables/composing.ts';
import { guestRoomOf, openGuestRoom } from '../db/guest-tables/guest-rooms.ts';
import { storeEvents } from '../db/intake-tables/events.ts';
import type { NewEvent } from '../db/intake-tables/events.ts';
import { addAct, dropAct } from '../db/room-tables/member-acts.ts';
import type { MemberAct, StoredAct } from '../db/room-tables/member-acts.ts';
import { knownThread } from '../db/known-ids.ts';
import type { Transaction } from '../db/pool.ts';
import { chooseRecipient } from '../db/mail-tables/recipients-chosen.ts';
import { addRoom, findRoom, setMembers, setRoomState } from '../db/room-tables/rooms.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { openThread } from '../db/thread-tables/threads.ts';
import { words } from '../words/words.ts';
import type { StateEvent } from '../matrix/client.ts';
import { MatrixError } from '../matrix/errors.ts';
import type { ActingUser } from '../matrix/ghosts.ts';
import { joinRoom } from '../matrix/join.ts';
import { missingEvents } from '../matrix/read-back.ts';
import { accountsFor, welcome } from './compose.ts';
import { guestHost } from '../handling/guest-host.ts';
import { addressOfGhost } from '../handling/ghost-address.ts';
import { sayOutside } from './outside.ts';
import { actingUser } from './outside.ts';
import type { MemberActDeps } from './outside.ts';
import type { Decision } from '../queue/worker.ts';

const dated = z.object({ origin_server_ts: z.number().catch(0).default(0) });

/** Follows an invitation into a room that a person made. */
export async function enterStarted(deps: MemberActDeps, account: Account, act: StoredAct): Promise<Decision> {
  const { room, user, keyVersion: version } = act;
  const drop: Decision = { outcome: { do: 'done' }, write: (tx) => dropAct(tx, act.act) };
  const started = room === null ? null : await startedRoom(deps.db, room);
  if (room === null || started === null) return drop;
  const speaker = await actingUser(deps, user);
  await joinRoom(deps.client, room, speaker);
  deps.failpoint('member-act:entered');
  if (started.state === 'adopted') return follow(deps, account, act, room);
  if (!(await botIn(deps, room, speaker))) {
    await deps.client.leave(room, speaker);
    return { outcome: { do: 'done' }, write: (tx) => giveUp(tx, act, room) };
  }
  const state = await deps.client.allState(room);
  const say = words(started.language);
  const bot = await deps.matrixGhosts.bot();
  if (state.some(({ type }) => type === 'm.room.encryption')) {
    await sayOutside(deps, room, bot, { purpose: 'encrypted', version, body: say('compose-encrypted') });
    await leaveAll(deps, room, state);
    return { outcome: { do: 'done' }, write: (tx) => giveUp(tx, act, room) };
  }
  const host = isAlone(deps, state) ? guestHost(deps, started.by) : null;
  if (host !== null) {
    const said = await saidSince(deps, room, started);
    return {
      outcome: { do: 'done' },
      write: async (tx) => {
        await adopt(tx, deps, host, started, { state, people: [], said, guests: true });
        await dropAct(tx, act.act);
      },
    };
  }
  const chosen = started.account === null ? null : deps.accounts.get(started.account);
  if (chosen === undefined) return { outcome: { do: 'elsewhere', account: started.account ?? account.id } };
  if (chosen === null) {
    const names = accountsFor(deps, started.by).map(({ id, address }) => `${id} (${address})`);
    const body = say('compose-ask-account-here', { accounts: names.join(', ') });
    await sayOutside(deps, room, bot, { purpose: 'which-account', version, body });
    return {
      outcome: { do: 'done' },
      write: async (tx) => {
        await setStarted(tx, room, 'asking');
        await dropAct(tx, act.act);
      },
    };
  }
  const people = await ghostsIn(deps, chosen, state);
  const said = await saidSince(deps, room, started);
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await adopt(tx, deps, chosen, started, { state, people, said, guests: false });
      await dropAct(tx, act.act);
    },
  };
}

async function giveUp(tx: Transaction, act: MemberAct, room: RoomId): Promise<void> {
  await setStarted(tx, room, 'refused');
  await dropAct(tx, act.act);
}

/** The bot in the room: invited by the ghost where the person invited only that. */
async function botIn(deps: MemberActDeps, room: RoomId, speaker: ActingUser): Promise<boolean> {
  const bot = await deps.matrixGhosts.bot();
  try {
    await joinRoom(deps.client, room, bot);
    return true;
  } catch (error) {
    if (!(error instanceof MatrixError) || error.status !== 403) throw error;
  }
  if (speaker.user === bot.user) return false;
  try {
    await deps.client.putState(room, 'm.room.member', bot.user, { membership: 'invite' }, speaker);
    await joinRoom(deps.client, room, bot);
    return true;
  } catch (error) {
    if (!(error instanceof MatrixError) || error.status !== 403) throw error;
    return false;
  }
}

async function leaveAll(deps: MemberActDeps, room: RoomId, state: readonly StateEvent[]): Promise<void> {
  for (const { user } of ours(deps, state)) {
    try {
      await deps.client.leave(room, await actingUser(deps, user));
    } catch (error) {
      if (!(error instanceof MatrixError) || error.status !== 403) throw error;
    }
  }
}

function ours({ ghosts }: Pick<MemberActDeps, 'ghosts'>, state: readonly StateEvent[]) {
  return state
    .filter(({ type, key }) => type === 'm.room.member' && ghosts.isOwn(key))
    .map(({ key, content }) => ({ user: key as UserId, membership: content['membership'] }))
    .filter(({ membership }) => membership === 'join' || membership === 'invite');
}

/** Whether the bot was called without anybody who is written to: to a room for guests, where there are any. */
function isAlone(deps: MemberActDeps, state: readonly StateEvent[]): boolean {
  return ours(deps, state).every(({ user }) => user === deps.ghosts.bot);
}

interface GhostPerson extends Keyed {
  readonly user: UserId;
}

async function ghostsIn(deps: MemberActDeps, account: Account, state: readonly StateEvent[]): Promise<GhostPerson[]> {
  const people: GhostPerson[] = [];
  for (const { user } of ours(deps, state)) {
    const address = user === deps.ghosts.bot ? null : await addressOfGhost(deps.db, deps.ghosts, user);
    if (address === null || isOwnAddress(account, address)) continue;
    for (const one of keyed([{ name: '', address }])) people.push({ ...one, user });
  }
  return people;
}

/** What was said since the invitation, before we were there to hear it. */
async function saidSince(deps: MemberActDeps, room: RoomId, started: StartedRoom): Promise<NewEvent[]> {
  const events = await missingEvents({ client: deps.client, db: deps.db, codec: deps.ghosts }, room, null);
  return events.map((event) => {
    const { origin_server_ts: at } = dated.parse(readWireJson(Buffer.from(event.body).toString('utf8')));
    const before = at < started.since;
    return before && event.ignored === null ? { ...event, ignored: 'before-invitation' } : event;
  });
}

async function adopt(
  tx: Transaction,
  deps: MemberActDeps,
  account: Account,
  started: StartedRoom,
  found: {
    readonly state: readonly StateEvent[];
    readonly people: readonly GhostPerson[];
    readonly said: NewEvent[];
    /** Whether it is a room for guests. */
    readonly guests: boolean;
  },
): Promise<void> {
  const { room } = started;
  const { state, people } = found;
  const { ids, ghosts } = deps;
  const thread = await knownThread(tx, ids.begun(account.id, room));
  const name = state.find(({ type, key }) => type === 'm.room.name' && key === '')?.content['name'];
  const subject = typeof name === 'string' ? plainName(name, '') : '';
  await openThread(tx, { thread, account: account.id, subject, by: 'room' });
  if (found.guests) await openGuestRoom(tx, { thread, account: account.id, openedBy: started.by });
  const alias = ids.threadAlias(thread, 0);
  await addRoom(tx, { room, account: account.id, kind: 'thread', thread, alias, generation: 0, invited: [started.by] });
  await setRoomState(tx, room, 'active');
  for (const membership of ['join', 'invite'] as const) {
    const users = state
      .filter(({ type, content }) => type === 'm.room.member' && content['membership'] === membership)
      .map(({ key }) => key as UserId);
    await setMembers(tx, room, account.id, users, membership);
  }
  for (const person of people) {
    await chooseRecipient(tx, { account: account.id, thread, person, field: 'to', by: started.by, quoted: true });
    const act = { act: ids.send(room, `join:${person.user}`), account: account.id, thread, room: null, said: null };
    await addAct(tx, { ...act, kind: 'join', user: person.user, name: plainName('', person.address) });
  }
  const said = found.guests
    ? guestRoomWelcome(account)
    : welcome(account, { to: people, cc: [], bcc: [], subject, body: '', from: account.address });
  const place = { account: account.id, thread, room: null };
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, purpose: { kind: 'welcome', of: room }, said }));
  await setStarted(tx, room, 'adopted', account.id);
  await storeEvents(tx, found.said);
}

/** The first words in a room for guests. */
function guestRoomWelcome({ language }: Account): NoticeContent {
  const say = words(language);
  return renderLines([say('guests-room-welcome'), say('guests-room-welcome-how')]);
}

/** A ghost that was invited before the room became a conversation, and is found after. */
async function follow(deps: MemberActDeps, account: Account, act: MemberAct, room: RoomId): Promise<Decision> {
  const row = await findRoom(deps.db, room);
  const address = await addressOfGhost(deps.db, deps.ghosts, act.user);
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      if (row?.thread != null && (await guestRoomOf(tx, row.thread)) !== null) {
        // It came before the room was one of guests, and has brought nobody in: they are asked again.
        const out = { act: deps.ids.send(act.act, 'out'), account: row.account, thread: row.thread, room: null };
        await addAct(tx, { ...out, kind: 'remove', user: act.user, name: null, said: null });
      } else if (row?.thread != null && address !== null && !isOwnAddress(account, address)) {
        const started = await startedRoom(tx, room);
        for (const person of keyed([{ name: '', address }])) {
          const by = started?.by ?? act.user;
          const choice = { account: row.account, thread: row.thread, person, by, quoted: true };
          await chooseRecipient(tx, { ...choice, field: 'to' });
        }
        await setMembers(tx, room, row.account, [act.user], 'join');
      }
      await dropAct(tx, act.act);
    },
  };
}
