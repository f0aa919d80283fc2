/**
 * `mailroom run` that ends itself by SIGKILL at a step of a path: at the n-th passing of a failpoint, counted from when
 * it was set. Arguments: the config file, then the failpoint and its number where it is set from the start; later ones
 * come by a message of the parent, which is answered.
 */
import { flushCompileCache } from 'node:module';
import { z } from 'zod';
import type * as App from '../../src/app/app.ts';
import type * as Hangups from '../../src/cli/hangups.ts';
import type * as Config from '../../src/config/config.ts';
import type * as Log from '../../src/base/log.ts';
import { loadModule } from '../../tools/built.ts';

const { createApp } = (await loadModule('app/app.ts')) as typeof App;
const { keepHangups } = (await loadModule('cli/hangups.ts')) as typeof Hangups;
const { loadConfig } = (await loadModule('config/config.ts')) as typeof Config;
const { createLog } = (await loadModule('base/log.ts')) as typeof Log;

const end = z.object({ at: z.string(), nth: z.coerce.number() });

let at = '';
let left = 0;
function setEnd(given: z.output<typeof end>): void {
  at = given.at;
  left = given.nth;
}
function failpoint(name: string): void {
  if (name === at && --left === 0) process.kill(process.pid, 'SIGKILL');
}

const [file = '', name, nth] = process.argv.slice(2);
if (name !== undefined) setEnd(end.parse({ at: name, nth }));
process.on('message', (message) => {
  setEnd(end.parse(message));
  process.send?.('set');
});

// The tests were broken off.
process.on('disconnect', () => process.exit(1));

const config = loadConfig(file, {});
const log = createLog(config.logging);
const app = await createApp(config, { log, failpoint });
keepHangups()(() => void app.reload('SIGHUP'));
process.once('SIGTERM', () => {
  app.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error('did not stop', { error });
      process.exit(1);
    },
  );
});
// Node would write what it compiled at the end, which is a kill.
flushCompileCache();
await app.start();
process.send?.('up');
