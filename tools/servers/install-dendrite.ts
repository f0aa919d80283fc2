import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from './run.ts';

/** The Dendrite that the demo and `npm run test:homes` run. */
export const dendriteVersion = '0.13.8';

const source = `github.com/matrix-org/dendrite/cmd/dendrite@v${dendriteVersion}`;

function programIn(cache: string): string {
  return join(cache, `dendrite-${dendriteVersion}`);
}

/** The program of Dendrite; null when it has not been built yet. */
export function findDendrite(cache: string): string | null {
  return existsSync(programIn(cache)) ? programIn(cache) : null;
}

/**
 * Builds Dendrite from Go's module proxy into the cache: two to three minutes on two cores. Without C: it then knows no
 * SQLite, but Postgres, which runs here anyway. Two may build at once.
 */
export async function installDendrite(cache: string, go: string): Promise<void> {
  const draft = join(cache, `dendrite.${process.pid}`);
  await mkdir(cache, { recursive: true });
  try {
    await command([go, 'install', source], { env: { CGO_ENABLED: '0', GOBIN: draft, GOFLAGS: '' } });
    await rename(join(draft, 'dendrite'), programIn(cache));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
