/** Exports out of the rooms of a stand-in homeserver, in this process. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Format } from '../../../src/archive/mail-files.ts';
import type { AccountId, RoomId } from '../../../src/bridge/types.ts';
import { exportMails } from '../../../src/exporting/export-mails.ts';
import type { Exported, ExportProgress } from '../../../src/exporting/export-mails.ts';
import { RoomSource } from '../../../src/exporting/room-source.ts';
import { Patience } from '../../../src/importing/patience.ts';
import type { MatrixClient } from '../../../src/matrix/client.ts';
import type { ParsePool } from '../../../src/parser/parse-pool.ts';
import type { TestDatabase } from '../database.ts';
import { readAll } from '../archives.ts';
import { failure, ghosts as codec, ids } from './fixtures.ts';

export const EXPORT_SECRET = 'a secret of thirty-two characters';

export interface ExportedFolder extends Omit<Exported, 'mails'> {
  readonly folder: string;
  /** Its mails as an import reads them, by their Message-IDs. */
  readonly mails: ReadonlyMap<string, string>;
  /** The lines of its manifest. */
  readonly manifest: readonly Record<string, unknown>[];
}

export interface Exporting {
  /** Exports an account, or one of its rooms. */
  run(how?: {
    readonly format?: Format;
    readonly account?: string;
    readonly room?: string;
    readonly notes?: boolean;
    readonly offline?: boolean;
    readonly signal?: AbortSignal;
    readonly progress?: (now: ExportProgress) => void;
  }): Promise<ExportedFolder>;
  remove(): Promise<void>;
}

export async function exporting(
  { test, parser }: { readonly test: TestDatabase; readonly parser: ParsePool },
  client: () => Pick<MatrixClient, 'event' | 'messages' | 'download'>,
): Promise<Exporting> {
  const within = await mkdtemp(join(tmpdir(), 'mailroom-export-'));
  let count = 0;
  return {
    run: async ({ format = 'eml', account, room, notes = false, offline = false, signal, progress } = {}) => {
      const folder = join(within, String(count++));
      const stop = signal ?? new AbortController().signal;
      const patience = new Patience({ signal: stop, failure, waiting: () => undefined });
      let source: RoomSource | null = null;
      const openRooms = async (): Promise<RoomSource> =>
        (source ??= await RoomSource.create({ client: client(), patience, codec, ids }, within));
      try {
        const exported = await exportMails(
          { db: test.db, openRooms: offline ? null : openRooms, parser },
          {
            account: (account ?? null) as AccountId | null,
            room: (room ?? null) as RoomId | null,
            ...{ person: null, since: null, until: null, notes },
          },
          {
            ...{ format, folder, secret: EXPORT_SECRET, now: new Date(0), stop },
            progress: progress ?? (() => undefined),
          },
        );
        return { ...exported, folder, mails: await mailsIn(folder), manifest: await manifestOf(folder) };
      } finally {
        await (source as RoomSource | null)?.close();
      }
    },
    remove: () => rm(within, { recursive: true, force: true }),
  };
}

async function manifestOf(folder: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(join(folder, 'manifest.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function mailsIn(folder: string): Promise<Map<string, string>> {
  const { mails } = await readAll(join(folder, 'mails'), 'mboxrd');
  return new Map(
    mails.map(({ text }, at) => [/^Message-ID:\s*(<[^>]*>)/im.exec(text)?.[1] ?? `without ${String(at)}`, text]),
  );
}
