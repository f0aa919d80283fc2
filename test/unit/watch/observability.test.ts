import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { silentLog } from '../../../src/base/log.ts';
import { createMetrics } from '../../../src/watch/metrics.ts';
import { startObservability, type Observability, type ReadyCheck } from '../../../src/watch/observability.ts';

async function watched(checks: ReadyCheck[], use: (listener: Observability) => Promise<void>): Promise<void> {
  const listener = await startObservability({
    listen: { host: '127.0.0.1', port: 0 },
    metrics: createMetrics({ version: 'test', process: false }),
    checks,
    log: silentLog(),
    timeoutMs: 50,
  });
  try {
    await use(listener);
  } finally {
    await listener.close();
  }
}

const well = () => Promise.resolve();

describe('the observability listener', () => {
  it('answers /health while the process works', () =>
    watched([], async ({ url }) => {
      const answer = await fetch(`${url}/health`);
      assert.equal(answer.status, 200);
      assert.deepEqual(await answer.json(), { status: 'ok' });
    }));

  it('is ready when everything that is required answers', () =>
    watched(
      [
        { name: 'database', check: well },
        { name: 'account:support', check: () => Promise.reject(new Error('bad-credentials')), required: false },
      ],
      async ({ url }) => {
        const answer = await fetch(`${url}/ready`);
        assert.equal(answer.status, 200);
        assert.deepEqual(await answer.json(), {
          status: 'ready',
          checks: { database: 'ok', 'account:support': 'failed' },
        });
      },
    ));

  it('is not ready when something required is away, and names it by its code without a text', () =>
    watched(
      [
        { name: 'database', check: well },
        {
          name: 'homeserver',
          check: () => Promise.reject(Object.assign(new Error('at a secret place'), { code: 'ECONNREFUSED' })),
        },
      ],
      async ({ url }) => {
        const answer = await fetch(`${url}/ready`);
        assert.equal(answer.status, 503);
        assert.deepEqual(await answer.json(), {
          status: 'not ready',
          checks: { database: 'ok', homeserver: 'failed (ECONNREFUSED)' },
        });
      },
    ));

  it('does not wait for ever for what does not answer', () =>
    watched([{ name: 'homeserver', check: () => new Promise(() => undefined) }], async ({ url }) => {
      const answer = await fetch(`${url}/ready`);
      assert.deepEqual(await answer.json(), { status: 'not ready', checks: { homeserver: 'failed (timeout)' } });
    }));

  it('is no longer ready, and still healthy, while the process drains', () =>
    watched([{ name: 'database', check: well }], async (listener) => {
      listener.drain();
      assert.equal((await fetch(`${listener.url}/ready`)).status, 503);
      assert.equal((await fetch(`${listener.url}/health`)).status, 200);
    }));

  it('serves /metrics as Prometheus reads it, and nothing else', () =>
    watched([], async ({ url }) => {
      const answer = await fetch(`${url}/metrics`);
      assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/);
      assert.match(await answer.text(), /^mailroom_info\{version="test"\} 1$/m);
      const open = await fetch(`${url}/metrics`, {
        headers: { accept: 'application/openmetrics-text; version=1.0.0' },
      });
      assert.match(open.headers.get('content-type') ?? '', /^application\/openmetrics-text; version=1\.0\.0/);
      assert.match(await open.text(), /\n# EOF\n$/);
      assert.equal((await fetch(`${url}/`)).status, 404);
      assert.equal((await fetch(`${url}/metrics`, { method: 'POST' })).status, 405);
    }));

  it('rejects when its port is taken', () =>
    watched([], async ({ url }) => {
      const options = {
        listen: { host: '127.0.0.1', port: Number(new URL(url).port) },
        metrics: createMetrics({ version: 'test', process: false }),
        checks: [],
        log: silentLog(),
      };
      await assert.rejects(startObservability(options), { code: 'EADDRINUSE' });
    }));
});
