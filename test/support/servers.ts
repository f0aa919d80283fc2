import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Environment, type EnvironmentOptions, startEnvironment } from '../../tools/demo/environment.ts';

export { Mailbox, referencedIds, type StoredMail } from '../../tools/demo/mailbox.ts';
export { MatrixUser, type SeenEvent, textContent } from '../../tools/demo/matrix-user.ts';
export { until } from '../../tools/servers/wait.ts';
export type { Environment, EnvironmentOptions };

/**
 * Real servers for the tests of one file, in a folder of their own; call it in `before` or at the top of the file. They
 * end, and their files go, after the file's last test.
 */
export async function servers(options: Omit<EnvironmentOptions, 'state'> = {}): Promise<Environment> {
  const state = await mkdtemp(join(tmpdir(), 'mailroom-'));
  // The servers run as users of their own and must pass here.
  await chmod(state, 0o711);
  const environment = await startEnvironment({ ...options, state }).catch(async (error: unknown) => {
    await rm(state, { recursive: true, force: true });
    throw error;
  });
  after(() => environment.remove());
  return environment;
}
