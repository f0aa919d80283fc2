import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMetrics, type MetricsSource } from '../../../src/watch/metrics.ts';

const source: MetricsSource = {
  queues: () => Promise.resolve([{ queue: 'mail-in', waiting: 3, quarantined: 1, oldestSeconds: 12.5 }]),
  accounts: () =>
    Promise.resolve([
      {
        ...{ account: 'support', state: 'connected', lastMailSeconds: 60, quarantined: 0, notShown: 4 },
        refused: { invitations: 2, state: 1, messages: 3 },
      },
    ]),
  poison: () => Promise.resolve(2),
  breaker: () => Promise.resolve({ open: true, held: new Map([['support', 4]]) }),
};
const fresh = () => createMetrics({ version: '1.2.3', process: false });

async function lines(metrics: ReturnType<typeof createMetrics>): Promise<string[]> {
  return (await metrics.page()).text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

describe('metrics', () => {
  it('count what happened, by account and outcome', async () => {
    const metrics = fresh();
    metrics.mailIn('support', 'stored');
    metrics.mailIn('support', 'stored');
    metrics.mailOut('support', 'deferred');
    metrics.transaction('stored', 5);
    metrics.transaction('duplicate', 5);
    metrics.failure('imap-login');
    const page = await lines(metrics);
    assert.ok(page.includes('mailroom_mails_in_total{account="support",outcome="stored"} 2'));
    assert.ok(page.includes('mailroom_mails_out_total{account="support",outcome="deferred"} 1'));
    assert.ok(page.includes('mailroom_transactions_total{outcome="duplicate"} 1'));
    assert.ok(page.includes('mailroom_events_received_total 5'));
    assert.ok(page.includes('mailroom_failures_total{kind="imap-login"} 1'));
    assert.ok(page.includes('mailroom_info{version="1.2.3"} 1'));
  });

  it('read queues, accounts and poison at each scrape', async () => {
    const metrics = fresh();
    metrics.read(source);
    const page = await lines(metrics);
    assert.ok(page.includes('mailroom_queue_jobs{queue="mail-in"} 3'));
    assert.ok(page.includes('mailroom_queue_oldest_seconds{queue="mail-in"} 12.5'));
    assert.ok(page.includes('mailroom_breaker_open 1'));
    assert.ok(page.includes('mailroom_brakes_held{account="support"} 4'));
    assert.ok(page.includes('mailroom_queue_quarantined{queue="mail-in"} 1'));
    assert.ok(page.includes('mailroom_account_not_shown{account="support"} 4'));
    assert.deepEqual(
      page.filter((line) => line.startsWith('mailroom_account_refused')),
      [
        'mailroom_account_refused{account="support",what="invitations"} 2',
        'mailroom_account_refused{account="support",what="state"} 1',
        'mailroom_account_refused{account="support",what="messages"} 3',
      ],
    );
    assert.ok(page.includes('mailroom_account_state{account="support",state="connected"} 1'));
    assert.ok(page.includes('mailroom_poison 2'));
    assert.ok(page.includes('mailroom_database_up 1'));
  });

  it('forget a state that an account has left and a queue that is empty', async () => {
    const metrics = fresh();
    metrics.read(source);
    await metrics.page();
    metrics.read({
      queues: () => Promise.resolve([]),
      accounts: () =>
        Promise.resolve([{ account: 'support', state: 'transient', lastMailSeconds: null, quarantined: 0 }]),
      poison: () => Promise.resolve(0),
      breaker: () => Promise.resolve({ open: false, held: new Map() }),
    });
    const page = await lines(metrics);
    assert.ok(page.includes('mailroom_account_state{account="support",state="transient"} 1'));
    assert.ok(!page.some((line) => line.includes('connected') || line.startsWith('mailroom_queue_jobs')));
  });

  it('say that the database is away instead of showing old figures', async () => {
    const metrics = fresh();
    metrics.read(source);
    await metrics.page();
    metrics.read({ ...source, queues: () => Promise.reject(new Error('away')) });
    const page = await lines(metrics);
    assert.ok(page.includes('mailroom_database_up 0'));
    assert.ok(!page.some((line) => line.startsWith('mailroom_queue_')));
  });

  it('measure latencies in buckets', async () => {
    const metrics = fresh();
    metrics.sendSeconds('event', 0.02);
    metrics.deliverySeconds('in', 3);
    metrics.jobSeconds('mail-in', 'done', 0.2);
    const page = await lines(metrics);
    assert.ok(page.includes('mailroom_send_seconds_bucket{le="0.025",kind="event"} 1'));
    assert.ok(page.includes('mailroom_delivery_seconds_bucket{le="5",direction="in"} 1'));
    assert.ok(page.includes('mailroom_job_seconds_count{queue="mail-in",outcome="done"} 1'));
  });
});
