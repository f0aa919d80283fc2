import type { Exported } from '../exporting/export-mails.ts';
import { FORMATS } from '../archive/mail-files.ts';
import type { AccountId, RoomId } from '../bridge/types.ts';
import { parseAddress } from '../mail/address.ts';
import { megabytes } from '../mail/size.ts';
import { CONFIG_OPTION, EXIT, readArgs, readConfig, UsageError, type Command } from './command.ts';
import { runExport } from './export-run.ts';

const OPTIONS = {
  ...CONFIG_OPTION,
  account: { type: 'string' },
  room: { type: 'string' },
  person: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  format: { type: 'string', default: 'mbox' },
  notes: { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  out: { type: 'string' },
} as const;

/** `mailroom export` */
export const exportCommand: Command = {
  summary: 'write the mails of an account, a room or a person to standard files',
  help: `Usage: mailroom export (--account KEY | --room ROOM | --person ADDRESS) [OPTIONS] --out FOLDER

Writes mails of conversations to files that every mail program reads, byte for byte as they came, as they left and as
they were brought in, with a signed manifest that "mailroom verify" checks. Mailroom may run meanwhile. Of several
options a mail has to match all. A mail whose bytes are not kept any more (keep.raw) is composed of its events in the
room, and marked (X-Mailroom-Composed); what cannot be, and an answer that has not left, is named in the manifest. What
is suspected or in quarantine is in no conversation, and not part of it.

      --account KEY      the mails of this account
      --room ROOM        the mails of the conversation in this room (!…)
      --person ADDRESS   only mails with this address in From, To or Cc
      --since DATE       only mails of this day or later (2019-01-31, in UTC)
      --until DATE       only mails of this day or earlier
      --format FORMAT    ${FORMATS.join(', ')} (default: mbox, as mboxrd); json is eml with a
                         description in JSON of each mail, and its files
      --notes            what was said inside too: notes, commands, messages that were not mailed, reactions
      --offline          ask no homeserver: what is not kept is only named
      --out FOLDER       a new folder, or an empty one; only its owner can read it
  -c, --config FILE      the config file (default: $MAILROOM_CONFIG, else config.yaml)

Exit codes: 0 every mail was written whole, 1 some are named that could not be, a file of one could not be had, or it
failed.
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
    if (values.notes && person !== undefined) {
      throw new UsageError('--notes goes with --account or --room: what is said inside has no mail address');
    }
    if (values.notes && values.offline) throw new UsageError('--notes asks the homeserver, and --offline does not');
    const selection = {
      account: (account ?? null) as AccountId | null,
      room: (room ?? null) as RoomId | null,
      person: address,
      since: readDay('--since', values.since, 0),
      until: readDay('--until', values.until, 1),
      notes: values.notes,
    };
    const asked = { selection, format, folder, offline: values.offline };
    const exported = await runExport(readConfig(io, values.config), asked, io);
    io.out(textOf(exported));
    return exported.missing.size === 0 && exported.without === 0 ? EXIT.ok : EXIT.failed;
  },
};

function textOf({ mails, bytes, composed, without, missing, key }: Exported): string {
  const lines = [
    `${mails} mails, ${megabytes(bytes)}`,
    ...(composed === 0 ? [] : [`${composed} of them composed of their events`]),
    ...(without === 0 ? [] : [`${without} files could not be had; the mails that are without them say so`]),
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
