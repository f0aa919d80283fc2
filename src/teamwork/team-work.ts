/**
 * Makes the rooms of an account fit its team: levels, who leaves, who is asked in. One job for each change of the team
 * (`ACCOUNT:VERSION`), in order for each account, so many rooms at a time and then a pause. What is done is found done
 * when it is repeated; what the homeserver refuses in one room is noted and passed over.
 */
import type { Account } from '../bridge/account/account.ts';
import { teamLevels } from '../bridge/room/team-levels.ts';
import { renderTeamOutcome, renderTeamProgress } from '../bridge/told/team-told.ts';
import type { AccountId, JsonObject, RoomId, UserId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { findRoom, setMember } from '../db/room-tables/rooms.ts';
import {
  beginTeamWork,
  dropTeamWork,
  endTeamTask,
  planLevels,
  planRemoval,
  roomsToWork,
  teamProgress,
  untoldOutcomes,
} from '../db/room-tables/team-work.ts';
import type { TeamTask, TeamTaskEnd } from '../db/room-tables/team-work.ts';
import { leavingPeople, holdTeam, setTeamStanding, teamVersion } from '../db/room-tables/teams.ts';
import { errorText } from '../base/errors.ts';
import type { MatrixClient } from '../matrix/client.ts';
import { HomeserverUnreachableError, MatrixError } from '../matrix/errors.ts';
import { retryAfter } from '../matrix/repair.ts';
import type { Rooms } from '../matrix/rooms.ts';
import type { JobDeps } from '../handling/deps.ts';
import { outcomeOf } from '../handling/matrix-failure.ts';
import type { ReadFailure } from '../handling/matrix-failure.ts';
import { tellTeam } from '../handling/team-changes.ts';
import { words } from '../words/words.ts';
import type { Decision, Handler } from '../queue/worker.ts';

export interface TeamWorkDeps extends JobDeps {
  readonly client: Pick<MatrixClient, 'getState' | 'putState' | 'kick'>;
  readonly rooms: Pick<Rooms, 'invitations'>;
  readonly failure: ReadFailure;
  readonly failpoint: (name: string) => void;
  /** Rooms at a time, and milliseconds until the next: `TEAM_PACE`, or a test's. */
  readonly pace?: { readonly rooms: number; readonly pauseMs: number };
}

/** Five rooms a second: two thousand in seven minutes, beside whatever else the homeserver does. */
const TEAM_PACE = { rooms: 5, pauseMs: 1_000 };
/** A room that fails so often while others answer is passed over. */
const TRIES = 5;
/** Rooms between two words of how far it is. */
const PROGRESS = 250;

const DONE: Decision = { outcome: { do: 'done' } };

export function teamWork(deps: TeamWorkDeps): Handler<undefined> {
  return {
    queue: 'team',
    keys: 2,
    perAccount: 1,
    perKey: 1,
    tries: 8,
    overlap: false,
    ahead: 1,
    prepare: () => Promise.resolve(undefined),
    run: (job) => run(deps, job.subject),
    judge: (error, job) => outcomeOf(deps.failure, error, job),
    buried: () => Promise.resolve(),
  };
}

async function run(deps: TeamWorkDeps, subject: string): Promise<Decision> {
  const [id = '', version = '0'] = subject.split(':');
  const account = deps.accounts.get(id as AccountId);
  if (account === undefined) return { outcome: { do: 'elsewhere', account: id } };
  // A job behind this one does it all.
  if ((await teamVersion(deps.db, account.id)) !== Number(version)) return DONE;
  const { rooms: atOnce, pauseMs } = deps.pace ?? TEAM_PACE;
  const before = await teamProgress(deps.db, account.id);
  const rooms = await roomsToWork(deps.db, account.id, atOnce);
  if (rooms.length === 0) return finish(deps, account, Number(version));
  for (const room of rooms) {
    const waits = await inRoom(deps, account, room);
    if (waits !== null) return waits;
  }
  const now = await teamProgress(deps.db, account.id);
  const step = Math.floor(now.done / PROGRESS);
  return {
    outcome: { do: 'retry', afterMs: pauseMs, reason: 'more rooms' },
    write: async (tx) => {
      if (step === Math.floor(before.done / PROGRESS) || now.done === now.all) return;
      const said = renderTeamProgress(account.language, now);
      await tellTeam(tx, deps, account, 'team-changed', Number(version), said, `progress:${step}`);
    },
  };
}

/** Everything that is to be done in one room; not null where the job has to wait before it goes on. */
async function inRoom(deps: TeamWorkDeps, account: Account, room: RoomId): Promise<Decision | null> {
  const tasks = await beginTeamWork(deps.db, account.id, room);
  deps.failpoint('team:begun');
  const at = { account: account.id, room };
  const end = (task: TeamTask, how: TeamTaskEnd, reason: string | null = null) =>
    endTeamTask(deps.db, at, task, how, reason);
  const parts = together(tasks);
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    try {
      const how = await act(deps, account, room, part);
      deps.failpoint('team:acted');
      for (const task of part) await end(task, how);
    } catch (error) {
      const answered = error instanceof MatrixError || error instanceof HomeserverUnreachableError;
      if (!answered) throw error;
      const failure = await deps.failure(error);
      const tries = Math.max(...part.map((task) => task.tries));
      if (failure.is === 'away') {
        return {
          outcome: { do: 'away', what: 'homeserver', afterMs: retryAfter(error, tries), reason: errorText(error) },
        };
      }
      if (failure.is === 'later' && (!failure.failed || tries < TRIES)) {
        return { outcome: { do: 'retry', afterMs: retryAfter(error, tries), reason: errorText(error), spread: true } };
      }
      // Somebody among them has as much power as the bot: the others one by one.
      if (part.length > 1) {
        parts.unshift(...part.map((one) => [one]));
        continue;
      }
      deps.log.warn('a room could not be made to fit the team', { account: account.id, room, error: errorText(error) });
      for (const task of part) await end(task, 'refused', errorText(error));
    }
  }
  return null;
}

/** The steps in their order: levels in one request, then who leaves, then who is asked in. */
function together(tasks: readonly TeamTask[]): TeamTask[][] {
  const levels = tasks.filter(({ step }) => step === 'lower' || step === 'raise');
  const others = (['remove', 'invite'] as const).flatMap((step) => tasks.filter((one) => one.step === step));
  return [...(levels.length > 0 ? [levels] : []), ...others.map((one) => [one])];
}

async function act(
  deps: TeamWorkDeps,
  account: Account,
  room: RoomId,
  part: readonly TeamTask[],
): Promise<TeamTaskEnd> {
  const [first] = part;
  if (first === undefined) return 'found';
  switch (first.step) {
    case 'lower':
    case 'raise':
      return setLevels(deps, room, part);
    case 'remove':
      return remove(deps, account, room, first);
    case 'invite':
      return invite(deps, room, first.user);
  }
}

async function setLevels(deps: TeamWorkDeps, room: RoomId, part: readonly TeamTask[]): Promise<TeamTaskEnd> {
  const usersOf = (step: TeamTask['step']) => part.filter((one) => one.step === step).map(({ user }) => user);
  const content: JsonObject = (await deps.client.getState(room, 'm.room.power_levels')) ?? {};
  const next = teamLevels(content, { raise: usersOf('raise'), lower: usersOf('lower') });
  if (next === null) return 'found';
  await deps.client.putState(room, 'm.room.power_levels', '', next);
  return 'done';
}

/** Kicking is not repeatable by itself: it is looked first whether they are there. */
async function remove(
  deps: TeamWorkDeps,
  account: Account,
  room: RoomId,
  { user, tried }: TeamTask,
): Promise<TeamTaskEnd> {
  const membership = (await deps.client.getState(room, 'm.room.member', user))?.['membership'];
  const isThere = membership === 'join' || membership === 'invite' || membership === 'knock';
  if (isThere)
    await deps.client.kick(room, user, { reason: words(account.language)('team-reason', { account: account.name }) });
  await setMember(deps.db, { room, account: account.id, user, membership: 'leave' });
  return isThere || tried ? 'done' : 'found';
}

async function invite(deps: TeamWorkDeps, room: RoomId, user: UserId): Promise<TeamTaskEnd> {
  const row = await findRoom(deps.db, room);
  if (row === null) return 'found';
  const membership = (await deps.client.getState(room, 'm.room.member', user))?.['membership'];
  if (membership === 'join') return 'found';
  // By the start, which opens the space of an account, or by this before it was written down.
  if (membership === 'invite') return 'done';
  return (await deps.rooms.invitations.ask(row, user)) ? 'done' : 'refused';
}

/** Nothing is left to do: rooms that were made meanwhile are looked at once more, then the lobby is told. */
async function finish(deps: TeamWorkDeps, account: Account, version: number): Promise<Decision> {
  const more = await deps.db.transaction(async (tx) => {
    await holdTeam(tx, account.id);
    if ((await teamVersion(tx, account.id)) !== version) return 0;
    let added = 0;
    for (const { user, standing } of await leavingPeople(tx, account.id)) {
      added += await planLevels(tx, account.id, user, 'lower');
      if (standing === 'leaving') added += await planRemoval(tx, account.id, user);
    }
    return added;
  });
  if (more > 0) return { outcome: { do: 'retry', afterMs: 0, reason: 'rooms of meanwhile' } };
  return { outcome: { do: 'done' }, write: (tx) => tellOutcome(tx, deps, account, version) };
}

async function tellOutcome(tx: Transaction, deps: JobDeps, account: Account, version: number): Promise<void> {
  await holdTeam(tx, account.id);
  // The change after this one has its own job.
  if ((await teamVersion(tx, account.id)) !== version) return;
  const outcomes = await untoldOutcomes(tx, account.id);
  if (outcomes.length === 0) return;
  await tellTeam(tx, deps, account, 'team-changed', version, renderTeamOutcome(account.language, outcomes));
  const told = (standing: 'member' | 'leaving') => outcomes.filter((one) => one.standing === standing);
  await setTeamStanding(tx, account.id, told('member'), { standing: 'member', version, told: true });
  await setTeamStanding(tx, account.id, told('leaving'), { standing: 'former', version, told: true });
  await dropTeamWork(
    tx,
    account.id,
    outcomes.map(({ user }) => user),
  );
}
