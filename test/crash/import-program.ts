/**
 * `mailroom import` that ends itself by SIGKILL at a step: at the n-th passing of a failpoint. Arguments: the config
 * file, the source ('' for the account's mailboxes), then the failpoint and its number; none for an import that goes to
 * its end. Prints the report.
 */
import type * as ImportRun from '../../src/cli/import-run.ts';
import type * as Config from '../../src/config/config.ts';
import { loadModule } from '../../tools/built.ts';

const { importMails } = (await loadModule('cli/import-run.ts')) as typeof ImportRun;
const { loadConfig } = (await loadModule('config/config.ts')) as typeof Config;

const [file = '', source = '', at = '', nth = '0'] = process.argv.slice(2);
let left = Number(nth);

process.exitCode = await importMails(
  loadConfig(file, {}),
  {
    ...{ files: source === '' ? [] : [source], mailboxes: null, account: null },
    ...{ grouping: 'thread', attachments: 'all', dialect: null, json: true },
  },
  {
    env: {},
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    stopped: new Promise((resolve) => process.once('SIGINT', () => resolve('SIGINT'))),
    onFatal: () => undefined,
  },
  (name) => {
    if (name === at && --left === 0) process.kill(process.pid, 'SIGKILL');
  },
);
