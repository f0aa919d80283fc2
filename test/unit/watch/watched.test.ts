/** What watches Mailroom asks only for figures that there are. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMetrics } from '../../../src/watch/metrics.ts';
import { dashboardExpressions } from '../../../tools/generate/dashboard.ts';
import { alertRules, alertsOn } from '../../support/alerts.ts';

/** The names of all samples that a page can have, with the labels of each. */
async function samples(): Promise<Map<string, Set<string>>> {
  const metrics = createMetrics({ version: 'x' });
  metrics.read({
    queues: () => Promise.resolve([{ queue: 'mail-in', waiting: 1, quarantined: 1, oldestSeconds: 1 }]),
    accounts: () =>
      Promise.resolve([
        {
          account: 'support',
          state: 'connected',
          out: 'connected',
          lastMailSeconds: 1,
          quarantined: 1,
          unserved: true,
          notShown: 1,
          troubled: 1,
          refused: { invitations: 1, state: 1, messages: 1 },
          roomsRefused: true,
        },
      ]),
    poison: () => Promise.resolve(1),
    breaker: () => Promise.resolve({ open: true, held: new Map([['support', 1]]) }),
    space: () => Promise.resolve({ full: ['database'], databaseBytes: 1 }),
  });
  metrics.mailIn('support', 'stored');
  metrics.mailOut('support', 'sent');
  metrics.answerStopped('support', 'hops');
  metrics.eventSent('support');
  metrics.failure('imap-login');
  metrics.transaction('stored', 1);
  metrics.sendSeconds('event', 1);
  metrics.deliverySeconds('in', 1);
  metrics.jobSeconds('mail-in', 'done', 1);
  const { text } = await metrics.page();
  const found = new Map<string, Set<string>>();
  for (const [, name = '', labels = ''] of text.matchAll(/^([a-z_]+)(?:\{(.*)\})? \S+$/gm)) {
    const known = found.get(name) ?? new Set();
    for (const [, label = ''] of labels.matchAll(/([a-z_]+)="/g)) known.add(label);
    found.set(name, known);
  }
  return found;
}

/** Metrics of an expression with the labels that it matches them by. */
function asked(expression: string): { name: string; labels: string[] }[] {
  return [...expression.matchAll(/\b((?:mailroom|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', matchers = '']) => ({
      name,
      labels: [...matchers.matchAll(/(\w+)(?:=~|!~|!=|=)"/g)].map((match) => match[1] ?? ''),
    }),
  );
}

/** Labels that an expression groups by; `instance` and `job` are Prometheus' own. */
function grouped(expression: string): string[] {
  const lists = [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap((match) => (match[1] ?? '').split(/,\s*/));
  return lists.filter((label) => !['instance', 'job'].includes(label));
}

describe('what watches Mailroom', () => {
  for (const [name, expressions] of [
    ['docs/alerts.yaml', alertRules.map(({ expr }) => expr)],
    ['docs/dashboard.json', dashboardExpressions()],
  ] as const) {
    it(`asks in ${name} for metrics and labels that /metrics has`, async () => {
      const there = await samples();
      assert.ok(expressions.length > 10);
      for (const expression of expressions) {
        const metrics = asked(expression);
        assert.ok(metrics.length > 0, expression);
        for (const { name: metric, labels } of metrics) {
          const known = there.get(metric) ?? assert.fail(`${metric}: ${expression}`);
          for (const label of labels) assert.ok(known.has(label), `${metric}{${label}}: ${expression}`);
        }
        const labels = new Set(metrics.flatMap(({ name: metric }) => [...(there.get(metric) ?? [])]));
        for (const label of grouped(expression)) assert.ok(labels.has(label), `by (${label}): ${expression}`);
      }
    });
  }

  it('shows in the dashboard every figure of Mailroom', async () => {
    const shown = new Set(dashboardExpressions().flatMap((expression) => asked(expression).map(({ name }) => name)));
    const missing = [...(await samples()).keys()]
      .filter((name) => name.startsWith('mailroom_') && !/_(?:sum|count)$/.test(name))
      .filter((name) => !shown.has(name));
    assert.deepEqual(missing, []);
  });

  it('names in its annotations only labels that its alert has', async () => {
    const there = await samples();
    for (const { alert, expr, annotations } of alertRules) {
      const labels = new Set(['instance', ...asked(expr).flatMap(({ name }) => [...(there.get(name) ?? [])])]);
      for (const [, label = ''] of Object.values(annotations)
        .join(' ')
        .matchAll(/\$labels\.(\w+)/g)) {
        assert.ok(labels.has(label), `${alert}: ${label}`);
      }
    }
  });

  it('has an alert for a service that is not scraped, and none for a page of a quiet one', () => {
    assert.deepEqual(alertsOn(''), ['MailroomAbsent']);
    const refused = 'mailroom_info{version="1"} 1\nmailroom_account_rooms_refused{account="support"} 1\n';
    assert.deepEqual(alertsOn(refused), ['MailroomNoRooms']);
    assert.deepEqual(alertsOn('mailroom_info{version="1"} 1\nmailroom_database_up 1\n'), []);
  });
});
