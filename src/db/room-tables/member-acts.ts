/** What bot and ghosts do about memberships: a row and its job, written by the transaction that decided it. */
import type { AccountId, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { addJob } from '../../queue/queue.ts';
import { CURRENT_KEY } from '../key-versions.ts';

/**
 * - enter: a user of ours follows a person's invitation into a room that the person made.
 * - refuse: it says why not, and leaves.
 * - join: a ghost comes into the room of its thread.
 * - remove: it leaves that room, or an invitation to it.
 * - invite: the bot invites a person to the room of a thread, or to the room that is named.
 * - first: a conversation's first mail, given with the command that began it.
 */
type MemberActKind = 'enter' | 'refuse' | 'join' | 'remove' | 'invite' | 'first';

export interface MemberAct {
  /** The id of the fact that it follows from. */
  readonly act: string;
  readonly account: AccountId | null;
  /** The room: of a thread, which may not exist yet, or by its id. */
  readonly thread: ThreadId | null;
  readonly room: RoomId | null;
  readonly kind: MemberActKind;
  readonly user: UserId;
  readonly name: string | null;
  readonly said: string | null;
}

export interface StoredAct extends MemberAct {
  /** Of the key under which it was written: what it says has its transaction id of that. */
  readonly keyVersion: number;
}

/** Writes an act; the same a second time changes nothing. */
export async function addAct(tx: Transaction, act: MemberAct): Promise<void> {
  const { rowCount } = await tx.query(
    `INSERT INTO member_acts (act, account, thread, room, kind, user_id, name, said, key_version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ${CURRENT_KEY}) ON CONFLICT (act) DO NOTHING`,
    [act.act, act.account, act.thread, act.room, act.kind, act.user, act.name, act.said],
  );
  if (rowCount !== 1) return;
  // An invitation that is tried for hours holds up nothing else in its room.
  const key = act.thread ?? (act.kind === 'invite' ? act.act : (act.room ?? act.act));
  await addJob(tx, { account: act.account, queue: 'member-act', key, subject: act.act });
}

/** `locked`: nobody carries it out, or drops it, before the transaction ends. */
export async function loadAct(db: Queryable, act: string, how: 'read' | 'locked' = 'read'): Promise<StoredAct | null> {
  const { rows } = await db.query<StoredAct>(
    'SELECT act, account, thread, room, kind, user_id AS "user", name, said, key_version AS "keyVersion" FROM ' +
      `member_acts WHERE act = $1${how === 'locked' ? ' FOR UPDATE' : ''}`,
    [act],
  );
  return rows[0] ?? null;
}

/** Done: nothing asks for it any more. */
export async function dropAct(tx: Queryable, act: string): Promise<void> {
  await tx.query('DELETE FROM member_acts WHERE act = $1', [act]);
}
