/** Mails of conversations as standard files, with a manifest: their bytes as they came and as they left. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { addressKey } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { exportedMessages, holdStill, isExportable } from '../db/mail-tables/exported-messages.ts';
import type { ExportedMessage, ExportScope } from '../db/mail-tables/exported-messages.ts';
import { readMailBytes } from '../db/mail-tables/outgoing-delivery.ts';
import type { Database } from '../db/pool.ts';
import { originalOf } from '../handling/mail-source.ts';
import { errorCode, MailroomError } from '../base/errors.ts';
import { createMailWriter, type Format, type MailWriter } from './mail-files.ts';
import { ManifestWriter, MAILS, type ManifestMissing } from './manifest.ts';

/** Messages that are looked up at once. */
const PAGE = 200;

export interface Selection extends ExportScope {
  /** Only mails with this person in From, To or Cc. */
  readonly person: Address | null;
  /** By the mail's date, else by when it came: from, and before. */
  readonly since: Date | null;
  readonly until: Date | null;
}

export interface Exported {
  readonly mails: number;
  readonly bytes: number;
  /** Of each reason how many are named in the manifest and are not there. */
  readonly missing: ReadonlyMap<ManifestMissing['missing'], number>;
  /** The public key of the signature, hex. */
  readonly key: string;
}

interface Options {
  readonly format: Format;
  /** A new folder, or one that is empty. */
  readonly folder: string;
  /** Of the config: signs the manifest. */
  readonly secret: string;
  readonly now: Date;
  /** Ends it without a manifest: then it rejects. */
  readonly stop: AbortSignal;
  readonly progress: (mails: number, bytes: number) => void;
}

/** Rejects with MailroomError where there is no such room or account, or the folder has something in it. */
export async function exportMails(db: Database, selection: Selection, options: Options): Promise<Exported> {
  const { format, folder, now } = options;
  if (!(await isExportable(db, selection))) {
    throw new MailroomError('nothing-there', 'this database has no such account, or no conversation in such a room');
  }
  await makeFolder(folder);
  await mkdir(join(folder, MAILS), { mode: 0o700 });
  const manifest = await ManifestWriter.create(folder);
  try {
    const writer = await createMailWriter(join(folder, MAILS), format);
    const counts = { mails: 0, bytes: 0, missing: new Map<ManifestMissing['missing'], number>() };
    try {
      await manifest.add({ export: 1, made: now.toISOString(), format, selection: told(selection) });
      for await (const message of selected(db, selection)) {
        if (options.stop.aborted) throw new MailroomError('stopped', `stopped; ${folder} has no manifest`);
        await exportOne(db, message, { writer, manifest, counts });
        options.progress(counts.mails, counts.bytes);
      }
    } finally {
      await writer.close();
    }
    const missing = [...counts.missing.values()].reduce((sum, count) => sum + count, 0);
    await manifest.add({ end: 1, mails: counts.mails, missing });
    return { ...counts, key: await manifest.sign(options.secret) };
  } finally {
    await manifest.close();
  }
}

async function* selected(db: Database, selection: Selection): AsyncGenerator<ExportedMessage> {
  for (let after = -1; ;) {
    const page = await exportedMessages(db, selection, after, PAGE);
    for (const message of page) if (isMeant(message, selection)) yield message;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

function isMeant(message: ExportedMessage, { person, since, until }: Selection): boolean {
  const { from, to, cc } = message.facts;
  const at = dateOf(message);
  if ((since !== null && at < since) || (until !== null && at >= until)) return false;
  if (person === null) return true;
  const key = addressKey(person);
  return [...from, ...to, ...cc].some(({ address }) => addressKey(address) === key);
}

function dateOf({ facts, at }: ExportedMessage): Date {
  const date = facts.date === null ? at : new Date(facts.date);
  return Number.isNaN(date.getTime()) ? at : date;
}

async function exportOne(
  db: Database,
  message: ExportedMessage,
  into: {
    readonly writer: MailWriter;
    readonly manifest: ManifestWriter;
    readonly counts: { mails: number; bytes: number; readonly missing: Map<ManifestMissing['missing'], number> };
  },
): Promise<void> {
  const { writer, manifest, counts } = into;
  const about = {
    message_id: message.messageId,
    date: message.facts.date,
    direction: message.direction,
    account: message.account,
    thread: message.thread,
    room: message.room,
  };
  const missing = async (why: ManifestMissing['missing'], sha256: string | null): Promise<void> => {
    counts.missing.set(why, (counts.missing.get(why) ?? 0) + 1);
    await manifest.add({ ...about, missing: why, sha256 });
  };
  if (message.standing !== 'said') return missing(message.standing === 'waiting' ? 'waits' : 'was stopped', null);
  // Only that long: a transaction over all mails would keep the database from tidying up.
  const written = await db.transaction(async (tx) => {
    await holdStill(tx);
    const original = await originalOf(tx, message);
    if (!original.kept) return original;
    const { source } = original;
    const bytes = source.kind === 'raw' ? readChunks(tx, source.mail) : readMailBytes(tx, source.outgoing);
    return writer.add({ at: dateOf(message), bytes: bytes as AsyncIterable<Uint8Array> });
  });
  if ('kept' in written) {
    const isWhole = message.facts.decision !== 'oversize';
    return missing(isWhole ? 'bytes are not kept any more' : 'not whole', written.sha256);
  }
  counts.mails += 1;
  counts.bytes += written.size;
  const { path, offset, size, sha256, original: before } = written;
  await manifest.add({ ...about, path, offset, size, sha256, original_sha256: before });
}

function told({ account, room, person, since, until }: Selection) {
  return { account, room, person, since: since?.toISOString() ?? null, until: until?.toISOString() ?? null };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await readdir(folder).catch(() => ['a file'])).length === 0) return;
    const why = errorCode(error) === 'EEXIST' ? 'is there already, and not an empty folder' : errorCode(error);
    throw new MailroomError('no-folder', `${folder} cannot be written to: ${why}`, { cause: error });
  }
}
