import { planImport } from '../archive/plan.ts';
import { planText } from '../archive/plan-told.ts';
import { DIALECTS } from '../archive/sources/mbox.ts';
import { readSource } from '../archive/sources/read-source.ts';
import { createParsePool } from '../parser/parse-pool.ts';
import { EXIT, readArgsAndFiles, UsageError, type Command } from './command.ts';
import { printable } from '../inspect/page.ts';
import { progressLineOf } from './progress.ts';

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  mbox: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** `mailroom import` */
export const importCommand: Command = {
  summary: 'say what old mail would bring: mails, threads, people, size, and what is odd',
  help: `Usage: mailroom import --dry-run [OPTIONS] SOURCE…

Reads old mail from where it lies and says what it would bring: how many mails, threads and people, how much, how long,
and what is odd about it. Nothing is stored or sent, and no config is read. This version plans only: --dry-run must be
given.

SOURCE is a mail (.eml), an mbox, a Maildir or Maildir++, the profile folder of a Thunderbird, a folder with any of
these in it, or a .zip, .tar, .tar.gz or .gz of these; with the package pst-extractor a PST or OST too.

      --dry-run       plan only
      --mbox DIALECT  what every mbox is written in: ${DIALECTS.join(', ')} (default: as each looks)
      --json          the plan as one JSON object (docs/archive.md)

Exit codes: 0 all could be read, 1 something is damaged or no mail is there, 2 the command line is wrong.
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, OPTIONS);
    if (files.length === 0) throw new UsageError('Import what? Name a file or a folder');
    if (!values['dry-run']) throw new UsageError('This version plans only: give --dry-run');
    const dialect = DIALECTS.find((each) => each === values.mbox) ?? null;
    if (values.mbox !== undefined && dialect === null) {
      throw new UsageError(`--mbox must be one of ${DIALECTS.join(', ')}`);
    }
    const stopping = new AbortController();
    void io.stopped.then((reason) => stopping.abort(reason));
    const pool = createParsePool({ size: 2 });
    const sources = [...new Set(files)];
    const found = async function* () {
      for (const source of sources) yield* readSource(source, { dialect });
    };
    const progress = progressLineOf(io);
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
