/**
 * Who may enter by mail, as it is kept: rules, rooms that are open, newcomers, refusals that were told. One SQL
 * statement a function.
 */
import type { AdmissionRule } from '../../bridge/admission/admission.ts';
import type { AccountId, MessageKey, ThreadId, UserId } from '../../bridge/types.ts';
import type { MailKind } from '../../mail/types.ts';
import type { Queryable } from '../pool.ts';

/** The rules of an account and its rooms that have one of these patterns, and all that have wildcards. */
export async function rulesAbout(
  db: Queryable,
  account: AccountId,
  patterns: readonly string[],
): Promise<readonly AdmissionRule[]> {
  const { rows } = await db.query<AdmissionRule>(
    `SELECT effect, pattern, thread FROM entry_rules WHERE account = $1 AND (pattern = ANY($2::text[]) OR pattern LIKE
       '%*%')`,
    [account, patterns],
  );
  return rows;
}

/** The rules of an account and of one of its rooms, the newest first. */
export async function listRules(
  db: Queryable,
  account: AccountId,
  thread: ThreadId | null,
  limit: number,
): Promise<{ readonly rules: readonly AdmissionRule[]; readonly count: number }> {
  const { rows } = await db.query<AdmissionRule & { count: number }>(
    `SELECT effect, pattern, thread, count(*) OVER () AS count FROM entry_rules
     WHERE account = $1 AND (thread IS NULL OR thread = $2) ORDER BY at DESC, pattern LIMIT $3`,
    [account, thread, limit],
  );
  return {
    rules: rows.map(({ effect, pattern, thread: of }) => ({ effect, pattern, thread: of })),
    count: rows[0]?.count ?? 0,
  };
}

/** Sets a rule; one about the same pattern at the same place is replaced. */
export async function setRule(
  tx: Queryable,
  rule: AdmissionRule & { readonly account: AccountId; readonly by: UserId },
): Promise<void> {
  await tx.query(
    `INSERT INTO entry_rules (account, thread, pattern, effect, by_user) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (account, pattern, coalesce(thread, '')) DO UPDATE SET effect = $4, by_user = $5, at = now()`,
    [rule.account, rule.thread, rule.pattern, rule.effect, rule.by],
  );
}

/** Takes away what is said about a pattern in an account and, where a thread is given, in its room. How many rules. */
export async function dropRules(
  tx: Queryable,
  account: AccountId,
  thread: ThreadId | null,
  pattern: string,
): Promise<number> {
  const { rowCount } = await tx.query(
    'DELETE FROM entry_rules WHERE account = $1 AND pattern = $3 AND (thread IS NULL OR thread = $2)',
    [account, thread, pattern],
  );
  return rowCount ?? 0;
}

/** Whether a room has opened itself, and what it gathers. */
export interface ThreadAdmission {
  readonly entry: 'asked' | 'open';
  readonly kind: 'mail' | 'list' | 'digest';
}

export async function threadAdmission(db: Queryable, thread: ThreadId): Promise<ThreadAdmission | null> {
  const { rows } = await db.query<ThreadAdmission>('SELECT entry, kind FROM threads WHERE thread = $1', [thread]);
  return rows[0] ?? null;
}

export async function setThreadAdmission(
  tx: Queryable,
  thread: ThreadId,
  entry: ThreadAdmission['entry'],
): Promise<void> {
  await tx.query('UPDATE threads SET entry = $2 WHERE thread = $1', [thread, entry]);
}

/** Makes a thread that gathers mails of many; one that exists stays as it is. */
export async function openGathering(
  tx: Queryable,
  thread: {
    readonly thread: ThreadId;
    readonly account: AccountId;
    readonly kind: 'list' | 'digest';
    readonly subject: string;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO threads (thread, account, subject, opened_by, kind) VALUES ($1, $2, $3, $4, $4) ON CONFLICT (thread)
       DO NOTHING`,
    [thread.thread, thread.account, thread.subject, thread.kind],
  );
}

/**
 * Writes down what a message is where it is no ordinary one. `newcomer`: the `addressKey` of a sender who is not one of
 * the thread yet.
 */
export async function markMessage(
  tx: Queryable,
  message: MessageKey,
  marks: { readonly kind: MailKind; readonly newcomer: string | null },
): Promise<void> {
  await tx.query('UPDATE messages SET kind = $2, newcomer = $3 WHERE message = $1', [
    message,
    marks.kind,
    marks.newcomer,
  ]);
}

/** What was said by a newcomer of a thread counts as a participant's from now on. How many messages. */
export async function approveParticipant(tx: Queryable, thread: ThreadId, address: string): Promise<number> {
  const { rowCount } = await tx.query('UPDATE messages SET newcomer = NULL WHERE thread = $1 AND newcomer = $2', [
    thread,
    address,
  ]);
  return rowCount ?? 0;
}

/**
 * What was said in a thread by those of these people who take part in it by now, and was not when they said it, counts
 * as a participant's. Only what is shown to be theirs: who claimed their address answers for nobody.
 */
export async function countAsParticipants(
  tx: Queryable,
  thread: ThreadId,
  addresses: readonly string[],
): Promise<void> {
  if (addresses.length === 0) return;
  await tx.query(
    `UPDATE messages m SET newcomer = NULL FROM thread_people p
     WHERE m.thread = $1 AND m.newcomer = ANY($2::text[]) AND p.thread = $1 AND p.address = m.newcomer
       AND p.standing = 'participant'
       AND (m.facts #>> '{sender,as}' = 'self' OR m.facts #>> '{sender,verdict}' = 'pass')`,
    [thread, addresses],
  );
}

/**
 * When a sender was told of a refusal last, and the time now, both by the database's clock in milliseconds; `lastTold`
 * null for never. `lately`: how many were told within the hour.
 */
export async function lastToldRefusal(
  db: Queryable,
  account: AccountId,
  address: string,
): Promise<{ readonly lastTold: number | null; readonly now: number; readonly lately: number }> {
  const { rows } = await db.query<{ told: Date | null; now: Date; lately: number }>(
    `SELECT now() AS now, max(at) FILTER (WHERE address = $2) AS told,
       count(*) FILTER (WHERE at > now() - interval '1 hour') AS lately
     FROM refusals_told WHERE account = $1`,
    [account, address],
  );
  const [row] = rows;
  return { lastTold: row?.told?.getTime() ?? null, now: row?.now.getTime() ?? 0, lately: row?.lately ?? 0 };
}

export async function rememberRefusalTold(tx: Queryable, account: AccountId, address: string): Promise<void> {
  await tx.query(
    `INSERT INTO refusals_told (account, address) VALUES ($1, $2)
     ON CONFLICT (account, address) DO UPDATE SET at = now()`,
    [account, address],
  );
}

/** How `mails.reason` begins for a mail that was not let in; behind it stands why. */
export const NOT_SHOWN = 'not shown: ';

/** How many mails of an account were not let in lately, by why, the most first. */
export async function countNotShown(
  db: Queryable,
  account: AccountId,
  days: number,
): Promise<{ readonly why: string; readonly count: number }[]> {
  const { rows } = await db.query<{ why: string; count: number }>(
    `SELECT substr(reason, length('${NOT_SHOWN}') + 1) AS why, count(*) AS count FROM mails
     WHERE account = $1 AND state = 'ignored' AND reason LIKE '${NOT_SHOWN}%' AND stored_at > now() - $2 * interval
     '1 day'
     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20`,
    [account, days],
  );
  return rows;
}
