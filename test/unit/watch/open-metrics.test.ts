import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMetrics } from '../../../src/watch/metrics.ts';
import { openMetricsText, prefersOpenMetrics } from '../../../src/watch/open-metrics.ts';

const PROMETHEUS = [
  'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6',
  'application/openmetrics-text;version=0.0.1;q=0.5',
  'text/plain;version=1.0.0;q=0.4',
  'text/plain;version=0.0.4;q=0.3',
  '*/*;q=0.2',
].join(',');

describe('OpenMetrics', () => {
  it('is what Prometheus prefers, and what nobody gets who does not name it', () => {
    assert.equal(prefersOpenMetrics(PROMETHEUS), true);
    assert.equal(prefersOpenMetrics('application/openmetrics-text; version=1.0.0'), true);
    assert.equal(prefersOpenMetrics('Application/OpenMetrics-Text'), true);
    for (const accept of [
      '',
      '*/*',
      'text/html,application/xhtml+xml,*/*;q=0.8',
      'text/plain, application/openmetrics-text;q=0.5',
      'application/openmetrics-text;q=0',
      'application/openmetrics-text;q=nonsense',
      ',;,=;q',
    ]) {
      assert.equal(prefersOpenMetrics(accept), false, accept);
    }
  });

  it('has counters without _total in their family, escaped quotation marks, no empty line, and an end', () => {
    const page = [
      '# HELP a_total Those that said "a".',
      '# TYPE a_total counter',
      'a_total{by="x"} 2',
      '',
      '# HELP b_total A gauge all the same.',
      '# TYPE b_total gauge',
      'b_total 1',
      '',
    ].join('\n');
    assert.equal(
      openMetricsText(page),
      [
        '# HELP a Those that said \\"a\\".',
        '# TYPE a counter',
        'a_total{by="x"} 2',
        '# HELP b_total A gauge all the same.',
        '# TYPE b_total gauge',
        'b_total 1',
        '# EOF',
        '',
      ].join('\n'),
    );
  });

  it('leaves the page of the other format as it was', async () => {
    const metrics = createMetrics({ version: 'x', process: false });
    metrics.failure('imap-login');
    const before = await metrics.page();
    const open = await metrics.page(PROMETHEUS);
    assert.equal(open.contentType, 'application/openmetrics-text; version=1.0.0; charset=utf-8');
    assert.match(open.text, /^# TYPE mailroom_failures counter\nmailroom_failures_total\{kind="imap-login"\} 1$/m);
    assert.deepEqual(await metrics.page('text/plain'), before);
  });
});
