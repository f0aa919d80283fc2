import type { AccountGauge, MetricsSource } from '../metrics.ts';
import type { Queryable } from './pool.ts';
import { breakerFigures } from './breaker.ts';
import { queueFigures } from './queue.ts';

/** What a scrape asks the database for. Four statements; none reads more than an index's worth of rows that wait. */
export function metricsSource(db: Queryable): MetricsSource {
  return {
    queues: () => queueFigures(db),
    accounts: () => accountGauges(db),
    breaker: () => breakerFigures(db),
    async poison() {
      const { rows } = await db.query<{ count: number }>('SELECT count(*) AS count FROM poison');
      return rows[0]?.count ?? 0;
    },
  };
}

async function accountGauges(db: Queryable): Promise<AccountGauge[]> {
  const { rows } = await db.query<{
    account: string;
    state: string;
    age: number | null;
    quarantined: number;
    out: number;
  }>(
    `SELECT account, state, extract(epoch FROM now() - last_mail_at)::double precision AS age,
       (SELECT count(*) FROM mails WHERE mails.account = accounts.account AND mails.state = 'quarantined') AS quarantined,
       (SELECT count(*) FROM mails WHERE mails.account = accounts.account AND mails.state = 'ignored'
          AND mails.reason LIKE 'not shown: %' AND mails.stored_at > now() - interval '24 hours') AS out
     FROM accounts`,
  );
  return rows.map(({ account, state, age, quarantined, out }) => ({
    account,
    state,
    lastMailSeconds: age,
    quarantined,
    notShown: out,
  }));
}
