/**
 * What is said as a member of the team. Failure policy: what keeps somebody from saying it themselves (they are not in
 * the room, or the homeserver does not take their token or the second registration) keeps nothing out of the room: the
 * account says it for them. Before that the room is searched for it, since a try that was not answered may have
 * arrived. Whose own token is refused is told so once; it is not used for a day. A homeserver that
 * is away is waited for, as for everybody.
 */
import type { Account } from '../bridge/account/account.ts';
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { speaksIn } from '../bridge/room/puppet-entry.ts';
import { saidForMember } from '../bridge/to-matrix/said-for-member.ts';
import type { JsonObject, UserId } from '../bridge/types.ts';
import { managementRoomOf } from '../db/room-tables/management-rooms.ts';
import { refuseToken } from '../db/room-tables/puppets.ts';
import { findMember, setMember } from '../db/room-tables/rooms.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import { addSend, replaceSend, settleSend } from '../db/room-tables/sends.ts';
import type { StoredSend } from '../db/room-tables/sends.ts';
import type { Transaction } from '../db/pool.ts';
import { loadMessage } from '../db/thread-tables/threads.ts';
import { isCrowded } from '../handling/crowded.ts';
import type { JobDeps } from '../handling/deps.ts';
import { MatrixError } from '../matrix/errors.ts';
import { failureOf } from '../matrix/failure.ts';
import type { MatrixClient } from '../matrix/client.ts';
import type { ActingUser } from '../matrix/ghosts.ts';
import { joinRoom } from '../matrix/join.ts';
import type { PuppetVoice, Puppets } from '../matrix/puppets.ts';
import type { Rooms } from '../matrix/rooms.ts';
import type { Decision } from '../queue/worker.ts';
import { words } from '../words/words.ts';
import { findInRoom } from './found-in-room.ts';

/** Who says something in a room; a member speaks by a client of their own. */
export interface RoomSpeaker extends ActingUser {
  readonly voice?: PuppetVoice;
}

export interface AsMemberDeps extends JobDeps {
  readonly client: MatrixClient;
  readonly rooms: Rooms;
  readonly failpoint: (name: string) => void;
  /** Absent where nobody speaks as themselves. */
  readonly voices?: Pick<Puppets, 'voiceOf'>;
}

/** Somebody does not say it themselves: there is no way, or the homeserver refused it. */
class NotAsThemselves extends Error {
  override readonly name = 'NotAsThemselves';
  readonly refused: PuppetVoice | null;

  /** @param refused whose token, or registration, the homeserver does not take (any more) */
  constructor(why: string, refused: PuppetVoice | null = null) {
    super(why);
    this.refused = refused;
  }
}

/**
 * A member in a room, where they are or come in (`speaksIn`). Throws what `inTheirPlace` reads, and what may pass.
 */
export async function memberIn(
  deps: AsMemberDeps,
  account: Account,
  send: StoredSend,
  row: RoomRow,
): Promise<RoomSpeaker> {
  const { db, rooms } = deps;
  const user = send.sender;
  const voice = (await deps.voices?.voiceOf(user)) ?? null;
  if (voice === null) throw new NotAsThemselves('no-voice');
  const known = await findMember(db.gathered, row.room, user);
  const message = send.message === null ? null : await loadMessage(db.gathered, send.message);
  const quiet = message?.facts.quiet === true;
  switch (speaksIn(account, user, known, { crowded: await isCrowded(db, account), quiet })) {
    case 'not':
      throw new NotAsThemselves('not-there');
    case 'enters':
      if (known?.membership !== 'invite') await rooms.invite(row, [user]);
      deps.failpoint('puppet:invited');
      await asThem(voice, () => joinRoom(voice.client, row.room, voice.actor));
      deps.failpoint('puppet:joined');
      await setMember(db, { room: row.room, account: row.account, user, membership: 'join' });
      break;
    case 'there':
      break;
  }
  return { user, device: null, voice };
}

/** Makes a request as a member: throws what `inTheirPlace` reads where it is they who are refused. */
async function asThem<T>(voice: PuppetVoice, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof MatrixError)) throw error;
    if (error.status === 401) throw new NotAsThemselves(error.errcode, voice);
    const failure = failureOf(error, 'answered');
    const isTheirs =
      failure.is === 'person' || (failure.is === 'request' && ['other', 'room-gone'].includes(failure.why));
    // A room that is gone is gone for the bot too, which is asked then; these words are mended as those of anybody.
    if (isTheirs) throw new NotAsThemselves(error.errcode);
    throw error;
  }
}

/** What the account says in the place of a member; null where the failure is none of these. */
export async function inTheirPlace(
  deps: AsMemberDeps,
  account: Account,
  send: StoredSend,
  at: { readonly row: RoomRow | null; readonly error: unknown },
): Promise<Decision | null> {
  if (!(at.error instanceof NotAsThemselves)) return null;
  const { message: why, refused } = at.error;
  const there = at.row === null ? null : await findInRoom(deps, at.row.room, send);
  if (there !== null) return { outcome: { do: 'done' }, write: (tx) => settleSend(tx, send.send, there) };
  const said = saidForMember(send, send.senderName ?? send.sender, account.language);
  if (said === null) return { outcome: { do: 'dead', reason: `${send.type}: ${why}`, userText: '' } };
  if (refused !== null) {
    deps.log.warn('the homeserver does not let Mailroom speak as a member', { by: refused.way, error: why });
  }
  return {
    outcome: { do: 'retry', afterMs: 0, reason: `said for them: ${why}` },
    write: async (tx) => {
      await replaceSend(tx, send.send, { ...said, sender: deps.ghosts.bot });
      if (refused?.token != null && why === 'M_UNKNOWN_TOKEN') await tellRefused(tx, deps, account, refused);
    },
  };
}

/** Once for each token, in the chat that its owner has with the bot; without one they see it where they ask. */
async function tellRefused(
  tx: Transaction,
  { ids, ghosts }: JobDeps,
  account: Account,
  { user, token }: PuppetVoice,
): Promise<void> {
  if (token === null || !(await refuseToken(tx, user, token))) return;
  const room = await managementRoomOf(tx, user);
  if (room === null) return;
  const place = { account: account.id, thread: null, room };
  const purpose = { kind: 'puppet-refused', of: `${user} ${token}` } as const;
  const said = renderLines([words(account.language)('puppet-refused')]);
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, purpose, said, mention: user }));
}

/** The event that a member sends. */
export function sayAsThem(
  voice: PuppetVoice,
  { room, type, txn, content, ts }: Said,
): ReturnType<MatrixClient['send']> {
  const at = ts === null || voice.way === 'token' ? {} : { ts };
  return asThem(voice, () => voice.client.send(room, type, txn, content, { ...voice.actor, ...at }));
}

interface Said {
  readonly room: RoomRow['room'];
  readonly type: string;
  readonly txn: Parameters<MatrixClient['send']>[2];
  readonly content: JsonObject;
  /** origin_server_ts; only an application service gives events another time than now. */
  readonly ts: number | null;
}

/** Whether what is sent is to be said as somebody who is none of ours. */
export function isAsMember({ ghosts }: Pick<JobDeps, 'ghosts'>, { sender }: { readonly sender: UserId }): boolean {
  return !ghosts.isOwn(sender);
}
