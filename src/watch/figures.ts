import type { AccountGauge, MetricsSource, RefusedFigures } from './metrics.ts';
import type { Queryable } from '../db/pool.ts';
import { historyStandings } from '../db/archive-tables/histories.ts';
import type { HistoryStanding } from '../db/archive-tables/histories.ts';
import { breakerFigures } from '../db/mail-tables/breaker.ts';
import { recentRefusals, refusedSends } from '../db/room-tables/refusals.ts';
import { databaseSize, fullStores } from '../db/intake-tables/full-stores.ts';
import { unservedAccounts } from '../queue/service.ts';
import { queueFigures } from '../queue/queue.ts';

/** What a scrape asks the database for. Ten statements; none reads more than an index's worth of rows that wait. */
export function metricsSource(db: Queryable, unservedMs: () => number): MetricsSource {
  return {
    queues: () => queueFigures(db),
    accounts: () => accountGauges(db, unservedMs()),
    breaker: () => breakerFigures(db),
    space: async () => ({ full: await fullStores(db), databaseBytes: await databaseSize(db) }),
    async poison() {
      const { rows } = await db.query<{ count: number }>('SELECT count(*) AS count FROM poison');
      return rows[0]?.count ?? 0;
    },
  };
}

async function accountGauges(db: Queryable, unservedMs: number): Promise<AccountGauge[]> {
  const unserved = new Set((await unservedAccounts(db, unservedMs)).map(({ account }) => account));
  const refused = await refusedFigures(db);
  const histories = new Map<string, HistoryStanding>((await historyStandings(db)).map((one) => [one.account, one]));
  const { rows } = await db.query<{
    account: string;
    state: string;
    relay: string;
    age: number | null;
    quarantined: number;
    out: number;
    troubled: number;
    no_rooms: boolean;
  }>(
    `SELECT account, state, relay_state AS relay, extract(epoch FROM now() - last_mail_at)::double precision AS age,
       (SELECT count(*) FROM mails WHERE mails.account = accounts.account AND mails.state = 'quarantined') AS
       quarantined,
       (SELECT count(*) FROM mails WHERE mails.account = accounts.account AND mails.state = 'ignored'
          AND mails.reason LIKE 'not shown: %' AND mails.stored_at > now() - interval '24 hours') AS out,
       cardinality(troubled_mailboxes) AS troubled, rooms_refused IS NOT NULL AS no_rooms
     FROM accounts`,
  );
  return rows.map(({ account, state, relay, age, quarantined, out, troubled, no_rooms: noRooms }) => ({
    account,
    state,
    out: relay,
    lastMailSeconds: age,
    quarantined,
    notShown: out,
    troubled,
    roomsRefused: noRooms,
    unserved: unserved.has(account),
    refused: refused(account),
    ...historyOf(histories.get(account)),
  }));
}

function historyOf(standing: HistoryStanding | undefined): Pick<AccountGauge, 'history'> {
  if (standing === undefined) return {};
  const { state, found, settled } = standing;
  return { history: { state, found, settled } };
}

async function refusedFigures(db: Queryable): Promise<(account: string) => RefusedFigures> {
  const messages = new Map<string, number>(await refusedSends(db));
  const others = await recentRefusals(db);
  const count = (account: string, kind: 'invite' | 'state') =>
    others.filter((one) => one.account === account && one.kind === kind).length;
  return (account) => ({
    invitations: count(account, 'invite'),
    state: count(account, 'state'),
    messages: messages.get(account) ?? 0,
  });
}
