import { planImport } from '../archive/plan.ts';
import { planText } from '../archive/plan-told.ts';
import type { Found } from '../archive/sources/found.ts';
import { DIALECTS } from '../archive/sources/mbox.ts';
import type { Dialect } from '../archive/sources/mbox.ts';
import { readSource } from '../archive/sources/read-source.ts';
import type { Config } from '../config/config.ts';
import type { OldMailDeps } from '../imap/old-mail.ts';
import { createParsePool } from '../parser/parse-pool.ts';
import { CONFIG_OPTION, EXIT, readArgsAndFiles, readConfig, UsageError, type Command } from './command.ts';
import { printable } from '../inspect/page.ts';
import { foundInMailboxes, mailboxSources } from '../importing/mailboxes-source.ts';
import { chosenAccount, imapSettingsOf, importMails } from './import-run.ts';
import { progressLineOf } from './progress.ts';

const GROUPINGS = ['thread', 'folder', 'list'] as const;
const ATTACHMENTS = ['none', 'small', 'all'] as const;

const OPTIONS = {
  ...CONFIG_OPTION,
  account: { type: 'string' },
  mailbox: { type: 'string', multiple: true },
  into: { type: 'string', default: 'thread' },
  attachments: { type: 'string', default: 'all' },
  'dry-run': { type: 'boolean', default: false },
  mbox: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** `mailroom import` */
export const importCommand: Command = {
  summary: 'bring old mail into rooms, or say what it would bring',
  help: `Usage: mailroom import [OPTIONS] [SOURCE…]
       mailroom import --dry-run [OPTIONS] [SOURCE…]

Brings old mail from where it lies into rooms: a room a conversation, with its senders, times and files, in a space of
its own, which nobody but Mailroom writes to. Nobody is invited, told or mailed. Mailroom may run meanwhile. What was
brought in once is not brought in again: the same command goes on where it was stopped, and says what became of every
mail. With --dry-run it only says what is there: nothing is stored or sent, and no config is read for files.

SOURCE is a mail (.eml), an mbox, a Maildir or Maildir++, the profile folder of a Thunderbird, a folder with any of
these in it, or a .zip, .tar, .tar.gz or .gz of these; with the package pst-extractor a PST or OST too. Without any the
mailboxes of the account are read over IMAP, and nothing is changed there; what the server marks as drafts, deleted mail
or spam is passed.

      --account KEY   whose mail it is (default: the only account)
      --mailbox NAME  without SOURCE: only this mailbox, whatever it is marked as; may be given several times
      --into WHAT     a room for each ${GROUPINGS.join(', ')} (default: thread)
      --attachments WHICH
                      none; small: up to 1 MB; all (default)
      --dry-run       plan only
      --mbox DIALECT  what every mbox is written in: ${DIALECTS.join(', ')} (default: as each looks)
      --json          the plan or the report as one JSON object (docs/archive.md)
  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)

Exit codes: 0 every mail is in a room, or all could be read, 1 something is damaged or was set aside, no mail is there,
or it was stopped, 2 the command line is wrong.
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, OPTIONS);
    if (files.length > 0 && values.mailbox !== undefined) {
      throw new UsageError('--mailbox is of the account, and goes with no SOURCE');
    }
    const mailboxes = values.mailbox ?? null;
    const dialect = DIALECTS.find((each) => each === values.mbox) ?? null;
    if (values.mbox !== undefined && dialect === null) {
      throw new UsageError(`--mbox must be one of ${DIALECTS.join(', ')}`);
    }
    if (!values['dry-run']) {
      const grouping = GROUPINGS.find((each) => each === values.into);
      if (grouping === undefined) throw new UsageError(`--into must be one of ${GROUPINGS.join(', ')}`);
      const attachments = ATTACHMENTS.find((each) => each === values.attachments);
      if (attachments === undefined) throw new UsageError(`--attachments must be one of ${ATTACHMENTS.join(', ')}`);
      const asked = { files, mailboxes, account: values.account ?? null, grouping, attachments, dialect };
      return importMails(readConfig(io, values.config), { ...asked, json: values.json }, io);
    }
    const stopping = new AbortController();
    void io.stopped.then((reason) => stopping.abort(reason));
    const pool = createParsePool({ size: 2 });
    const progress = progressLineOf(io);
    const { sources, found } =
      files.length > 0
        ? filesAsSource(files, dialect)
        : mailboxesAsSource(readConfig(io, values.config), values.account ?? null, mailboxes, {
            signal: stopping.signal,
            waiting: (what) => {
              progress.wipe();
              io.err(what === null ? 'it goes on\n' : printable(`waiting for ${what}\n`));
            },
          });
    try {
      // Its start does not count to the time that a mail takes.
      await pool.warmUp();
      const plan = await planImport(sources, found(), {
        pool,
        now: new Date(),
        stop: stopping.signal,
        progress: progress.draw,
      });
      progress.wipe();
      io.out(values.json ? `${JSON.stringify(plan)}\n` : printable(planText(plan)));
      return plan.mails === 0 || plan.damaged.count > 0 || stopping.signal.aborted ? EXIT.failed : EXIT.ok;
    } finally {
      await pool.close();
    }
  },
};

interface Source {
  readonly sources: readonly string[];
  readonly found: () => AsyncIterable<Found>;
}

function filesAsSource(files: readonly string[], dialect: Dialect | null): Source {
  const sources = [...new Set(files)];
  return {
    sources,
    found: async function* () {
      for (const source of sources) yield* readSource(source, { dialect });
    },
  };
}

function mailboxesAsSource(
  config: Config,
  asked: string | null,
  mailboxes: readonly string[] | null,
  how: Pick<OldMailDeps, 'signal' | 'waiting'>,
): Source {
  const account = chosenAccount(config, asked);
  const choice = { mailboxes, since: null };
  // The database is not asked: what comes in as new mail counts among the others.
  const newMails = () => Promise.resolve(new Map<number, 'comes'>());
  const imap = { settings: imapSettingsOf(config, account.id), newMails, ...how };
  return {
    sources: mailboxSources(account.address, choice),
    found: () => foundInMailboxes(account.address, imap, choice),
  };
}
