/**
 * Carries out what was decided about memberships (`db/room-tables/member-acts.ts`), one act at a time per room. Every
 * step is found done when it is repeated: registering, joining and leaving are idempotent, what is said has its
 * transaction id. What the homeserver refuses for good is given up and logged; one that is away is waited for, and so
 * is a room that cannot be made. An invitation waits for whatever may pass for about a day.
 */
import { errorText } from '../base/errors.ts';
import type { Account } from '../bridge/account/account.ts';
import { isAskedIn } from '../bridge/room/entry.ts';
import { literalText } from '../bridge/from-matrix/literal.ts';
import type { EventId } from '../bridge/types.ts';
import { setStarted } from '../db/mail-tables/composing.ts';
import { dropAct, loadAct } from '../db/room-tables/member-acts.ts';
import type { MemberAct, StoredAct } from '../db/room-tables/member-acts.ts';
import { roomPeople } from '../db/mail-tables/recipients-chosen.ts';
import { findMember, findRoom, setMember } from '../db/room-tables/rooms.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import { loadSend } from '../db/room-tables/sends.ts';
import { loadThread } from '../db/thread-tables/threads.ts';
import { outcomeOf } from '../handling/matrix-failure.ts';
import { isFormer } from '../handling/rights.ts';
import { MatrixError } from '../matrix/errors.ts';
import { codeOf } from '../matrix/invitations.ts';
import type { KnownRoom } from '../handling/event-context.ts';
import { takeMessage } from '../answers/take-message.ts';
import { enterStarted } from './room-started.ts';
import type { Decision, Handler } from '../queue/worker.ts';
import { sayOutside, actingUser, type MemberActDeps } from './outside.ts';

const DONE: Decision = { outcome: { do: 'done' } };
/** How often an invitation is tried, with growing pauses up to this, milliseconds: for a day and some hours. */
const INVITE_TRIES = 40;
const INVITE_REST_MS = 3_600_000;
/** Milliseconds until it is asked again whether a message has been posted. */
const POSTING_MS = 200;

export function memberActs(deps: MemberActDeps): Handler<undefined> {
  return {
    queue: 'member-act',
    keys: 6,
    perAccount: 4,
    perKey: 4,
    tries: 6,
    overlap: false,
    ahead: Infinity,
    prepare: () => Promise.resolve(undefined),
    run: (job) => run(deps, job.subject, job.attempts),
    judge: (error, job) => outcomeOf(deps.failure, error, job),
    buried: async (tx, job) => {
      const act = await loadAct(tx, job.subject);
      if (act?.kind === 'enter' && act.room !== null) await setStarted(tx, act.room, 'refused');
    },
  };
}

async function run(deps: MemberActDeps, subject: string, attempts: number): Promise<Decision> {
  const act = await loadAct(deps.db, subject);
  if (act === null) return DONE;
  const account = act.account === null ? undefined : deps.accounts.get(act.account);
  const drop: Decision = { ...DONE, write: (tx) => dropAct(tx, act.act) };
  try {
    if (act.kind === 'refuse') {
      await refuse(deps, act);
      return drop;
    }
    if (account === undefined) {
      return act.account === null ? drop : { outcome: { do: 'elsewhere', account: act.account } };
    }
    if (act.kind === 'enter') return await enterStarted(deps, account, act);
    const row = await roomOf(deps, account, act);
    if (row === null) return drop;
    if (act.kind === 'first') return await firstMail(deps, account, act, row);
    if (act.kind === 'invite') return await invite(deps, act, row, attempts);
    await move(deps, act, row);
    deps.failpoint('member-act:moved');
    return drop;
  } catch (error) {
    // Banned, not there, not allowed: whoever has the power in the room has spoken.
    if (!(error instanceof MatrixError) || (error.status !== 403 && error.status !== 404)) throw error;
    deps.log.info('a membership could not be changed', { act: act.kind, error: error.errcode });
    return drop;
  }
}

async function roomOf(deps: MemberActDeps, account: Account, { thread, room }: MemberAct): Promise<RoomRow | null> {
  if (thread === null) return room === null ? null : findRoom(deps.db, room);
  return deps.threadRooms.room(account, thread, async () => {
    const known = await loadThread(deps.db, thread);
    return { subject: known?.subject ?? '', people: await roomPeople(deps.db, thread), quiet: known?.quiet === true };
  });
}

async function move(deps: MemberActDeps, act: MemberAct, row: RoomRow): Promise<void> {
  switch (act.kind) {
    case 'join': {
      const ghost = await actingUser(deps, act.user);
      await deps.matrixGhosts.join(row, ghost, act.name ?? deps.ghosts.address(act.user) ?? act.user);
      return;
    }
    case 'remove': {
      // A ghost that was never made can only have been invited; it refuses that as itself.
      const ghost = await actingUser(deps, act.user);
      await deps.client.leave(row.room, ghost);
      await setMember(deps.db, { room: row.room, account: row.account, user: act.user, membership: 'leave' });
      return;
    }
    case 'enter':
    case 'invite':
    case 'refuse':
    case 'first':
      return;
  }
}

/** Whoever is there, or declined meanwhile, is not asked again; nor is anybody into a room that is no more. */
async function invite(deps: MemberActDeps, act: MemberAct, row: RoomRow, attempts: number): Promise<Decision> {
  const done: Decision = { ...DONE, write: (tx) => dropAct(tx, act.act) };
  const isOpen = row.state === 'active' || row.state === 'making';
  if (!isOpen || !isAskedIn(await findMember(deps.db, row.room, act.user))) return done;
  try {
    await deps.rooms.invitations.ask(row, act.user);
    deps.failpoint('member-act:moved');
    return done;
  } catch (error) {
    const failure = await deps.failure(error);
    if (failure.is !== 'later' || !failure.failed || failure.by === 'program') throw error;
    if (attempts >= INVITE_TRIES) {
      await deps.rooms.invitations.giveUp(row, act.user, error instanceof MatrixError ? codeOf(error) : '');
      return done;
    }
    const afterMs = Math.min(INVITE_REST_MS, 1_000 * 2 ** attempts);
    return { outcome: { do: 'retry', afterMs, reason: errorText(error), spread: true } };
  }
}

/** Says why, where the invitation is of our own homeserver, and leaves. Rooms elsewhere are not entered for it. */
async function refuse(deps: MemberActDeps, act: StoredAct): Promise<void> {
  const { room, user, said } = act;
  if (room === null) return;
  const speaker = await actingUser(deps, user);
  const local = act.name?.endsWith(`:${deps.ghosts.domain}`) === true;
  if (local && said !== null) {
    await sayOutside(deps, room, speaker, { purpose: `${act.act}:refused`, version: act.keyVersion, body: said });
  }
  deps.failpoint('member-act:said');
  await deps.client.leave(room, speaker);
}

/** What came with `!mail compose` or `!mail forward`, as its author's first message: once the room shows it. */
async function firstMail(deps: MemberActDeps, account: Account, act: MemberAct, row: RoomRow): Promise<Decision> {
  const shown = await loadSend(deps.db, act.act);
  if (shown?.state === 'waiting') return { outcome: { do: 'retry', afterMs: POSTING_MS, reason: 'not posted yet' } };
  if (shown?.event == null || act.said === null) return { ...DONE, write: (tx) => dropAct(tx, act.act) };
  const said = { kind: 'text', emote: false, body: act.said, html: null } as const;
  const room: KnownRoom = row;
  const { rows } = await deps.db.query<{ now: Date }>('SELECT now() AS now');
  const receivedAt = rows[0]?.now ?? new Date(0);
  const content = literalText(act.said);
  const raw = { type: 'm.room.message', content, origin_server_ts: receivedAt.getTime() };
  const event = {
    event: shown.event satisfies EventId,
    room: row.room,
    account: account.id,
    type: raw.type,
    sender: act.user,
    body: Buffer.from(JSON.stringify(raw)),
    state: 'waiting',
    receivedAt,
  } as const;
  const former = await isFormer(deps.db, account, act.user);
  const action = { kind: 'message', said, mentions: [], asked: 'all', replyTo: null, threadRoot: null } as const;
  return {
    ...DONE,
    write: async (tx) => {
      // Taken back while it was looked at.
      if ((await loadAct(tx, act.act, 'locked')) === null) return;
      await takeMessage(tx, { ...deps, account, room, event, raw, power: null, former }, action, []);
      await dropAct(tx, act.act);
    },
  };
}
