/**
 * Carries out what was decided about memberships (`db/member-acts.ts`), one act at a time per room. Every step is found done when it
 * is repeated: registering, joining and leaving are idempotent, what is said has its transaction id. What the homeserver
 * refuses for good is given up and logged; one that is away is waited for.
 */
import type { Account } from '../bridge/account.ts';
import type { EventId, RoomId, UserId } from '../bridge/types.ts';
import { setStarted } from '../db/composing.ts';
import { dropAct, loadAct } from '../db/member-acts.ts';
import type { MemberAct } from '../db/member-acts.ts';
import { roomPeople } from '../db/recipients.ts';
import { findGhost, setMember } from '../db/rooms.ts';
import type { RoomRow } from '../db/rooms.ts';
import { loadSend } from '../db/sends.ts';
import { loadThread } from '../db/threads.ts';
import type { Address } from '../mail/types.ts';
import type { MatrixClient } from '../matrix/client.ts';
import { MatrixError } from '../matrix/errors.ts';
import type { Ghosts, Speaker } from '../matrix/ghosts.ts';
import type { Rooms } from '../matrix/rooms.ts';
import type { JobDeps } from './deps.ts';
import type { KnownRoom } from './event-context.ts';
import { takeMessage } from './event-message.ts';
import { enterStarted } from './room-started.ts';
import type { ThreadRooms } from './thread-rooms.ts';
import type { Decision, Handler } from './worker.ts';

export interface MemberActDeps extends JobDeps {
  readonly client: MatrixClient;
  readonly rooms: Rooms;
  readonly matrixGhosts: Ghosts;
  readonly threadRooms: ThreadRooms;
  readonly failpoint: (name: string) => void;
}

const DONE: Decision = { outcome: { do: 'done' } };
/** Milliseconds until it is asked again whether a message has been posted. */
const POSTING_MS = 200;

export function memberActs(deps: MemberActDeps): Handler<undefined> {
  return {
    queue: 'member-act',
    keys: 4,
    perKey: 4,
    tries: 6,
    overlap: false,
    ahead: 'all',
    prepare: () => Promise.resolve(undefined),
    run: (job) => run(deps, job.subject),
    buried: async (tx, job) => {
      const act = await loadAct(tx, job.subject);
      if (act?.kind === 'enter' && act.room !== null) await setStarted(tx, act.room, 'refused');
    },
  };
}

async function run(deps: MemberActDeps, subject: string): Promise<Decision> {
  const act = await loadAct(deps.db, subject);
  if (act === null) return DONE;
  const account = act.account === null ? undefined : deps.accounts.get(act.account);
  const drop: Decision = { ...DONE, write: (tx) => dropAct(tx, act.act) };
  try {
    if (act.kind === 'refuse') {
      await refuse(deps, act);
      return drop;
    }
    if (account === undefined) return drop;
    if (act.kind === 'enter') return await enterStarted(deps, account, act);
    const row = await roomOf(deps, account, act);
    if (row === null) return drop;
    if (act.kind === 'first') return await firstMail(deps, account, act, row);
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

async function roomOf(deps: MemberActDeps, account: Account, { thread }: MemberAct): Promise<RoomRow | null> {
  if (thread === null) return null;
  return deps.threadRooms.room(account, thread, async () => {
    const known = await loadThread(deps.db, thread);
    return { subject: known?.subject ?? '', people: await roomPeople(deps.db, thread) };
  });
}

async function move(deps: MemberActDeps, act: MemberAct, row: RoomRow): Promise<void> {
  switch (act.kind) {
    case 'join': {
      const ghost = await speakerOf(deps, act.user);
      await deps.matrixGhosts.join(row, ghost, act.name ?? deps.ghosts.address(act.user) ?? act.user);
      return;
    }
    case 'remove': {
      // A ghost that was never made can only have been invited; it refuses that as itself.
      const ghost = await speakerOf(deps, act.user);
      await deps.client.leave(row.room, ghost);
      await setMember(deps.db, { room: row.room, account: row.account, user: act.user, membership: 'leave' });
      return;
    }
    case 'invite':
      await deps.rooms.invite(row, [act.user]);
      return;
    case 'enter':
    case 'refuse':
    case 'first':
      return;
  }
}

/** A user of ours who can act. */
export async function speakerOf(
  deps: Pick<MemberActDeps, 'db' | 'ghosts' | 'matrixGhosts'>,
  user: UserId,
): Promise<Speaker> {
  if (user === deps.ghosts.bot) return deps.matrixGhosts.bot();
  const address: Address | null = deps.ghosts.address(user) ?? (await findGhost(deps.db, user))?.address ?? null;
  return deps.matrixGhosts.ensure(user, address);
}

/** Says why, where the invitation is of our own homeserver, and leaves. Rooms elsewhere are not entered for it. */
async function refuse(deps: MemberActDeps, act: MemberAct): Promise<void> {
  const { room, user, said } = act;
  if (room === null) return;
  const speaker = await speakerOf(deps, user);
  const local = act.name?.endsWith(`:${deps.ghosts.domain}`) === true;
  if (local && said !== null) await sayOutside(deps, room, speaker, `${act.act}:refused`, said);
  deps.failpoint('member-act:said');
  await deps.client.leave(room, speaker);
}

/** Says something in a room that is not ours: joined, with a transaction id of its own, so that a repetition is the same event. */
export async function sayOutside(
  deps: Pick<MemberActDeps, 'client' | 'ids'>,
  room: RoomId,
  speaker: Speaker,
  purpose: string,
  body: string,
): Promise<void> {
  await deps.client.join(room, speaker);
  const send = deps.ids.send(room, purpose);
  const content = { msgtype: 'm.notice', body, 'm.mentions': {} };
  await deps.client.send(room, 'm.room.message', deps.ids.txn(send, speaker.user), content, speaker);
}

/** The text that came with `!mail compose`, as its author's first message: once the room shows it. */
async function firstMail(deps: MemberActDeps, account: Account, act: MemberAct, row: RoomRow): Promise<Decision> {
  const shown = await loadSend(deps.db, act.act);
  if (shown?.state === 'waiting') return { outcome: { do: 'retry', afterMs: POSTING_MS, reason: 'not posted yet' } };
  if (shown?.event == null || act.said === null) return { ...DONE, write: (tx) => dropAct(tx, act.act) };
  const said = { kind: 'text', emote: false, body: act.said, html: null } as const;
  const room: KnownRoom = row;
  const { rows } = await deps.db.query<{ now: Date }>('SELECT now() AS now');
  const receivedAt = rows[0]?.now ?? new Date(0);
  const content = { msgtype: 'm.text', body: act.said };
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
  const action = { kind: 'message', said, mentions: [], replyTo: null, threadRoot: null } as const;
  return {
    ...DONE,
    write: async (tx) => {
      await takeMessage(tx, { ...deps, account, room, event, raw, power: null }, action);
      await dropAct(tx, act.act);
    },
  };
}
