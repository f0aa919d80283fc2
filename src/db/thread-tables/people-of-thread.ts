/** Who takes part in a thread. One SQL statement a function; who becomes what is decided elsewhere. */
import type { AccountId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';

/** newcomer: entered by answering a mail that went to somebody else, and no member of the team has said yes. */
export type ParticipantStanding = 'participant' | 'newcomer' | 'refused';

/** Somebody's part in a thread. */
interface ThreadPerson {
  readonly thread: ThreadId;
  /** `addressKey` of their address. */
  readonly address: string;
  readonly standing: ParticipantStanding;
  /** Where the address stood in the mail that brought it in; room: somebody in the room did. */
  readonly via: 'from' | 'to' | 'cc' | 'room';
  /** Who decided about it, null where nobody did. */
  readonly decidedBy: UserId | null;
}

/** People of one mail, as they are added. */
export type NewPerson = Pick<ThreadPerson, 'address' | 'standing' | 'via'>;

interface PersonRow {
  thread: ThreadId;
  address: string;
  standing: ParticipantStanding;
  via: ThreadPerson['via'];
  decided_by: UserId | null;
}

const PERSON = 'thread, address, standing, via, decided_by';

/** Everybody in these threads, in the order in which they came. */
export async function peopleOf(db: Queryable, threads: readonly ThreadId[]): Promise<ThreadPerson[]> {
  const { rows } = await db.query<PersonRow>(
    `SELECT ${PERSON} FROM thread_people WHERE thread = ANY($1::text[]) ORDER BY at, address`,
    [threads],
  );
  return rows.map(toPerson);
}

/** A decision of a member of the team about somebody; they are added where they were not there. */
export async function setStanding(
  db: Queryable,
  decided: {
    readonly account: AccountId;
    readonly thread: ThreadId;
    readonly address: string;
    readonly standing: ParticipantStanding;
    readonly by: UserId;
  },
): Promise<void> {
  await db.query(
    `INSERT INTO thread_people (account, thread, address, standing, via, decided_by) VALUES ($1, $2, $3, $4, 'room', $5)
     ON CONFLICT (thread, address) DO UPDATE SET standing = excluded.standing, decided_by = excluded.decided_by`,
    [decided.account, decided.thread, decided.address, decided.standing, decided.by],
  );
}

function toPerson({ decided_by: decidedBy, ...rest }: PersonRow): ThreadPerson {
  return { ...rest, decidedBy };
}
