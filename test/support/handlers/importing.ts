/** Imports of old mail into a stand-in homeserver, in this process. */
import { afterEach, beforeEach } from 'node:test';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Patience } from '../../../src/importing/patience.ts';
import type { ImportReport } from '../../../src/importing/report.ts';
import { runImport } from '../../../src/importing/run-import.ts';
import { readSource } from '../../../src/archive/sources/read-source.ts';
import type { Account } from '../../../src/bridge/account/account.ts';
import type { AttachmentChoice, Grouping } from '../../../src/db/archive-tables/imports.ts';
import type { ParsePool } from '../../../src/parser/parse-pool.ts';
import type { TestDatabase } from '../database.ts';
import type { Content, StandInEvent, StandInHomeserver } from '../homeserver.ts';
import { failure, ghosts as codec, ids, quiet } from './fixtures.ts';
import type { MatrixWorld } from './matrix.ts';
import { sendingWorld, type Sending } from './sending.ts';
import { suiteParser, suiteServer } from '../suite.ts';

export interface Importing {
  /** The source: files by their paths below it. */
  readonly folder: string;
  /** Writes a file of the source. */
  put(path: string, bytes: Buffer | string): Promise<void>;
  /** Imports the source once. */
  run(how?: Partial<ImportRun>): Promise<ImportReport>;
  /** What it waited for, in order; null where it went on. */
  readonly waited: (string | null)[];
  remove(): Promise<void>;
}

interface ImportRun {
  readonly grouping: Grouping;
  readonly attachments: AttachmentChoice;
  readonly failpoint: (name: string) => void;
  readonly signal: AbortSignal;
  readonly sources: readonly string[];
  readonly hasRoom: () => Promise<boolean>;
}

/** What an import of a test is between. */
export interface ImportTest {
  readonly test: TestDatabase;
  readonly sending: Sending;
  readonly homeserver: StandInHomeserver;
  readonly source: Importing;
}

/**
 * A database, a stand-in homeserver and a source for each test of the suite, which end with it; in the body of a
 * `describe`. Returns the parser that they share.
 *
 * @param begin is given them before each test
 */
export function eachImport(account: Account, begin: (made: ImportTest) => void): ParsePool {
  const server = suiteServer();
  const parser = suiteParser();
  let made: ImportTest | null = null;
  beforeEach(async () => {
    const test = await server.database();
    const sending = await sendingWorld(test, parser, account);
    const source = await importing({ test, parser, account }, () => sending.matrix);
    made = { test, sending, homeserver: sending.homeserver, source };
    begin(made);
  });
  afterEach(async () => {
    await made?.source.remove();
    await made?.sending.end();
  });
  return parser;
}

/** When the imports of tests run. */
export const NOW = new Date('2026-06-01T12:00:00Z');

export async function importing(
  given: { readonly test: TestDatabase; readonly parser: ParsePool; readonly account: Account },
  matrix: () => MatrixWorld,
): Promise<Importing> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-import-'));
  const waited: (string | null)[] = [];
  return {
    folder,
    waited,
    put: async (path, bytes) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    },
    run: ({
      grouping = 'thread',
      attachments = 'all',
      failpoint = nothing,
      signal,
      sources = [folder],
      hasRoom = yes,
    } = {}) => {
      const { client, rooms, ghosts, media } = matrix();
      const patience = new Patience({
        signal: signal ?? new AbortController().signal,
        failure,
        waiting: (what) => waited.push(what),
      });
      const { parser, account, test } = given;
      return runImport(
        {
          ...{ db: test.db, ids, codec, client, rooms, ghosts, media, parser, patience, account, failpoint },
          ...{ log: quiet, thumbnail: null, largest: 1024 * 1024, now: NOW, hasRoom },
          progress: { read: nothing, filled: nothing },
        },
        {
          ...{ sources, grouping, attachments },
          found: async function* () {
            for (const source of sources) yield* readSource(source, { dialect: null });
          },
        },
      );
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const yes = (): Promise<boolean> => Promise.resolve(true);

function nothing(): void {
  // Nobody looks.
}

/** A room as somebody would see it: its name, and what is said there with its sender and time. */
export interface SeenRoom {
  readonly room: string;
  readonly name: string;
  readonly said: readonly {
    readonly by: string;
    readonly body: string;
    readonly at: string;
    readonly content: Content;
  }[];
}

/** The rooms in which something was said, in the order in which they were made. */
export function seenRooms(homeserver: StandInHomeserver): SeenRoom[] {
  return [...homeserver.rooms.byId.values()].flatMap(({ id, timeline }) => {
    const said = timeline.filter(({ type }) => type === 'm.room.message').map(seen);
    if (said.length === 0) return [];
    return [{ room: id, name: String(homeserver.rooms.state(id, 'm.room.name')?.content['name']), said }];
  });
}

function seen({ sender, content, origin_server_ts: at }: StandInEvent): SeenRoom['said'][number] {
  return { by: sender, body: String(content['body']), at: new Date(at).toISOString(), content };
}
