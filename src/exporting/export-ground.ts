/** What every part of an export stands on: what was asked for, where it is taken from, and where it goes. */
import type { Database } from '../db/pool.ts';
import type { ExportScope } from '../db/mail-tables/exported-messages.ts';
import type { Address } from '../mail/types.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import type { ExportFolder } from './export-folder.ts';
import type { RoomSource } from './room-source.ts';

export interface Selection extends ExportScope {
  /** Only mails with this person in From, To or Cc. */
  readonly person: Address | null;
  /** By the mail's date, else by when it came: from, and before. */
  readonly since: Date | null;
  readonly until: Date | null;
  /** What was said inside too. */
  readonly notes: boolean;
}

export interface ExportDeps {
  readonly db: Database;
  /** The rooms, for what is composed: asked for when they are needed first. Null where nobody is to be asked. */
  readonly openRooms: (() => Promise<RoomSource>) | null;
  /** Reads the mails again, for their descriptions in JSON. */
  readonly parser: ParsePool;
}

/** What each part of an export is given. */
export interface ExportGround extends ExportDeps {
  readonly selection: Selection;
  readonly into: ExportFolder;
  /** Called before each mail that is looked at; throws where somebody asked for the end. */
  readonly step: () => void;
}

/** Whether something of that time was asked for; null is no time. */
export function isInTime({ since, until }: Pick<Selection, 'since' | 'until'>, at: Date | null): boolean {
  if (at === null) return since === null && until === null;
  return (since === null || at >= since) && (until === null || at < until);
}
