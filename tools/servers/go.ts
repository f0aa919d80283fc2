import { CannotInstall } from './install-step.ts';
import { tryCommand } from './run.ts';

/** The oldest Go that reads the modules of what is built here and fetches a newer one of itself where they want it. */
const oldestGo = 21;

/**
 * The program of Go: on the path, or where its own archive is unpacked by custom. Rejects with `CannotInstall` where
 * there is none.
 */
export async function goFor(what: string): Promise<string> {
  for (const program of ['go', '/usr/local/go/bin/go']) {
    const { code, stdout } = await tryCommand([program, 'env', 'GOVERSION']).catch(() => ({ code: 1, stdout: '' }));
    const [, minor = '0'] = /^go1\.(\d+)/.exec(stdout) ?? [];
    if (code === 0 && Number(minor) >= oldestGo) return program;
  }
  throw new CannotInstall(`${what} is built here, with Go 1.21 or newer (https://go.dev/dl), and there is none.`);
}
