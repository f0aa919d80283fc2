/**
 * An import from its sources to its rooms: reading, finding the conversations, filling a room each. Each step goes on
 * where it ended, and nothing here decides about living mail: what is imported is no message of any conversation.
 */
import { columnText } from '../base/wire-text.ts';
import type { Account } from '../bridge/account/account.ts';
import { importSpace } from '../bridge/imported/import-rooms.ts';
import { spaceRoom } from '../bridge/room/room-state.ts';
import type { RoomId } from '../bridge/types.ts';
import {
  addUnits,
  beginImport,
  begunUnits,
  findImport,
  knowAccount,
  noteDone,
  noteTakesTimes,
  takeUnit,
} from '../db/archive-tables/imports.ts';
import type { AttachmentChoice, Grouping, Import, ImportUnit } from '../db/archive-tables/imports.ts';
import { countProgress } from '../db/archive-tables/import-mails.ts';
import { MailroomError } from '../base/errors.ts';
import { words } from '../words/words.ts';
import type { Found } from '../archive/sources/found.ts';
import { fillRoom, RecentMails } from './fill-room.ts';
import type { FillDeps } from './fill-room.ts';
import { Room } from './mails-ahead.ts';
import { RefusedError } from './patience.ts';
import { placeAll } from './place-mails.ts';
import { readSources } from './read-mails.ts';
import { importReport } from './report.ts';
import type { ImportReport } from './report.ts';
import { settleTwins } from './settle-twins.ts';
import { Settling } from './settling.ts';

/** Rooms that are filled at the same time. */
const AT_ONCE = 16;
/** Bytes of mails that are read ahead, for all rooms together. */
const AHEAD_BYTES = 16 * 1024 * 1024;
/** An event of the import's space by which it is seen whether the homeserver takes the time of a mail. */
const PROBE = 'org.mailroom.import.time';
/** The time that it is asked for: a day in 2001. */
const PROBE_AT = Date.UTC(2001, 1, 3, 4, 5, 6);

export interface ImportDeps extends Omit<
  FillDeps,
  'importing' | 'takesTimes' | 'spaces' | 'settling' | 'room' | 'recent' | 'account'
> {
  readonly account: Account;
  /** Bytes of the largest mail that is brought in. */
  readonly largest: number;
  readonly now: Date;
  readonly hasRoom: () => Promise<boolean>;
  /** Rooms that are filled at the same time; default 16, half of what the homeserver is asked at once. */
  readonly atOnce?: number;
  readonly progress: {
    /** Called behind each mail that was read. */
    readonly read: (mails: number, bytes: number) => void;
    /** Called behind each mail that was settled. */
    readonly filled: (done: number, of: number) => void;
  };
}

export interface ImportOrder {
  /** As they are told, absolute: the same again go on with the same import. */
  readonly sources: readonly string[];
  readonly grouping: Grouping;
  readonly attachments: AttachmentChoice;
  readonly found: () => AsyncIterable<Found>;
  /** Called with its id, before anything is read. */
  readonly begun?: (importing: string) => Promise<void>;
}

/**
 * Brings in what is found; resolves with what became of it. Throws StoppedError where somebody asked for the end, and
 * MailroomError where another process works on the same import.
 */
export async function runImport(deps: ImportDeps, order: ImportOrder): Promise<ImportReport> {
  const { db, patience, failpoint } = deps;
  const importing = await beginOrGoOn(deps, order);
  const release = await patience.through(() => db.hold(`import ${importing.import}`));
  if (release === null) throw new MailroomError('import-runs', 'another process works on this import already');
  const releases = [release];
  try {
    await patience.through(() => order.begun?.(importing.import) ?? Promise.resolve());
    // Two that look at the same time would both bring in the mail that they share.
    await patience.until('another import of this account', async () => {
      const ofAccount = await db.hold(`imports of ${importing.account}`);
      if (ofAccount !== null) releases.push(ofAccount);
      return ofAccount !== null;
    });
    if (!importing.isRead) {
      const { read: progress } = deps.progress;
      await readSources({ ...deps, progress }, importing, order.found());
      failpoint('import:read');
    }
    const twins = await placeAll(deps, importing);
    failpoint('import:placed');
    await settleTwins(deps, importing, twins);
    const { waiting } = await patience.through(() => countProgress(db, importing));
    const takesTimes = waiting === 0 ? importing.takesTimes : await fillAll(deps, importing, order);
    await patience.through(() => noteDone(db, importing.import));
    return await importReport(db, { ...importing, takesTimes }, order.sources);
  } finally {
    await Promise.all(releases.map((one) => one()));
  }
}

async function beginOrGoOn(deps: ImportDeps, order: ImportOrder): Promise<Import> {
  const { db, ids, account, patience } = deps;
  const { sources, grouping, attachments } = order;
  const sought = ids.importing(account.id, grouping, attachments, ...sources);
  const before = await patience.through(() => findImport(db, sought.known));
  const begun = { account: account.id, sources, grouping, attachments, keyVersion: ids.version };
  await patience.through(() => knowAccount(db, account.id));
  return patience.through(() => beginImport(db, { ...begun, import: before?.import ?? sought.make }));
}

/** Fills every room; returns whether the homeserver takes the times of mails. */
async function fillAll(deps: ImportDeps, importing: Import, order: ImportOrder): Promise<boolean> {
  const { patience, db, progress } = deps;
  const spaces = await ensureSpaces(deps, importing, order);
  const takesTimes = importing.takesTimes ?? (await probeTimes(deps, importing, spaces.import));
  const { waiting } = await patience.through(() => countProgress(db, importing));
  let done = 0;
  const settled = (): void => progress.filled(++done, waiting);
  const settling = new Settling({ db, patience, import: importing.import, failpoint: deps.failpoint, settled });
  const room = new Room(AHEAD_BYTES);
  const fill: FillDeps = { ...deps, importing, takesTimes, spaces, settling, room, recent: new RecentMails() };
  const begun = await patience.through(() => begunUnits(db, importing.import));
  let turn: Promise<unknown> = Promise.resolve();
  // One after the other: two that ask at once would be given the same.
  const next = (): Promise<ImportUnit | null> => {
    const asked = turn.then(() => begun.shift() ?? patience.through(() => takeUnit(db, importing.import)));
    turn = asked.catch(() => undefined);
    return asked;
  };
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    try {
      while (failures.length === 0) {
        const unit = await next();
        if (unit === null) return;
        await fillRoom(fill, unit);
      }
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(Array.from({ length: deps.atOnce ?? AT_ONCE }, () => work()));
  if (failures.length > 0) throw failures[0];
  return takesTimes;
}

/** The account's space, where it has none yet without asking anybody in, and in it that of the import. */
async function ensureSpaces(deps: ImportDeps, importing: Import, order: ImportOrder): Promise<FillDeps['spaces']> {
  const { rooms, ghosts, patience, account, ids, db } = deps;
  // Mailroom itself may never have run here.
  await patience.through(() => ghosts.bot());
  const movedText = words(account.language)('room-moved-on');
  const own = await patience.through(() =>
    rooms.ensure({ account: account.id, kind: 'space', thread: null }, () =>
      Promise.resolve({ space: null, movedText, plan: (setting) => ({ ...spaceRoom(account, setting), invite: [] }) }),
    ),
  );
  const thread = ids.importedThread(importing.import, 'space', '');
  const name = order.sources.map((source) => source.split(/[/\\]/).findLast((part) => part !== '') ?? '').join(', ');
  const unit = { thread, kind: 'space', name: columnText(name), firstAt: null } as const;
  await patience.through(() => db.transaction((tx) => addUnits(tx, importing, [unit])));
  const space = await patience.through(() =>
    rooms.ensure({ account: account.id, kind: 'thread', thread }, () =>
      Promise.resolve({
        ...{ space: own.room, order: '9', movedText },
        plan: (setting) => importSpace(account, { name, space: own.room }, setting),
      }),
    ),
  );
  return { account: own.room, import: space.room };
}

/** Asks for an event of long ago, and looks at the time that it got. */
async function probeTimes(deps: ImportDeps, importing: Import, space: RoomId): Promise<boolean> {
  const { client, ghosts, ids, patience, db } = deps;
  const takes = await patience
    .through(async () => {
      const bot = await ghosts.bot();
      const txn = ids.txn(
        ids.send(`import ${importing.import}`, 'time', importing.keyVersion),
        bot.user,
        importing.keyVersion,
      );
      return client.send(space, PROBE, txn, {}, { ...bot, ts: PROBE_AT });
    })
    .then(
      async (event) => {
        const there = await patience.through(() => client.event(space, event));
        return there?.['origin_server_ts'] === PROBE_AT;
      },
      (error: unknown) => {
        if (error instanceof RefusedError) return false;
        throw error;
      },
    );
  await patience.through(() => noteTakesTimes(db, importing.import, takes));
  return takes;
}
