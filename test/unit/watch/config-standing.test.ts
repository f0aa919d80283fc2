import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMetrics } from '../../../src/watch/metrics.ts';
import { alertsOn } from '../../support/alerts.ts';

describe('a config that a process found wrong', () => {
  it('alerts until one is taken', async () => {
    const metrics = createMetrics({ version: '1', process: false });
    const fires = async () => alertsOn((await metrics.page()).text).includes('MailroomConfigRefused');
    metrics.configStands(0, true);
    assert.equal(await fires(), false);
    metrics.configStands(1, false);
    assert.equal(await fires(), true);
    assert.match((await metrics.page()).text, /^mailroom_config_generation 1$/m);
    metrics.configStands(2, true);
    assert.equal(await fires(), false);
  });
});
