/**
 * `mailroom import` that ends itself by SIGKILL at a step: at the n-th passing of a failpoint. Arguments: the config
 * file, the source ('' for the account's mailboxes), then the failpoint and its number; none for an import that goes to
 * its end. Prints the report.
 */
import { importMails } from '../../src/cli/import-run.ts';
import { loadConfig } from '../../src/config/config.ts';

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
