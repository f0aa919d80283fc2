/**
 * Conversations as standard files, with a manifest: mails by their bytes as they came and as they left; where those are
 * not kept any more, composed of their events; what was said inside, where it is asked for.
 */
import { MailroomError } from '../base/errors.ts';
import type { Format } from '../archive/mail-files.ts';
import type { WhyMissing } from '../archive/manifest.ts';
import { countExported } from '../db/archive-tables/exported-imports.ts';
import { isExportable } from '../db/mail-tables/exported-messages.ts';
import { ExportFolder } from './export-folder.ts';
import type { ExportDeps, Selection } from './export-ground.ts';
import { exportImported } from './imported-mails.ts';
import { exportInternal } from './internal-messages.ts';
import { exportLiving } from './living-mails.ts';
import { JsonWriter } from './mail-json.ts';

export interface Exported {
  readonly mails: number;
  readonly bytes: number;
  /** Of the mails, those that were composed. */
  readonly composed: number;
  /** Files of these that could not be had. */
  readonly without: number;
  /** Of each reason how many are named in the manifest and are not there. */
  readonly missing: ReadonlyMap<WhyMissing, number>;
  /** The public key of the signature, hex. */
  readonly key: string;
}

/** How far an export is. */
export interface ExportProgress {
  readonly mails: number;
  readonly bytes: number;
  /** Mails that were looked at, of so many; null where nobody knows how many there are. */
  readonly looked: number;
  readonly of: number | null;
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
  readonly progress: (now: ExportProgress) => void;
}

/** Rejects with MailroomError where there is no such room or account, or the folder has something in it. */
export async function exportMails(deps: ExportDeps, selection: Selection, options: Options): Promise<Exported> {
  const { format, folder, now, stop, progress } = options;
  if (!(await isExportable(deps.db, selection))) {
    throw new MailroomError('nothing-there', 'this database has no such account, or no conversation in such a room');
  }
  const stopped = (): MailroomError => new MailroomError('stopped', `stopped; ${folder} has no manifest`);
  const begin = { made: now.toISOString(), selection: told(selection) };
  const json = format === 'json' ? (at: string) => JsonWriter.create(at, deps.parser) : null;
  const into = await ExportFolder.create(folder, format, begin, json);
  let [looked, of]: [number, number | null] = [0, null];
  const step = (): void => {
    if (stop.aborted) throw stopped();
    progress({ mails: into.mails, bytes: into.bytes, looked: looked++, of });
  };
  const ground = { ...deps, selection, into, step };
  try {
    of = await countExported(deps.db, selection);
    await exportLiving(ground);
    await exportImported(ground);
    // What was said inside nobody has counted.
    of = null;
    if (selection.notes) await exportInternal(ground);
    const { mails, bytes, composed, without, missing } = into;
    return { mails, bytes, composed, without, missing, key: await into.sign(options.secret) };
  } catch (error) {
    // What waited for the homeserver knows nothing of the folder.
    throw stop.aborted ? stopped() : error;
  } finally {
    await into.close();
  }
}

function told({ account, room, person, since, until, notes }: Selection) {
  return { account, room, person, since: since?.toISOString() ?? null, until: until?.toISOString() ?? null, notes };
}
