/**
 * The jobs that make mails for guests: at most one for each waits. Who is told of something locks the room of guests
 * (`addGuestEntry`) until it is committed, and so does the end of a job (`lockGuestRoom`), which looks whether
 * something waits by then: what is put down while a job runs is seen by its end.
 */
import type { GuestId } from '../../bridge/guest/guest.ts';
import type { AccountId } from '../../bridge/types.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';
import type { Transaction } from '../pool.ts';

/** A guest for whom something happened. */
export interface WokenGuest {
  readonly guest: GuestId;
  readonly account: AccountId;
  /** Whether it may make a mail due earlier than the one that waits for its time. */
  readonly soon: boolean;
}

/**
 * Sees to it that somebody looks what is due for these guests. Under the lock of their room.
 *
 * @param by what happened; the same twice is one job
 */
export async function wakeGuests(tx: Transaction, guests: readonly WokenGuest[], by: string): Promise<void> {
  if (guests.length === 0) return;
  await tx.query(
    `WITH given AS (SELECT * FROM unnest($1::text[], $2::text[], $3::boolean[]) AS g (guest, account, soon)),
     there AS MATERIALIZED (
       SELECT j.job, j.key, j.owner, g.soon FROM given g
       JOIN jobs j ON j.queue = 'guest-mail' AND j.key = g.guest AND j.state = 'ready'),
     moved AS (
       UPDATE jobs SET run_at = now() FROM there
       WHERE jobs.job = there.job AND there.soon AND there.owner IS NULL AND jobs.run_at > now())
     INSERT INTO jobs (account, queue, key, subject)
     SELECT g.account, 'guest-mail', g.guest, g.guest || ' ' || $4 FROM given g
     WHERE NOT EXISTS (SELECT FROM there WHERE there.key = g.guest)
     ON CONFLICT (queue, subject) DO NOTHING`,
    [guests.map(({ guest }) => guest), guests.map(({ account }) => account), guests.map(({ soon }) => soon), by],
  );
  tx.notify(JOBS_CHANNEL, 'guest-mail');
}
