/** `mailroom import` without --dry-run: the parts that an import needs, put together. */
import { resolve } from 'node:path';
import { importText } from '../importing/report.ts';
import { Patience } from '../importing/patience.ts';
import { runImport } from '../importing/run-import.ts';
import type { ImportReport } from '../importing/report.ts';
import type { Dialect } from '../archive/sources/mbox.ts';
import { readSource } from '../archive/sources/read-source.ts';
import { accountsOf, imapSettings } from '../app/settings.ts';
import { createAvatarPainter } from '../avatars/painter.ts';
import { createLog } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import type { Account } from '../bridge/account/account.ts';
import { OperatorsAccounts } from '../bridge/account/own-mailbox.ts';
import { GhostCodec } from '../bridge/ids.ts';
import type { IdKey } from '../bridge/ids.ts';
import { facesOf } from '../bridge/room/avatar.ts';
import type { AccountId } from '../bridge/types.ts';
import { usableRegistration } from '../check/usable-registration.ts';
import type { Config } from '../config/config.ts';
import type { AttachmentChoice, Grouping } from '../db/archive-tables/imports.ts';
import { newMailsOf } from '../db/intake-tables/mailboxes.ts';
import { openDatabase } from '../db/open.ts';
import type { Database } from '../db/pool.ts';
import { openKeys } from '../handling/keyring.ts';
import { readFailures } from '../handling/matrix-failure.ts';
import type { ImapSettings } from '../imap/settings.ts';
import { printable } from '../inspect/page.ts';
import { defaultLimits } from '../mail/mime/parse.ts';
import { Avatars } from '../matrix/avatars.ts';
import { MatrixBridge } from '../matrix/bridge.ts';
import { MatrixClient } from '../matrix/client.ts';
import { Ghosts } from '../matrix/ghosts.ts';
import { Media } from '../matrix/media.ts';
import { OtherRequests } from '../matrix/others.ts';
import type { Registration } from '../matrix/registration.ts';
import { Rooms } from '../matrix/rooms.ts';
import { createParsePool } from '../parser/parse-pool.ts';
import { thumbnailerOnDemand } from '../thumbnail/thumbnailer.ts';
import { recordedRun } from './acting.ts';
import { isFull, measure } from '../watch/space.ts';
import { EXIT, UsageError, type ExitCode, type Io } from './command.ts';
import { refuseOtherSchemas, wholeConfig } from './database.ts';
import { foundInMailboxes, mailboxSources } from '../importing/mailboxes-source.ts';
import { progressLineOf } from './progress.ts';

/** What is asked for on the command line. */
export interface AskedImport {
  /** None: the account's mailboxes. */
  readonly files: readonly string[];
  /** Which mailboxes, by name; null for all that hold mail. */
  readonly mailboxes: readonly string[] | null;
  /** Null where the config has one account only. */
  readonly account: string | null;
  readonly grouping: Grouping;
  readonly attachments: AttachmentChoice;
  readonly dialect: Dialect | null;
  readonly json: boolean;
}

/** Runs it, and says what became of every mail. @param failpoint tests end the process there */
export async function importMails(
  file: Config,
  asked: AskedImport,
  io: Io,
  failpoint: (name: string) => void = () => undefined,
): Promise<ExitCode> {
  const registration = await usableRegistration(file);
  const log = createLog({ ...file.logging, level: 'error' });
  const opened = await openDatabase(file.database, log);
  try {
    await refuseOtherSchemas(opened.db);
    const config = await wholeConfig(opened.db, file);
    const account = chosenAccount(config, asked.account);
    const ids = await openKeys(opened.db, config);
    const { grouping, attachments } = asked;
    const report = await recordedRun(
      opened.db,
      io.env,
      { act: 'cli.import', account: account.id, facts: { grouping, attachments, sources: asked.files.length } },
      () => withHomeserver({ config, registration, db: opened.db, ids, log, account }, asked, io, failpoint),
      ({ mails, imported, set_aside: aside, rooms }) => ({
        facts: { mails, imported: imported.mails, set_aside: aside.mails, rooms },
      }),
    );
    io.out(asked.json ? `${JSON.stringify(report)}\n` : printable(importText(report)));
    const isWhole = report.set_aside.mails === 0 && report.damaged.mails === 0 && report.mails > 0;
    return isWhole ? EXIT.ok : EXIT.failed;
  } finally {
    await opened.close();
  }
}

async function withHomeserver(
  ground: {
    readonly config: Config;
    readonly registration: Registration;
    readonly db: Database;
    readonly ids: IdKey;
    readonly log: Log;
    readonly account: Account;
  },
  { files, mailboxes, grouping, attachments, dialect }: AskedImport,
  io: Io,
  failpoint: (name: string) => void,
): Promise<ImportReport> {
  const { config, registration, db, ids, log, account } = ground;
  const { url, ca, domain, roomVersion } = config.homeserver;
  const { bot, ghostPrefix: prefix } = config.appservice;
  const codec = new GhostCodec({ prefix, domain, bot });
  const client = new MatrixClient({
    ...{ url, token: registration.as_token, timeoutMs: config.times.homeserver },
    ...(ca === null ? {} : { ca }),
  });
  const bridge = new MatrixBridge({ registration, homeserverUrl: url, domain, client });
  const shared = { client, bridge, db, codec, failpoint };
  const avatars = new Avatars({ client, db, log, painter: createAvatarPainter });
  const largest = config.limits.mailSize;
  const parser = createParsePool({
    size: config.limits.parseWorkers,
    timeLimit: config.limits.parseTime,
    memory: Math.ceil(config.limits.parseMemory / 2 ** 20),
    limits: { ...defaultLimits, size: Math.max(defaultLimits.size, largest) },
  });
  const thumbnail = thumbnailerOnDemand(() => undefined);
  const stopping = new AbortController();
  void io.stopped.then((reason) => stopping.abort(reason));
  const progress = progressLineOf(io);
  const others = new OtherRequests(client, () => performance.now());
  const waiting = (what: string | null): void => {
    progress.wipe();
    io.err(what === null ? 'it goes on\n' : printable(`waiting for ${what}\n`));
  };
  const patience = new Patience({
    signal: stopping.signal,
    failure: readFailures(() => others.answered()),
    waiting,
  });
  const choice = { mailboxes, since: null };
  const sources =
    files.length === 0
      ? mailboxSources(account.address, choice)
      : [...new Set(files.map((file) => resolve(file)))].sort();
  try {
    // The processes that read mail are there, or nothing begins.
    await parser.standing();
    return await runImport(
      {
        ...{ db, ids, codec, client, log, parser, patience, account, failpoint, largest },
        rooms: new Rooms({ ...shared, ids, log, version: roomVersion }),
        ghosts: new Ghosts({ ...shared, avatars, faces: facesOf(codec) }),
        media: new Media({ client, db, failpoint }),
        thumbnail,
        now: new Date(),
        hasRoom: roomIn(db, config),
        progress: { read: progress.draw, filled: progress.drawOf },
      },
      {
        ...{ sources, grouping, attachments },
        found: async function* () {
          if (files.length === 0) {
            const newMails = (mailbox: Parameters<typeof newMailsOf>[2], uids: readonly number[]) =>
              patience.through(() => newMailsOf(db, account.id, mailbox, uids, { decided: false }));
            const settings = imapSettingsOf(config, account.id);
            const imap = { settings, signal: stopping.signal, waiting, newMails };
            yield* foundInMailboxes(account.address, imap, choice);
          }
          for (const source of files.length === 0 ? [] : sources) yield* readSource(source, { dialect });
        },
      },
    );
  } finally {
    progress.wipe();
    await parser.close();
    await thumbnail.close();
    await avatars.close();
    client.close();
    await bridge.close();
  }
}

/** Between two looks, milliseconds. */
const LOOK_MS = 5_000;

/** Whether the database takes more. It counts as full a little before it is for mail that comes in. */
function roomIn(db: Database, { database, limits }: Config): () => Promise<boolean> {
  const folder = database.kind === 'embedded' ? database.folder : null;
  let [looked, had] = [-Infinity, true];
  return async () => {
    if (had && performance.now() - looked < LOOK_MS) return true;
    had = (await measure(db, folder)).every((one) => !isFull(one, limits, true));
    looked = performance.now();
    return had;
  };
}

/** How the account's mailboxes are reached. */
export function imapSettingsOf(config: Config, account: AccountId): ImapSettings {
  const found = config.accounts.find(({ id }) => id === account);
  if (found === undefined) throw new Error('an account of the config stands in it');
  return imapSettings(config, found);
}

/** One of a team: what is in an own mailbox is its owner's alone. */
export function chosenAccount(config: Config, asked: string | null): Account {
  const accounts = new OperatorsAccounts(accountsOf(config));
  const [only, second] = [...accounts.values()];
  const account = asked === null && second === undefined ? only : accounts.get((asked ?? '') as AccountId);
  if (account !== undefined) return account;
  throw new UsageError(`Into which account? --account, one of ${[...accounts.keys()].join(', ')}`);
}
