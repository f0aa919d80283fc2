import { exportMails, type Exported, type Selection } from '../archive/export.ts';
import { FORMATS } from '../archive/mail-files.ts';
import { createLog } from '../base/log.ts';
import type { AccountId, RoomId } from '../bridge/types.ts';
import { openDatabase } from '../db/open.ts';
import { parseAddress } from '../mail/address.ts';
import { megabytes } from '../mail/size.ts';
import { recordedRun } from './acting.ts';
import { CONFIG_OPTION, EXIT, readArgs, readConfig, UsageError, type Command } from './command.ts';
import { refuseOtherSchemas } from './ctl.ts';
import { progressLineOf } from './progress.ts';

const OPTIONS = {
  ...CONFIG_OPTION,
  account: { type: 'string' },
  room: { type: 'string' },
  person: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  format: { type: 'string', default: 'mbox' },
  out: { type: 'string' },
} as const;

/** `mailroom export` */
export const exportCommand: Command = {
  summary: 'write the mails of an account, a room or a person to standard files',
  help: `Usage: mailroom export (--account KEY | --room ROOM | --person ADDRESS) [OPTIONS] --out FOLDER

Writes mails of conversations to files that every mail program reads, byte for byte as they came and as they left, with
a signed manifest that "mailroom verify" checks. Mailroom may run meanwhile. Of several options a mail has to match
all. A mail whose bytes are not kept any more (keep.raw) is named in the manifest with its SHA-256, and so
is an answer that has not left. What is suspected or in quarantine is in no conversation, and not part of it; neither is
what was said in rooms alone.

      --account KEY      the mails of this account
      --room ROOM        the mails of the conversation in this room (!…)
      --person ADDRESS   only mails with this address in From, To or Cc
      --since DATE       only mails of this day or later (2019-01-31, in UTC)
      --until DATE       only mails of this day or earlier
      --format FORMAT    ${FORMATS.join(', ')} (default: mbox, as mboxrd)
      --out FOLDER       a new folder, or an empty one; only its owner can read it
  -c, --config FILE      the config file (default: $MAILROOM_CONFIG, else config.yaml)

Exit codes: 0 every mail was written, 1 some are named that could not be, or it failed.
`,
  async run(args, io) {
    const values = readArgs(args, OPTIONS);
    const { account, room, person, out: folder } = values;
    if (folder === undefined) throw new UsageError('Where to? --out FOLDER');
    if (account === undefined && room === undefined && person === undefined) {
      throw new UsageError('Which mails? --account, --room or --person');
    }
    const address = person === undefined ? null : parseAddress(person);
    if (person !== undefined && address === null) throw new UsageError('--person must be a mail address');
    const format = FORMATS.find((each) => each === values.format);
    if (format === undefined) throw new UsageError(`--format must be one of ${FORMATS.join(', ')}`);
    const selection = {
      account: (account ?? null) as AccountId | null,
      room: (room ?? null) as RoomId | null,
      person: address,
      since: readDay('--since', values.since, 0),
      until: readDay('--until', values.until, 1),
    };
    const config = readConfig(io, values.config);
    const stopping = new AbortController();
    void io.stopped.then((reason) => stopping.abort(reason));
    const progress = progressLineOf(io);
    const database = await openDatabase(config.database, createLog({ ...config.logging, level: 'warn' }));
    try {
      await refuseOtherSchemas(database.db);
      const how = {
        format,
        folder,
        secret: config.secret,
        now: new Date(),
        stop: stopping.signal,
        progress: progress.draw,
      };
      const exported = await recordedRun(
        database.db,
        io.env,
        actOf(selection, format),
        () => exportMails(database.db, selection, how),
        ({ mails, missing }) => ({ facts: { mails, named_alone: [...missing.values()].reduce((a, b) => a + b, 0) } }),
      );
      progress.wipe();
      io.out(textOf(exported));
      return exported.missing.size === 0 ? EXIT.ok : EXIT.failed;
    } finally {
      progress.wipe();
      await database.close();
    }
  },
};

/** What the record says of it. */
function actOf({ account, room, person, since, until }: Selection, format: string) {
  const asked = { since: since?.toISOString() ?? '', until: until?.toISOString() ?? '', format };
  const detail = room === null ? {} : { detail: room };
  return { act: 'cli.export', account, whom: person === null ? [] : [person], ...detail, facts: asked } as const;
}

function textOf({ mails, bytes, missing, key }: Exported): string {
  const lines = [
    `${mails} mails, ${megabytes(bytes)}`,
    ...[...missing].map(([why, count]) => `${count} named alone: ${why}`),
    `signed by ${key}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A day in UTC, and so many days later. */
function readDay(option: string, given: string | undefined, later: number): Date | null {
  if (given === undefined) return null;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== given) {
    throw new UsageError(`${option} must be a day, as 2019-01-31`);
  }
  return new Date(date.getTime() + later * 24 * 3600 * 1000);
}
