import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkRecord, type RecordChecked } from '../archive/record-check.ts';
import { checkRecordFile, headLine, readHeadLine, recordLines } from '../archive/record-file.ts';
import { createLog } from '../base/log.ts';
import { publicKeyOf } from '../bridge/signing.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../db/pool.ts';
import { lastEntry } from '../db/record-tables/audit.ts';
import { FIRST_HASH } from '../db/record-tables/chain.ts';
import { lastHead } from '../db/record-tables/heads.ts';
import type { Head } from '../db/record-tables/heads.ts';
import { personKeys, readEntries, readHeads, waitingEntries } from '../db/record-tables/reading.ts';
import { printable } from '../inspect/page.ts';
import { RecordKeeper } from '../watch/record-keeper.ts';
import { recordShell } from './acting.ts';
import {
  CONFIG_OPTION,
  EXIT,
  readArgsAndFiles,
  readConfig,
  UsageError,
  type Command,
  type ExitCode,
} from './command.ts';
import type { Io } from './command.ts';
import { withDatabase } from './database.ts';

const OPTIONS = {
  ...CONFIG_OPTION,
  since: { type: 'string' },
  until: { type: 'string' },
  out: { type: 'string' },
  head: { type: 'string', multiple: true },
  key: { type: 'string' },
} as const;

type Values = ReturnType<typeof readArgsAndFiles<typeof OPTIONS>>['values'];

/** `mailroom audit` */
export const auditCommand: Command = {
  summary: 'check the record of what was done, or take it out',
  help: `Usage: mailroom audit verify [--head FILE]… [--config FILE]
       mailroom audit verify [--head FILE]… [--key KEY | --config FILE] EXPORT
       mailroom audit head [--config FILE]
       mailroom audit export [--since TIME] [--until TIME] [--out FILE] [--config FILE]

The record says who did what, for whom and from where: commands, what was asked by HTTP and in the shell, configs,
decisions about mail that waits, imports, exports, erasures. It only grows, and each entry is chained to the one before
by a hash. Whoever may run this may read it; there is no other way to it.

  verify   reads all of it and names the first entry that is not as it was written. With EXPORT it reads a file that
           "export" wrote, and needs no database
  head     how far the record goes now, signed, as one line: kept elsewhere, it shows later that nothing up to there was
           changed or cut away
  export   writes it as lines of JSON, signed, with the names of all persons who were not erased

      --head FILE     heads that were kept, a line each
      --key KEY       the public key that must have signed the file, as "export" said it
      --since TIME    from this day (2019-01-31, in UTC) or time (2019-01-31T12:00:00Z) on
      --until TIME    until the end of this day, or before this time
      --out FILE      a new file, which only its owner can read (default: standard output)
  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)

Exit codes: 0 it is whole, or was written, 1 it is not.
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, OPTIONS);
    const [verb, file, ...more] = files;
    if (more.length > 0) throw new UsageError('Too many words');
    if (verb === 'verify') {
      const held = await heldHeads(values.head ?? []);
      return file === undefined ? verifyDatabase(io, values, held) : verifyFile(io, values, held, file);
    }
    if (file !== undefined) throw new UsageError('Too many words');
    if (verb === 'head') return withRecord(io, values, (db, config) => tellHead(io, db, config));
    if (verb === 'export') return withRecord(io, values, (db, config) => exportRecord(io, values, db, config));
    throw new UsageError('mailroom audit verify, head or export');
  },
};

function withRecord(
  io: Io,
  { config: file }: Values,
  work: (db: Database, config: Config) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = readConfig(io, file);
  return withDatabase(config, (db) => work(db, config));
}

function keysOf({ secret, oldSecrets }: Config): string[] {
  return [secret, ...oldSecrets].map(publicKeyOf);
}

function verifyDatabase(io: Io, values: Values, held: readonly Head[]): Promise<ExitCode> {
  if (values.key !== undefined) throw new UsageError('--key belongs to a file: of a database the config says the key');
  return withRecord(io, values, async (db, config) => {
    // Up to here: what is signed meanwhile is of entries that may come after the last that is read.
    const last = Math.max((await lastHead(db))?.entry ?? 0, (await lastEntry(db)).entry);
    const checked = await checkRecord(readEntries(db, 1, last), {
      first: 1,
      before: FIRST_HASH,
      heads: readHeads(db, 1, last),
      held,
      keys: keysOf(config),
      personKeys: (persons) => personKeys(db, persons),
    });
    const { count, seconds } = await waitingEntries(db);
    const waits = count === 0 ? [] : [`${count} wait to be chained, for ${Math.round(seconds)} s at most`];
    return told(io, checked, waits, []);
  });
}

async function verifyFile(io: Io, values: Values, held: readonly Head[], file: string): Promise<ExitCode> {
  const config = values.config === undefined ? null : readConfig(io, values.config);
  const known = [
    ...(values.key === undefined ? [] : [values.key.toLowerCase()]),
    ...(config === null ? [] : keysOf(config)),
  ];
  const checked = await checkRecordFile(file, known.length === 0 ? null : known, held);
  const whose = known.length === 0 ? ', whose key was not checked' : '';
  const signed = checked.signedBy === null ? [] : [`signed by ${checked.signedBy}${whose}`];
  return told(io, checked, signed, checked.wrong);
}

function told(
  io: Io,
  { entries, last, signedUpTo, faults }: RecordChecked,
  more: readonly string[],
  wrong: readonly string[],
): ExitCode {
  const broken = [...wrong, ...faults.map(({ what }) => what)];
  const [first, ...others] = broken;
  const lines = [
    `${entries} entries, the last is ${last.entry} with the hash ${last.hash.toString('hex')}`,
    `signed up to entry ${signedUpTo}`,
    ...more,
    first === undefined ? 'whole' : `NOT WHOLE: ${first}`,
    ...others.map((what) => `  ${what}`),
  ];
  io.out(printable(`${lines.join('\n')}\n`));
  return first === undefined ? EXIT.ok : EXIT.failed;
}

/** What waits is chained and signed first, so that it is told up to now. */
function keep(db: Database, config: Config): Promise<void> {
  return new RecordKeeper({ db, log: createLog({ ...config.logging, level: 'warn' }), secret: config.secret }).keep({
    signs: 'now',
  });
}

async function tellHead(io: Io, db: Database, config: Config): Promise<ExitCode> {
  await keep(db, config);
  const head = await lastHead(db);
  if (head === null) {
    io.err('The record has no entry yet.\n');
    return EXIT.failed;
  }
  io.out(`${headLine(head)}\n`);
  return EXIT.ok;
}

async function exportRecord(io: Io, values: Values, db: Database, config: Config): Promise<ExitCode> {
  const since = readTime('--since', values.since, 0);
  const until = readTime('--until', values.until, 1);
  const asked = { since: since?.toISOString() ?? '', until: until?.toISOString() ?? '' };
  await db.transaction((tx) => recordShell(tx, io.env, { act: 'cli.audit-export', facts: asked }));
  await keep(db, config);
  const lines = recordLines(db, { since, until, secret: config.secret, now: new Date() });
  if (values.out === undefined) {
    for await (const line of lines) io.out(line);
  } else {
    await pipeline(Readable.from(lines), createWriteStream(values.out, { flags: 'wx', mode: 0o600 }));
  }
  io.err(`signed by ${publicKeyOf(config.secret)}\n`);
  return EXIT.ok;
}

async function heldHeads(files: readonly string[]): Promise<Head[]> {
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  return texts.flatMap(({ file, text }) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const head = readHeadLine(line);
        if (head === null) throw new UsageError(`${file} has a line that is no head, as "mailroom audit head" says it`);
        return head;
      }),
  );
}

const DAY_MS = 24 * 3600 * 1000;

/** A day in UTC and so many days later, or a time. */
function readTime(option: string, given: string | undefined, days: number): Date | null {
  if (given === undefined) return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given);
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(given);
  const date = new Date(isDay ? `${given}T00:00:00Z` : isTime ? given : Number.NaN);
  if (Number.isNaN(date.getTime()) || (isDay && date.toISOString().slice(0, 10) !== given)) {
    throw new UsageError(`${option} must be a day or a time, as 2019-01-31 or 2019-01-31T12:00:00Z`);
  }
  return isDay ? new Date(date.getTime() + days * DAY_MS) : date;
}
