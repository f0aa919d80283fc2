import { appendAudit } from '../db/record-tables/audit.ts';
import type { Database } from '../db/pool.ts';
import { addHold, listHolds, releaseHold, type LegalHold } from '../db/retention-tables/holds.ts';
import { printable } from '../inspect/page.ts';
import { shellActor } from './acting.ts';
import {
  CONFIG_OPTION,
  EXIT,
  readArgsAndFiles,
  readConfig,
  UsageError,
  type Command,
  type ExitCode,
} from './command.ts';
import { withDatabase } from './database.ts';
import { entryOf, readSubject } from './subject.ts';

const OPTIONS = {
  ...CONFIG_OPTION,
  reason: { type: 'string', default: '' },
  release: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** Characters of a reason. */
const REASON = 500;

/** `mailroom hold` */
export const holdCommand: Command = {
  summary: 'keep what a court or an audit wants, whatever the rules say',
  help: `Usage: mailroom hold ACCOUNT|THREAD|ROOM|ADDRESS [--reason TEXT]
       mailroom hold --release ACCOUNT|THREAD|ROOM|ADDRESS
       mailroom hold --list [--all] [--json]

Suspends what "keep" in the config and "mailroom erase" would take away: of all conversations of an account, of one
conversation (by its id or its room, !…), or of every conversation in which an address has or had a part. It counts from
the next statement on, in every process. What was taken before does not come back.

      --reason TEXT     why, for those who look later
      --release         end it; what is over is taken at the next turn, within an hour
      --list            what is on hold; with --all also what was
      --json            for programs
  -c, --config FILE     the config file (default: $MAILROOM_CONFIG, else config.yaml)

Exit code 1: there is no such thing, or (--release) it is not on hold.
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, OPTIONS);
    const [subject, second] = files;
    if (values.list ? subject !== undefined : subject === undefined || second !== undefined) {
      throw new UsageError('What? mailroom hold ACCOUNT, THREAD, ROOM or ADDRESS; or --list');
    }
    if (values.list && values.release) throw new UsageError('Either --list or --release');
    const config = readConfig(io, values.config);
    return withDatabase(config, async (db) => {
      if (subject !== undefined) {
        const done = await change(db, subject, { ...values, by: shellActor(io.env) });
        io.out(done.text);
        return done.code;
      }
      const holds = await listHolds(db, values.all);
      io.out(
        values.json ? `${JSON.stringify(holds)}\n` : printable(holds.map(line).join('')) || 'Nothing is on hold.\n',
      );
      return EXIT.ok;
    });
  },
};

async function change(
  db: Database,
  given: string,
  { release, reason, by }: { readonly release: boolean; readonly reason: string; readonly by: string },
): Promise<{ readonly text: string; readonly code: ExitCode }> {
  const about = await readSubject(db, given);
  const changed = await db.transaction(async (tx) => {
    const isChanged = release
      ? await releaseHold(tx, { ...about, by })
      : await addHold(tx, { ...about, by, reason: reason.slice(0, REASON) });
    if (isChanged) await appendAudit(tx, { ...entryOf('cli.hold', by, about), facts: { released: release } });
    return isChanged;
  });
  if (release) {
    return changed ? { text: 'Released.\n', code: EXIT.ok } : { text: 'It is not on hold.\n', code: EXIT.failed };
  }
  return { text: changed ? `On hold: ${about.kind}.\n` : 'It is on hold already.\n', code: EXIT.ok };
}

function line({ kind, subject, reason, by, at, releasedAt, releasedBy }: LegalHold): string {
  const why = reason === '' ? '' : `: ${reason}`;
  const end = releasedAt === null ? '' : `; released ${releasedAt.toISOString()} by ${releasedBy ?? ''}`;
  return `${kind} ${subject}, since ${at.toISOString()} by ${by}${why}${end}\n`;
}
