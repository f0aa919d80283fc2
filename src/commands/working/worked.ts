/**
 * The work of a team on a conversation, done from outside of Matrix: what `claim`, `done` and their like have in
 * common.
 */
import { z } from 'zod';
import type { UserId } from '../../bridge/types.ts';
import { loadWork } from '../../db/helpdesk-tables/thread-work.ts';
import type { Queryable, Transaction } from '../../db/pool.ts';
import { newAct, tellPlace, threadMeant } from '../../operations/meant.ts';
import type { ThreadMeant } from '../../operations/meant.ts';
import { actor, fields } from '../../operations/operation.ts';
import type { OperationDeps } from '../../operations/operation.ts';
import { columns, lines, plainSay } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';
import { UTC, shortTime } from '../../words/zones.ts';

/** A conversation, and in whose name something is done. */
export const onThread = z.object({ thread: fields.thread, as: fields.as });

/** How the work on a conversation stands. */
export const workSchema = z.object({
  account: z.string(),
  thread: z.string(),
  room: z.string().nullable(),
  subject: z.string(),
  state: z.enum(['open', 'snoozed', 'done']),
  waiting: z.enum(['us', 'them', 'nobody']),
  claimedBy: z.string().nullable(),
  snoozeUntil: z.iso.datetime().nullable(),
});

/** The same after something was done. */
export const workedSchema = workSchema.extend({
  changed: z.boolean().meta({ description: 'False where it was so already.' }),
});

/** A conversation, and who works on it. */
interface Worked extends ThreadMeant {
  readonly by: UserId;
  readonly act: string;
  readonly say: Say;
}

/** Where the work on it is written. */
export function workAt({ account, thread }: Pick<ThreadMeant, 'account' | 'thread'>) {
  return { account: account.id, thread };
}

/**
 * Does something in the name of somebody who may, and tells the room. `does` gives the words for it, null where there
 * was nothing to do.
 */
export async function workOn(
  deps: OperationDeps,
  input: z.infer<typeof onThread>,
  does: (tx: Transaction, on: Worked) => Promise<string | null>,
): Promise<WorkView & { readonly changed: boolean }> {
  return deps.db.transaction(async (tx) => {
    const on = await threadMeant(tx, deps, input.thread);
    const by = actor(deps, on.account, input.as, 'answer');
    const act = newAct();
    const line = await does(tx, { ...on, by, act, say: words(on.account.language) });
    if (line !== null) await tellPlace(tx, deps, on, { act, by, line });
    return { changed: line !== null, ...(await viewWork(tx, on)) };
  });
}

/** What `workSchema` has. */
interface WorkView {
  readonly account: string;
  readonly thread: string;
  readonly room: string | null;
  readonly subject: string;
  readonly state: string;
  readonly waiting: 'us' | 'them' | 'nobody';
  readonly claimedBy: string | null;
  readonly snoozeUntil: Date | null;
}

/** How the work on a conversation stands now. */
export async function viewWork(db: Queryable, { account, thread, room, subject }: ThreadMeant): Promise<WorkView> {
  const found = await loadWork(db, thread);
  return {
    account: account.id,
    thread,
    room,
    subject,
    state: found?.state ?? 'open',
    waiting: found?.waiting ?? 'nobody',
    claimedBy: found?.claimedBy ?? null,
    snoozeUntil: found?.snoozeUntil ?? null,
  };
}

/** As lines for a terminal. */
export function workLines({
  account,
  thread,
  room,
  subject,
  state,
  waiting,
  claimedBy,
  snoozeUntil,
}: WorkView): string[] {
  const until = snoozeUntil === null ? '' : ` until ${shortTime(snoozeUntil, UTC)}`;
  const turn = waiting === 'nobody' ? '' : `, ${plainSay(`helpdesk-list-of-${waiting}`).toLowerCase()}`;
  return [
    columns(account, thread, room, subject),
    `${state}${until}${turn}, ${claimedBy ?? plainSay('helpdesk-free')}`,
  ];
}

/** The same after something was done. */
export function workedText(one: WorkView & { readonly changed: boolean }): string {
  return lines([
    one.changed ? 'Done.' : 'Nothing changed: it was so already, or somebody else has it.',
    ...workLines(one),
  ]);
}
