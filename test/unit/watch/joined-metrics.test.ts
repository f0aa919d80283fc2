import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMetrics, joinedPage } from '../../../src/watch/metrics.ts';

describe('the figures of several processes', () => {
  it('are added up where each counts, and stand once where the database says them', async () => {
    const source = {
      queues: () => Promise.resolve([{ queue: 'mail-in', waiting: 3, quarantined: 1, oldestSeconds: 7 }]),
      accounts: () => Promise.resolve([]),
      poison: () => Promise.resolve(2),
      breaker: () => Promise.resolve({ open: false, held: new Map<string, number>() }),
    };
    const all = [1, 2, 3].map(() => createMetrics({ version: '1.2.3', process: false }));
    for (const [at, metrics] of all.entries()) {
      metrics.read(source);
      metrics.mailIn('support', 'stored');
      metrics.sendSeconds('event', 0.02);
      metrics.configStands(4 - at, at !== 1);
    }
    const figures = await Promise.all(all.map((metrics, at) => metrics.figures(at === 0)));
    // As they come from another process.
    const { text } = await joinedPage(JSON.parse(JSON.stringify(figures)) as object[][]);
    const lines = text.split('\n');
    for (const line of [
      'mailroom_mails_in_total{account="support",outcome="stored"} 3',
      'mailroom_send_seconds_count{kind="event"} 3',
      'mailroom_send_seconds_bucket{le="0.025",kind="event"} 3',
      'mailroom_info{version="1.2.3"} 1',
      'mailroom_queue_jobs{queue="mail-in"} 3',
      'mailroom_poison 2',
      'mailroom_database_up 1',
      // The one that is furthest behind, and one whose file was wrong.
      'mailroom_config_generation 2',
      'mailroom_config_taken 0',
    ]) {
      assert.ok(lines.includes(line), `${line} in ${text}`);
    }
    assert.equal(lines.filter((line) => line.startsWith('mailroom_poison ')).length, 1);
    const open = await joinedPage(figures, 'application/openmetrics-text');
    assert.match(open.text, /# EOF\n$/);
  });

  it('are there where no process answers', async () => {
    assert.equal((await joinedPage([])).text.trim(), '');
  });
});
