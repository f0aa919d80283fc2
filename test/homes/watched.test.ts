/** Prometheus' own tools read what watches Mailroom. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { createMetrics } from '../../src/watch/metrics.ts';
import { dashboardExpressions } from '../../tools/generate/dashboard.ts';
import { findPromtool } from '../../tools/release/programs.ts';
import { findSynapse } from '../../tools/servers/install-synapse.ts';
import { cacheFolder, projectRoot } from '../../tools/servers/paths.ts';
import { command, tryCommand } from '../../tools/servers/run.ts';
import { alertRules } from '../support/alerts.ts';

const rules = join(projectRoot, 'docs/alerts.yaml');

/** What is played to each rule that fires on growth, or that takes its time: samples a minute apart. */
const plays: Readonly<Record<string, { series: string; values: string; at: string; labels: object }>> = {
  MailroomAbsent: { series: 'up', values: '1x20', at: '10m', labels: {} },
  MailroomPoison: { series: 'mailroom_poison', values: '0x30 1x30', at: '45m', labels: {} },
  MailroomMailFails: {
    series: 'mailroom_mails_out_total{account="support",outcome="failed"}',
    values: '0+1x60',
    at: '30m',
    labels: { account: 'support', outcome: 'failed' },
  },
  MailroomWrongToken: {
    series: 'mailroom_transactions_total{outcome="refused"}',
    values: '0x5 1x10',
    at: '10m',
    labels: { outcome: 'refused' },
  },
  MailroomWayOutAway: {
    series: 'mailroom_account_out_state{account="support",state="transient"}',
    values: '1x20',
    at: '11m',
    labels: { account: 'support', state: 'transient' },
  },
};

describe("Prometheus' own tools", { timeout: 300_000 }, () => {
  let promtool = '';
  let folder = '';
  before(async () => {
    promtool = await findPromtool();
    folder = await mkdtemp(join(tmpdir(), 'mailroom-watched-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const file = async (name: string, value: unknown): Promise<string> => {
    await writeFile(join(folder, name), stringify(value));
    return join(folder, name);
  };

  it('take the rules', async () => {
    const said = await command([promtool, 'check', 'rules', '--lint-fatal', rules]);
    assert.match(said, new RegExp(`SUCCESS: ${alertRules.length} rules found`));
  });

  it('take each expression of the dashboard', async () => {
    const made = dashboardExpressions().map((expression, at) => ({
      record: `panel:${at}`,
      expr: expression.replaceAll('$__rate_interval', '5m').replaceAll('$account', '.*'),
    }));
    const said = await command([
      promtool,
      'check',
      'rules',
      await file('panels.yaml', { groups: [{ name: 'panels', rules: made }] }),
    ]);
    assert.match(said, new RegExp(`SUCCESS: ${made.length} rules found`));
  });

  it('see the rules fire on growth and after their time', async () => {
    const tests = Object.entries(plays).map(([alertname, { series, values, at, labels }]) => {
      const { labels: own, annotations } =
        alertRules.find(({ alert }) => alert === alertname) ?? assert.fail(alertname);
      const written = Object.fromEntries(
        Object.entries(annotations).map(([key, text]) => [
          key,
          text.replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) => String(Reflect.get(labels, label))),
        ]),
      );
      return {
        interval: '1m',
        input_series: [{ series, values }],
        alert_rule_test: [
          { alertname, eval_time: '0m', exp_alerts: [] },
          { alertname, eval_time: at, exp_alerts: [{ exp_labels: { ...own, ...labels }, exp_annotations: written }] },
        ],
      };
    });
    // The one summary that says a number.
    const failing = JSON.stringify(tests).replace('{{ $value | humanize }} mails', '30 mails');
    const played = await file('play.yaml', { rule_files: [rules], tests: JSON.parse(failing) as unknown });
    const { code, stdout, stderr } = await tryCommand([promtool, 'test', 'rules', played]);
    assert.equal(code, 0, `${stdout}\n${stderr}`);
  });

  it('find nothing wrong with our own metrics, and read OpenMetrics strictly', async () => {
    const metrics = createMetrics({ version: 'x', process: false });
    metrics.mailIn('support', 'stored');
    metrics.sendSeconds('event', 0.1);
    const { code, stderr } = await tryCommand([promtool, 'check', 'metrics'], { input: (await metrics.page()).text });
    assert.deepEqual([code, stderr], [0, '']);
    // Synapse brings the reference parser of OpenMetrics.
    const python = (await findSynapse(cacheFolder())) ?? assert.fail('Synapse is not installed');
    const parse = `import sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families as read
print(*(family.name for family in read(sys.stdin.read())))`;
    const { text } = await createMetrics({ version: 'x' }).page('application/openmetrics-text');
    const families = (await command([python, '-c', parse], { input: text })).split(/\s+/);
    assert.ok(families.includes('mailroom_mails_in') && families.includes('process_cpu_seconds'), families.join(' '));
  });
});
