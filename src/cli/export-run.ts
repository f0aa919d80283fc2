/** The parts that `mailroom export` needs, put together. The homeserver is asked only for what has to be composed. */
import { dirname, resolve } from 'node:path';
import { exportMails } from '../exporting/export-mails.ts';
import type { Exported, ExportProgress } from '../exporting/export-mails.ts';
import type { Selection } from '../exporting/export-ground.ts';
import { RoomSource } from '../exporting/room-source.ts';
import type { Format } from '../archive/mail-files.ts';
import { createLog } from '../base/log.ts';
import { GhostCodec } from '../bridge/ids.ts';
import { usableRegistration } from '../check/usable-registration.ts';
import type { Config } from '../config/config.ts';
import { openDatabase } from '../db/open.ts';
import type { Database } from '../db/pool.ts';
import { openKeys } from '../handling/keyring.ts';
import { readFailures } from '../handling/matrix-failure.ts';
import { Patience } from '../importing/patience.ts';
import { printable } from '../inspect/page.ts';
import { defaultLimits } from '../mail/mime/parse.ts';
import { MatrixClient } from '../matrix/client.ts';
import { OtherRequests } from '../matrix/others.ts';
import { createParsePool } from '../parser/parse-pool.ts';
import { recordedRun } from './acting.ts';
import type { Io } from './command.ts';
import { refuseOtherSchemas } from './database.ts';
import { progressLineOf } from './progress.ts';

export interface AskedExport {
  readonly selection: Selection;
  readonly format: Format;
  readonly folder: string;
  /** Nobody is asked for what is not kept. */
  readonly offline: boolean;
}

export async function runExport(config: Config, asked: AskedExport, io: Io): Promise<Exported> {
  const { selection, format, folder, offline } = asked;
  const stopping = new AbortController();
  void io.stopped.then((reason) => stopping.abort(reason));
  const progress = progressLineOf(io);
  const database = await openDatabase(config.database, createLog({ ...config.logging, level: 'warn' }));
  const parser = createParsePool({
    size: 1,
    timeLimit: config.limits.parseTime,
    memory: Math.ceil(config.limits.parseMemory / 2 ** 20),
    limits: { ...defaultLimits, size: Math.max(defaultLimits.size, config.limits.mailSize) },
  });
  const waiting = (what: string | null): void => {
    progress.wipe();
    const text = what === null ? 'it goes on' : `waiting for ${what}; --offline asks for nothing that is not kept`;
    io.err(printable(`${text}\n`));
  };
  const rooms = new OpenedRooms(config, database.db, { signal: stopping.signal, waiting, folder });
  try {
    await refuseOtherSchemas(database.db);
    const draw = ({ mails, bytes, looked, of }: ExportProgress): void => {
      if (of === null) progress.draw(mails, bytes);
      else progress.drawOf(looked, of);
    };
    const deps = { db: database.db, openRooms: offline ? null : () => rooms.open(), parser };
    const how = { format, folder, secret: config.secret, now: new Date() };
    return await recordedRun(
      database.db,
      io.env,
      actOf(asked),
      () => exportMails(deps, selection, { ...how, stop: stopping.signal, progress: draw }),
      ({ mails, missing }) => ({ facts: { mails, named_alone: [...missing.values()].reduce((a, b) => a + b, 0) } }),
    );
  } finally {
    progress.wipe();
    await rooms.close();
    await parser.close();
    await database.close();
  }
}

/** What the record says of it. */
function actOf({ selection, format }: AskedExport) {
  const { account, room, person, since, until, notes } = selection;
  const asked = { since: since?.toISOString() ?? '', until: until?.toISOString() ?? '', format, notes: String(notes) };
  const detail = room === null ? {} : { detail: room };
  return { act: 'cli.export', account, whom: person === null ? [] : [person], ...detail, facts: asked } as const;
}

interface HowToAsk {
  readonly signal: AbortSignal;
  /** Told what is waited for. */
  readonly waiting: (what: string | null) => void;
  readonly folder: string;
}

/** The homeserver's rooms, from the first time that they are needed. */
class OpenedRooms {
  readonly #config: Config;
  readonly #db: Database;
  readonly #how: HowToAsk;
  #opened: Promise<RoomSource> | null = null;
  #client: MatrixClient | null = null;

  constructor(config: Config, db: Database, how: HowToAsk) {
    this.#config = config;
    this.#db = db;
    this.#how = how;
  }

  open(): Promise<RoomSource> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  async #open(): Promise<RoomSource> {
    const { homeserver, appservice, times } = this.#config;
    const { signal, waiting, folder } = this.#how;
    const registration = await usableRegistration(this.#config);
    const { url, ca, domain } = homeserver;
    const client = new MatrixClient({
      ...{ url, token: registration.as_token, timeoutMs: times.homeserver },
      ...(ca === null ? {} : { ca }),
    });
    this.#client = client;
    const others = new OtherRequests(client, () => performance.now());
    const codec = new GhostCodec({ prefix: appservice.ghostPrefix, domain, bot: appservice.bot });
    const patience = new Patience({ signal, failure: readFailures(() => others.answered()), waiting });
    const ids = await openKeys(this.#db, this.#config);
    // Beside the export: what is fetched fits where that fits.
    return RoomSource.create({ client, patience, codec, ids }, dirname(resolve(folder)));
  }

  async close(): Promise<void> {
    await (await this.#opened?.catch(() => null))?.close();
    this.#client?.close();
  }
}
