/** The demo's whole story on every homeserver that it can play on but plain Synapse. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { homeserverKinds } from '../../tools/servers/homeserver.ts';
import { projectRoot } from '../../tools/servers/paths.ts';

/** Steps of the story; each has a line of its own where it was seen on the other side. */
const steps = Array.from({ length: 12 }, (_, index) => index + 1);

describe('the demo', () => {
  for (const homeserver of homeserverKinds.filter((kind) => kind !== 'synapse')) {
    it(`plays its whole story on ${homeserver}`, { timeout: 400_000 }, async (t) => {
      const parent = await mkdtemp(join(tmpdir(), 'mailroom-demo-'));
      t.after(() => rm(parent, { recursive: true, force: true }));
      // The servers run as users of their own and must pass here.
      await chmod(parent, 0o711);
      const demo = spawn(
        process.execPath,
        [
          join(projectRoot, 'tools/demo/main.ts'),
          '--homeserver',
          homeserver,
          '--once',
          '--yes',
          '--state',
          join(parent, 'state'),
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      t.after(() => demo.kill('SIGTERM'));
      const said = { text: '' };
      demo.stdout.on('data', (chunk: Buffer) => (said.text += chunk.toString()));
      await once(demo, 'exit');
      const seen = steps.filter((step) => new RegExp(`^✔ ${step} `, 'm').test(said.text));
      assert.deepEqual([seen, demo.exitCode], [steps, 0], said.text);
    });
  }
});
