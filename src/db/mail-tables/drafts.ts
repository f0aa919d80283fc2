/**
 * Mails of ours that leave only with the yes of somebody who did not write them. What was shown is known by its hash; a
 * yes is to that hash, and any change takes all of them away. One SQL statement a function, but where it says that a
 * job is woken: rows of drafts are locked before those of jobs.
 */
import type { DraftWhy } from '../../bridge/event/decide-event.ts';
import type { AccountId, EventId, MessageKey, ThreadId, UserId } from '../../bridge/types.ts';
import { addJob, JOBS_CHANNEL } from '../../queue/queue.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { reactionMail } from './outgoing-messages.ts';

/** Somebody said yes to what is shown. */
interface DraftYes {
  readonly by: UserId;
  /** By their power over a room that people made. */
  readonly byPower: boolean;
}

export interface MailDraft {
  readonly why: DraftWhy;
  /** How often it was shown. */
  readonly version: number;
  /** The hash of what was shown last; null where it is to be shown, anew or for the first time. */
  readonly shown: string | null;
  /** The send that showed it. */
  readonly notice: string | null;
  /** Who gave it its present words, where that is not its author. */
  readonly changedBy: UserId | null;
  readonly yeses: readonly DraftYes[];
}

interface DraftRow {
  why: DraftWhy;
  version: number;
  shown: string | null;
  notice: string | null;
  changed_by: UserId | null;
  yeses: readonly DraftYes[] | null;
}

const DRAFT = `why, version, shown, notice, changed_by, (
  SELECT json_agg(json_build_object('by', y.by_user, 'byPower', y.by_power) ORDER BY y.at) FROM draft_yeses y
  WHERE y.outgoing = d.outgoing AND y.hash = d.shown) AS yeses`;

function toDraft({ changed_by: changedBy, yeses, ...rest }: DraftRow): MailDraft {
  return { ...rest, changedBy, yeses: yeses ?? [] };
}

/** A mail needs a yes from here on; one that does already stays as it is. */
export async function addDraft(
  tx: Transaction,
  mail: { readonly outgoing: MessageKey; readonly account: AccountId },
  why: DraftWhy,
): Promise<void> {
  await tx.query('INSERT INTO drafts (outgoing, account, why) VALUES ($1, $2, $3) ON CONFLICT (outgoing) DO NOTHING', [
    mail.outgoing,
    mail.account,
    why,
  ]);
}

/** Null for a mail that needs no yes. */
export async function loadDraft(db: Queryable, outgoing: MessageKey): Promise<MailDraft | null> {
  const { rows } = await db.query<DraftRow>(`SELECT ${DRAFT} FROM drafts d WHERE outgoing = $1`, [outgoing]);
  return rows[0] === undefined ? null : toDraft(rows[0]);
}

/** As `loadDraft`, locked until the transaction ends. */
export async function lockDraft(tx: Transaction, outgoing: MessageKey): Promise<MailDraft | null> {
  await tx.query('SELECT FROM drafts WHERE outgoing = $1 FOR UPDATE', [outgoing]);
  return loadDraft(tx, outgoing);
}

/** What is shown from now on. */
export async function showDraft(
  tx: Transaction,
  outgoing: MessageKey,
  { version, hash, notice }: { readonly version: number; readonly hash: string; readonly notice: string },
): Promise<void> {
  await tx.query('UPDATE drafts SET version = $2, shown = $3, notice = $4 WHERE outgoing = $1', [
    outgoing,
    version,
    hash,
    notice,
  ]);
}

/** Somebody says yes to this hash; the same reaction counts once. */
export async function addYes(
  tx: Transaction,
  yes: DraftYes & {
    readonly outgoing: MessageKey;
    readonly account: AccountId;
    readonly event: EventId;
    readonly hash: string;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO draft_yeses (outgoing, event, account, by_user, hash, by_power) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (outgoing, event) DO NOTHING`,
    [yes.outgoing, yes.event, yes.account, yes.by, yes.hash, yes.byPower],
  );
}

/** The draft of the thread that a reaction said yes to; null for every other event. */
export async function draftOfYes(tx: Transaction, thread: ThreadId, event: EventId): Promise<MessageKey | null> {
  const { rows } = await tx.query<{ outgoing: MessageKey }>(
    `SELECT y.outgoing FROM draft_yeses y JOIN outgoing o USING (outgoing) WHERE y.event = $1 AND o.thread = $2`,
    [event, thread],
  );
  return rows[0]?.outgoing ?? null;
}

/** A yes is taken away. */
export async function removeYes(tx: Transaction, outgoing: MessageKey, event: EventId): Promise<void> {
  await tx.query('DELETE FROM draft_yeses WHERE outgoing = $1 AND event = $2', [outgoing, event]);
}

/** Nothing that was shown counts any more: it is to be shown anew. */
export async function forgetShown(tx: Transaction, outgoing: MessageKey): Promise<void> {
  await tx.query(
    `WITH gone AS (DELETE FROM draft_yeses WHERE outgoing = $1) UPDATE drafts SET shown = NULL WHERE outgoing = $1`,
    [outgoing],
  );
}

/** Whose the present words are; null for its author's. */
export async function setChangedBy(tx: Transaction, outgoing: MessageKey, by: UserId | null): Promise<void> {
  await tx.query('UPDATE drafts SET changed_by = $2 WHERE outgoing = $1', [outgoing, by]);
}

/**
 * The drafts of a thread that can still be changed, the first first: all of them, or those of words that somebody said,
 * which a reaction is not.
 */
export async function draftsIn(db: Queryable, thread: ThreadId, which: 'all' | 'said'): Promise<MessageKey[]> {
  const { rows } = await db.query<{ outgoing: MessageKey }>(
    `SELECT d.outgoing FROM drafts d JOIN outgoing o USING (outgoing)
     WHERE o.thread = $1 AND o.state IN ('open', 'closed')
       AND ($2 = 'all' OR NOT ${reactionMail('o.outgoing')}) ORDER BY coalesce(o.said, 0), o.opened_at`,
    [thread, which],
  );
  return rows.map(({ outgoing }) => outgoing);
}

/** What else stands in the room for a mail than its messages, and whether it is a draft. */
export interface AboutMail {
  readonly draft: boolean;
  /** What shows a draft or a prepared answer, and who said yes. */
  readonly events: readonly EventId[];
}

export async function aboutMail(db: Queryable, outgoing: MessageKey): Promise<AboutMail> {
  const { rows } = await db.query<AboutMail>(
    `SELECT EXISTS (SELECT FROM drafts WHERE outgoing = $1) AS draft,
       ARRAY(SELECT event FROM draft_yeses WHERE outgoing = $1 UNION ALL
         SELECT event FROM matrix_sends WHERE outgoing = $1 AND purpose IN ('draft', 'prepared') AND event IS NOT NULL
       ) AS events`,
    [outgoing],
  );
  return rows[0] ?? { draft: false, events: [] };
}

/**
 * Has the job of a mail run so many milliseconds from now, at which its hold ends anew; where `planned`, not before the
 * time for which it is planned. Without effect on a mail whose bytes are fixed.
 */
export async function wakeMail(
  tx: Transaction,
  mail: { readonly outgoing: MessageKey; readonly account: AccountId },
  afterMs: number,
  { planned }: { readonly planned: boolean },
): Promise<void> {
  const { rows } = await tx.query<{ at: Date }>(
    `UPDATE outgoing SET send_after = now() + $2::double precision * interval '1 ms'
     WHERE outgoing = $1 AND state IN ('open', 'closed')
     RETURNING CASE WHEN $3 THEN greatest(send_after, not_before) ELSE send_after END AS at`,
    [mail.outgoing, afterMs, planned],
  );
  const runAt = rows[0]?.at;
  if (runAt !== undefined) await runMailAt(tx, mail, runAt);
}

/** Has the job of a mail run then, and not before: one that waited in vain begins anew. */
export async function runMailAt(
  tx: Transaction,
  { outgoing, account }: { readonly outgoing: MessageKey; readonly account: AccountId },
  runAt: Date,
): Promise<void> {
  await tx.query(`DELETE FROM jobs WHERE queue = 'mail-out' AND subject = $1 AND owner IS NULL`, [outgoing]);
  await tx.query(`UPDATE jobs SET run_at = $2 WHERE queue = 'mail-out' AND subject = $1`, [outgoing, runAt]);
  await addJob(tx, { account, queue: 'mail-out', key: outgoing, subject: outgoing, runAt });
  tx.notify(JOBS_CHANNEL, 'mail-out');
}
