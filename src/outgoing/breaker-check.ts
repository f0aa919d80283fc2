/**
 * The breaker over all outgoing mail, one call before each try. While it is open every mail waits where it stands, and
 * is looked at again when the breaker is reset. When it trips, every account's lobby is told.
 */
import { BREAKER_RULES, breakerTrips } from '../bridge/loops/breaker.ts';
import type { BreakerReason, BreakerRules } from '../bridge/loops/breaker.ts';
import { renderTripped } from '../bridge/loops/loop-guard-told.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { UserId } from '../bridge/types.ts';
import {
  askBreaker,
  BREAKER_OPEN,
  breakerState,
  countRefusal,
  openBreaker,
  resetBreaker,
} from '../db/mail-tables/breaker.ts';
import type { BreakerAsked } from '../db/mail-tables/breaker.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import type { Language } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { Decision } from '../queue/worker.ts';

/** How long a mail waits before it looks at an open breaker again; a reset wakes it at once. */
const WAIT_MS = 600_000;

export interface BreakerDeps extends JobDeps {
  /** Mails within ten minutes, 0 for any number (`limits.breaker`). */
  readonly breaker: number;
}

/**
 * Asks before a try; null where it may be made, else what happens instead.
 *
 * @param fresh since when the mail is frozen; null for a further try, which is not counted again
 * @param ask asks the database; several at once where they ask together
 */
export async function askToSend(
  deps: BreakerDeps,
  fresh: Date | null,
  ask: (fresh: Date | null) => Promise<BreakerAsked> = (one) => askBreaker(deps.db, one),
): Promise<Decision | null> {
  const asked = await ask(fresh);
  const wait: Decision = { outcome: { do: 'retry', afterMs: WAIT_MS, reason: BREAKER_OPEN } };
  if (asked.open) return wait;
  const reason = asked.counted ? breakerTrips({ sent: asked.sent, refused: 0 }, rulesOf(deps)) : null;
  if (reason === null) return null;
  return { ...wait, write: (tx) => trip(tx, deps, reason, asked.sent) };
}

/** Counts a mail that was refused for good. */
export async function noteRefusal(tx: Transaction, deps: BreakerDeps): Promise<void> {
  const volume = await countRefusal(tx);
  const reason = breakerTrips(volume, rulesOf(deps));
  if (reason !== null) await trip(tx, deps, reason, reason === 'volume' ? volume.sent : volume.refused);
}

/** Closes the breaker and tells every lobby who did; the mails that waited, null where it was not open. */
export async function closeBreaker(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids' | 'ghosts' | 'accounts'>,
  by: UserId | 'operator',
): Promise<number | null> {
  const { openedAt, waiting } = await breakerState(tx);
  if (openedAt === null || !(await resetBreaker(tx, by))) return null;
  await tellLobbies(tx, deps, `breaker-reset:${String(openedAt.getTime())}`, (language) =>
    renderLines([words(language)('brakes-reset', { by, waiting })]),
  );
  return waiting;
}

async function trip(tx: Transaction, deps: BreakerDeps, reason: BreakerReason, count: number): Promise<void> {
  const at = await openBreaker(tx, reason, count);
  if (at === null) return;
  deps.log.error('the breaker tripped: no mail goes out until it is reset', { reason, count });
  await tellLobbies(tx, deps, `breaker:${at}`, (language) => renderTripped(reason, count, language));
}

async function tellLobbies(
  tx: Transaction,
  { ids, ghosts, accounts }: Pick<JobDeps, 'ids' | 'ghosts' | 'accounts'>,
  of: string,
  render: (language: Language) => NoticeContent,
): Promise<void> {
  for (const { id, language } of accounts.values()) {
    const place = { account: id, thread: null, room: null };
    const purpose = { kind: 'circuit-breaker', of, detail: id } as const;
    await addSend(tx, notice(ids, { place, bot: ghosts.bot, purpose, said: render(language) }));
  }
}

function rulesOf({ breaker }: BreakerDeps): BreakerRules {
  return { ...BREAKER_RULES, most: breaker };
}
