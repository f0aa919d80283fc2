/**
 * Makes the room of a thread show the work on it: who has it in its name or topic, whether and where it stands in the
 * space, whether the ghosts are there; and pins an account's overview. Each job says up to which version it goes; what
 * is done is found done when it is repeated, and a step that the homeserver does not let the bot take is left out:
 * people can take its power away.
 */
import type { Account } from '../bridge/account/account.ts';
import { memberByUser } from '../bridge/account/account.ts';
import { entersWhenClaimed, isAskedIn } from '../bridge/room/entry.ts';
import { nameMark, placeOfClaim, withMark, shownName, topicMark } from '../bridge/helpdesk/team-work.ts';
import type { Marked } from '../bridge/helpdesk/team-work.ts';
import { entryRank, isListed, listedMost, threadOrder } from '../bridge/helpdesk/space-order.ts';
import type { EventId, ThreadId, UserId } from '../bridge/types.ts';
import { moveOthers, rankInSpace } from '../db/helpdesk-tables/space-list.ts';
import { loadWork, openThreads, setShown } from '../db/helpdesk-tables/thread-work.ts';
import type { ShownRoom, Work } from '../db/helpdesk-tables/thread-work.ts';
import { findAccountRoom, findThreadRoom, leaveRoom, roomMembers } from '../db/room-tables/rooms.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import { loadSend } from '../db/room-tables/sends.ts';
import { lookAtReading, planArchive } from '../db/helpdesk-tables/mailbox-follow.ts';
import type { Transaction } from '../db/pool.ts';
import { threadPeople } from '../db/thread-tables/threads.ts';
import type { MatrixClient } from '../matrix/client.ts';
import { MatrixError } from '../matrix/errors.ts';
import type { Ghosts } from '../matrix/ghosts.ts';
import type { Rooms } from '../matrix/rooms.ts';
import type { JobDeps } from '../handling/deps.ts';
import { isCrowded } from '../handling/crowded.ts';
import { outcomeOf } from '../handling/matrix-failure.ts';
import type { ReadFailure } from '../handling/matrix-failure.ts';
import { helpdeskOf } from '../handling/team-settings.ts';
import type { ThreadRooms } from '../rooms/thread-rooms.ts';
import { words } from '../words/words.ts';
import type { Decision, Handler } from '../queue/worker.ts';

export interface WorkShownDeps extends JobDeps {
  readonly client: Pick<MatrixClient, 'getState' | 'putState' | 'kick'>;
  readonly rooms: Pick<Rooms, 'list' | 'invite'>;
  readonly matrixGhosts: Pick<Ghosts, 'leave'>;
  readonly threadRooms: Pick<ThreadRooms, 'welcome'>;
  readonly failure: ReadFailure;
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
export function workShown(deps: WorkShownDeps): Handler<undefined> {
  return {
    queue: 'desk',
    keys: 6,
    perAccount: 4,
    perKey: 8,
    tries: 5,
    overlap: false,
    ahead: Infinity,
    prepare: () => Promise.resolve(undefined),
    run: (job) => {
      const [what, subject = '', version = '0'] = job.subject.split(':');
      return what === 'pin' ? pin(deps, subject) : show(deps, subject as ThreadId, Number(version));
    },
    judge: (error, job) => outcomeOf(deps.failure, error, job),
    buried: () => Promise.resolve(),
  };
}

async function show(deps: WorkShownDeps, thread: ThreadId, version: number): Promise<Decision> {
  const work = await loadWork(deps.db, thread);
  const row = await findThreadRoom(deps.db, thread);
  const account = work === null ? undefined : deps.accounts.get(work.account);
  // A job behind this one does it; a room that is not there yet has nothing to hide.
  if (work === null || work.version > version) return DONE;
  if (account === undefined) return { outcome: { do: 'elsewhere', account: work.account } };
  if (row?.state === 'replaced')
    return { outcome: { do: 'retry', afterMs: FOLLOWED_MS, reason: 'room not followed yet' } };
  if (row?.state !== 'active') return DONE;
  const before = beforeIn(row, work);
  const order = await showInSpace(deps, account, row, work, before);
  deps.failpoint('desk:listed');
  if (before.archived && !work.archived) {
    await deps.threadRooms.welcome(account, row, await threadPeople(deps.db, thread));
  }
  const { room } = row;
  const shown: ShownRoom = {
    room,
    ...(await showClaim(deps, account, work, before)),
    listed: order !== null,
    done: work.state === 'done',
    order,
    archived: work.archived,
  };
  deps.failpoint('desk:marked');
  await bringIn(deps, account, row, work, before);
  if (work.archived) await sendGhostsAway(deps, row);
  if (work.state === 'done') await sendTeamAway(deps, account, row);
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await setShown(tx, thread, shown);
      if (account.follows === true) await followWork(tx, account, row, work, before);
      const sameState = shown.done === (before.done ?? !before.listed);
      if (sameState && shown.listed === before.listed && shown.order === before.order) return;
      const most = listedMost(account);
      await moveOthers(tx, account.id, { most, entry: entryRank(most) });
    },
  };
}

/** Whoever has the conversation now may have read it, and what is done is archived. */
async function followWork(
  tx: Transaction,
  account: Account,
  { room }: RoomRow,
  { thread, state, version }: Work,
  before: ShownRoom,
): Promise<void> {
  await lookAtReading(tx, account.id, room, String(version));
  const newlyDone = state === 'done' && !(before.done ?? !before.listed);
  if (newlyDone) await planArchive(tx, { account: account.id, thread, version }, account.hold.after);
}

/**
 * What a room shows before anything was done: another room of the thread may have kept our mark, and hangs in the
 * space.
 */
function beforeIn(row: RoomRow, { shown }: Work): ShownRoom {
  const fresh = {
    room: row.room,
    name: shown?.name ?? null,
    topic: shown?.topic ?? null,
    listed: !row.unlisted,
    done: false,
    order: null,
    archived: false,
  };
  return shown?.room === row.room ? shown : fresh;
}

/** Its order in the space, null where it does not stand there: done, or beyond what the space lists. */
async function showInSpace(
  deps: WorkShownDeps,
  account: Account,
  row: RoomRow,
  work: Work,
  before: ShownRoom,
): Promise<string | null> {
  const most = listedMost(account);
  const open = work.state !== 'done';
  const rank = open ? await rankInSpace(deps.db, { account: account.id, thread: work.thread }, most) : 0;
  const order = open && isListed({ rank, most, listed: before.listed }) ? threadOrder(work) : null;
  if ((order !== null) === before.listed && order === before.order) return order;
  const space = await findAccountRoom(deps.db, work.account, 'space');
  if (space?.state === 'active') await deps.rooms.list(space.room, row, order);
  return order;
}

async function showClaim(
  deps: WorkShownDeps,
  account: Account,
  work: Work,
  before: ShownRoom,
): Promise<Pick<ShownRoom, 'name' | 'topic'>> {
  const settings = helpdeskOf(account);
  const who = work.claimedBy === null ? '' : shownName(account, work.claimedBy);
  const named = who !== '' && before.name !== null && before.name.marked === `${nameMark(who)}${before.name.base}`;
  const counts = settings.claim === 'auto' && who !== '' && !named;
  const open = counts ? await openThreads(deps.db, account.id, settings.claimRooms + 1) : 0;
  const claim = placeOfClaim(settings, { open, named });
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
 * A mark that is not there and not wanted costs no request. What a text will be is written down before it is: a mark
 * that is found in the room and in no row would be taken for somebody's words, and get a second one.
 */
async function showMark(
  deps: WorkShownDeps,
  thread: ThreadId,
  shown: ShownRoom,
  key: 'name' | 'topic',
  mark: string,
): Promise<Marked | null> {
  const { room, [key]: before } = shown;
  if (mark === '' && (before === null || before.base === before.marked)) return null;
  const type = `m.room.${key}`;
  return where(async () => {
    const now = (await deps.client.getState(room, type))?.[key];
    const current = typeof now === 'string' ? now : '';
    const next = withMark(current, before, mark, key === 'name' ? 'start' : 'end');
    if (next.marked !== current) {
      if (mark !== '') await setShown(deps.db, thread, { ...shown, [key]: { ...next, was: current } });
      await deps.client.putState(room, type, '', { [key]: next.marked });
    }
    return mark === '' ? null : next;
  }, before);
}

/** Who has the thread, where they are not there; and after it was done whoever was there, where all are in rooms. */
async function bringIn(
  deps: WorkShownDeps,
  account: Account,
  row: RoomRow,
  work: Work,
  before: ShownRoom,
): Promise<void> {
  const reopened = (before.done ?? !before.listed) && work.state !== 'done';
  const whenClaimed = entersWhenClaimed(account, await isCrowded(deps.db, account));
  const wanted = new Set<UserId>(reopened && !whenClaimed ? work.had : []);
  if (work.claimedBy !== null && work.state === 'open') wanted.add(work.claimedBy);
  const team = [...wanted].filter((user) => memberByUser(account, user) !== null);
  if (team.length === 0) return;
  const members = new Map((await roomMembers(deps.db, row.room)).map((member) => [member.user, member]));
  const missing = team.filter((user) => isAskedIn(members.get(user) ?? null));
  if (missing.length > 0) await deps.rooms.invite(row, missing);
}

/**
 * Where people enter rooms when they want to, members of the team leave what is done. The room stays open to them: it
 * is restricted to the space, and whoever comes back reads all of it. Guests stay.
 */
async function sendTeamAway(deps: WorkShownDeps, account: Account, row: RoomRow): Promise<void> {
  if (!entersWhenClaimed(account, await isCrowded(deps.db, account))) return;
  const reason = words(account.language)('entry-done');
  for (const { user, membership } of await roomMembers(deps.db, row.room)) {
    if (memberByUser(account, user) === null || (membership !== 'join' && membership !== 'invite')) continue;
    // Where people made the room, the bot may not; what they have not accepted by now they have not declined.
    const gone = await where(() => deps.client.kick(row.room, user, { reason }).then(() => true), false);
    if (gone) await leaveRoom(deps.db, row.room, user);
    deps.failpoint('desk:left');
  }
}

async function sendGhostsAway(deps: WorkShownDeps, row: RoomRow): Promise<void> {
  for (const { user, membership } of await roomMembers(deps.db, row.room)) {
    if (membership !== 'join' || !deps.ghosts.isGhost(user)) continue;
    await deps.matrixGhosts.leave(row, user);
  }
}

/** Puts an overview first among what is pinned in its room. */
async function pin(deps: WorkShownDeps, subject: string): Promise<Decision> {
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
