/**
 * Makes the room of a thread show the work on it: who has it in its name or topic, whether and where it stands in the space, whether the
 * ghosts are there; and pins an account's overview. Each job says up to which version it goes; what is done is found done when
 * it is repeated, and a step that the homeserver does not let the bot take is left out: people can take its power away.
 */
import type { Account } from '../bridge/account.ts';
import { memberByUser } from '../bridge/account.ts';
import { nameMark, remark, shownName, topicMark } from '../bridge/desk.ts';
import type { Marked } from '../bridge/desk.ts';
import { threadOrder } from '../bridge/space-order.ts';
import type { EventId, ThreadId, UserId } from '../bridge/types.ts';
import { loadWork, setShown } from '../db/desk.ts';
import type { Shown, Work } from '../db/desk.ts';
import { findAccountRoom, findThreadRoom, roomMembers } from '../db/rooms.ts';
import type { RoomRow } from '../db/rooms.ts';
import { loadSend } from '../db/sends.ts';
import { threadPeople } from '../db/threads.ts';
import type { MatrixClient } from '../matrix/client.ts';
import { MatrixError } from '../matrix/errors.ts';
import type { Ghosts } from '../matrix/ghosts.ts';
import type { Rooms } from '../matrix/rooms.ts';
import type { JobDeps } from './deps.ts';
import { deskOf } from './desk-say.ts';
import type { ThreadRooms } from './thread-rooms.ts';
import type { Decision, Handler } from './worker.ts';

export interface DeskRoomDeps extends JobDeps {
  readonly client: Pick<MatrixClient, 'getState' | 'putState'>;
  readonly rooms: Pick<Rooms, 'list' | 'invite'>;
  readonly matrixGhosts: Pick<Ghosts, 'leave'>;
  readonly threadRooms: Pick<ThreadRooms, 'welcome'>;
  readonly failpoint: (name: string) => void;
}

const DONE: Decision = { outcome: { do: 'done' } };
/** Until the first event of an overview is looked for again, milliseconds. */
const UNSENT_MS = 500;
/** Until a room that people upgraded is looked at again, milliseconds. */
const FOLLOWED_MS = 1_000;
/** Events that stay pinned beside ours. */
const PINNED = 50;

/** Jobs of the queue `desk`: `room:THREAD:VERSION` and `pin:SEND`. */
export function deskRoom(deps: DeskRoomDeps): Handler<undefined> {
  return {
    queue: 'desk',
    keys: 4,
    perKey: 8,
    tries: 5,
    overlap: false,
    ahead: 'all',
    prepare: () => Promise.resolve(undefined),
    run: (job) => {
      const [what, subject = '', version = '0'] = job.subject.split(':');
      return what === 'pin' ? pin(deps, subject) : show(deps, subject as ThreadId, Number(version));
    },
    buried: () => Promise.resolve(),
  };
}

async function show(deps: DeskRoomDeps, thread: ThreadId, version: number): Promise<Decision> {
  const work = await loadWork(deps.db, thread);
  const row = await findThreadRoom(deps.db, thread);
  const account = work === null ? undefined : deps.accounts.get(work.account);
  // A job behind this one does it; a room that is not there yet has nothing to hide.
  if (work === null || account === undefined || work.version > version) return DONE;
  if (row?.state === 'replaced')
    return { outcome: { do: 'retry', afterMs: FOLLOWED_MS, reason: 'room not followed yet' } };
  if (row?.state !== 'active') return DONE;
  const before = beforeIn(row, work);
  const order = await showInSpace(deps, row, work, before);
  deps.failpoint('desk:listed');
  if (before.archived && !work.archived) {
    await deps.threadRooms.welcome(account, row, await threadPeople(deps.db, thread));
  }
  const { room } = row;
  const shown: Shown = {
    room,
    ...(await showClaim(deps, account, work, before)),
    listed: order !== null,
    order,
    archived: work.archived,
  };
  deps.failpoint('desk:marked');
  await bringIn(deps, account, row, work, before);
  if (work.archived) await sendGhostsAway(deps, row);
  return { outcome: { do: 'done' }, write: (tx) => setShown(tx, thread, shown) };
}

/** What a room shows before anything was done: another room of the thread may have kept our mark, and hangs in the space. */
function beforeIn(row: RoomRow, { shown }: Work): Shown {
  const fresh = {
    room: row.room,
    name: shown?.name ?? null,
    topic: shown?.topic ?? null,
    listed: true,
    order: null,
    archived: false,
  };
  return shown?.room === row.room ? shown : fresh;
}

async function showInSpace(deps: DeskRoomDeps, row: RoomRow, work: Work, before: Shown): Promise<string | null> {
  const order = work.state === 'done' ? null : threadOrder(work);
  if ((order !== null) === before.listed && order === before.order) return order;
  const space = await findAccountRoom(deps.db, work.account, 'space');
  if (space?.state === 'active') await deps.rooms.list(space.room, row, order);
  return order;
}

async function showClaim(
  deps: DeskRoomDeps,
  account: Account,
  work: Work,
  before: Shown,
): Promise<Pick<Shown, 'name' | 'topic'>> {
  const { claim } = deskOf(account);
  const who = work.claimedBy === null ? '' : shownName(account, work.claimedBy);
  const mark = (wanted: boolean, text: string): string => (wanted && who !== '' ? text : '');
  const name = await showMark(deps, work.thread, before, 'name', mark(claim === 'name', nameMark(who)));
  const topic = await showMark(
    deps,
    work.thread,
    { ...before, name },
    'topic',
    mark(claim === 'topic', topicMark(who)),
  );
  return { name, topic };
}

/**
 * A mark that is not there and not wanted costs no request. What a text will be is written down before it is: a mark that is found in the room and
 * in no row would be taken for somebody's words, and get a second one.
 */
async function showMark(
  deps: DeskRoomDeps,
  thread: ThreadId,
  shown: Shown,
  key: 'name' | 'topic',
  mark: string,
): Promise<Marked | null> {
  const { room, [key]: before } = shown;
  if (mark === '' && (before === null || before.base === before.marked)) return null;
  const type = `m.room.${key}`;
  return where(async () => {
    const now = (await deps.client.getState(room, type))?.[key];
    const current = typeof now === 'string' ? now : '';
    const next = remark(current, before, mark, key === 'name' ? 'start' : 'end');
    if (next.marked !== current) {
      if (mark !== '') await setShown(deps.db, thread, { ...shown, [key]: { ...next, was: current } });
      await deps.client.putState(room, type, '', { [key]: next.marked });
    }
    return mark === '' ? null : next;
  }, before);
}

/** Who has the thread, and after it was done whoever was there, where they are not. */
async function bringIn(deps: DeskRoomDeps, account: Account, row: RoomRow, work: Work, before: Shown): Promise<void> {
  const reopened = !before.listed && work.state !== 'done';
  const wanted = new Set<UserId>(reopened ? work.had : []);
  if (work.claimedBy !== null && work.state === 'open') wanted.add(work.claimedBy);
  const team = [...wanted].filter((user) => memberByUser(account, user) !== null);
  if (team.length === 0) return;
  const members = await roomMembers(deps.db, row.room);
  const there = new Set(
    members.filter(({ membership }) => membership === 'join' || membership === 'invite').map(({ user }) => user),
  );
  const missing = team.filter((user) => !there.has(user));
  if (missing.length > 0) await deps.rooms.invite(row, missing);
}

async function sendGhostsAway(deps: DeskRoomDeps, row: RoomRow): Promise<void> {
  for (const { user, membership } of await roomMembers(deps.db, row.room)) {
    if (membership !== 'join' || !deps.ghosts.isGhost(user)) continue;
    await deps.matrixGhosts.leave(row, user);
  }
}

/** Puts an overview first among what is pinned in its room. */
async function pin(deps: DeskRoomDeps, subject: string): Promise<Decision> {
  const send = await loadSend(deps.db, subject);
  if (send === null || send.state === 'dead' || send.state === 'withdrawn') return DONE;
  const kind = send.own ?? 'lobby';
  const room = send.room ?? (await findAccountRoom(deps.db, send.account, kind))?.room;
  if (send.event === null || room === undefined) {
    return { outcome: { do: 'retry', afterMs: UNSENT_MS, reason: 'not sent yet' } };
  }
  const { event } = send;
  await where(async () => {
    const pinned = (await deps.client.getState(room, 'm.room.pinned_events'))?.['pinned'];
    const others = Array.isArray(pinned) ? pinned.filter((one): one is EventId => typeof one === 'string') : [];
    if (others.includes(event)) return;
    await deps.client.putState(room, 'm.room.pinned_events', '', { pinned: [event, ...others.slice(0, PINNED)] });
  }, undefined);
  return DONE;
}

/** What the homeserver refuses here is not ours to have; everything else is tried again. */
async function where<T>(step: () => Promise<T>, refused: T): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return refused;
    throw error;
  }
}
