/** Old mail that was brought in: its bytes where they are kept, else composed of what stands in its room. */
import type { ManifestAbout } from '../archive/manifest.ts';
import { composedMail } from '../bridge/exported/composed-mail.ts';
import type { ComposedHead, ComposedPart } from '../bridge/exported/composed-mail.ts';
import type { ThreadedFacts } from '../bridge/imported/import-units.ts';
import { readRoomLine } from '../bridge/exported/room-line.ts';
import type { MessageLine } from '../bridge/exported/room-line.ts';
import type { EventId } from '../bridge/types.ts';
import { exportedAside, exportedImports, exportedUnits } from '../db/archive-tables/exported-imports.ts';
import type { ExportedImport, ExportedUnit } from '../db/archive-tables/exported-imports.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { mailSource } from '../db/intake-tables/mails.ts';
import { holdStill } from '../db/mail-tables/exported-messages.ts';
import { readThreadedFacts } from '../importing/place-mails.ts';
import { addressKey } from '../mail/address.ts';
import type { Address, MessageId, Person } from '../mail/types.ts';
import { writeComposed } from './composing.ts';
import { isInTime } from './export-ground.ts';
import type { ExportGround, Selection } from './export-ground.ts';
import type { RoomHistory } from './room-history.ts';
import type { RoomSource } from './room-source.ts';

/** Rooms, and mails of a room, that are looked up at once. */
const PAGE = 200;
/** Parts that may be missing in a row before a mail is taken to be over: some homeserver refused them. */
const GAP = 20;

/** Room by room, and in each the oldest first; then what was set aside, where no room was asked for. */
export async function exportImported(ground: ExportGround): Promise<void> {
  const { db, selection } = ground;
  for (let after: ExportedUnit | null = null; ;) {
    const page: ExportedUnit[] = await exportedUnits(db, selection, after, PAGE);
    for (const unit of page) await exportUnit(ground, unit);
    after = page.at(-1) ?? null;
    if (after === null) break;
  }
  if (selection.room !== null) return;
  for (let after: (ExportedImport & { readonly import: string }) | null = null; ;) {
    const page = await exportedAside(db, selection.account, after, PAGE);
    for (const mail of page) {
      ground.step();
      if (!isMeant(mail, selection)) continue;
      await addKept(ground, aboutOf(mail, { import: mail.import, room: null }), mail);
    }
    after = page.at(-1) ?? null;
    if (after === null) return;
  }
}

async function exportUnit(ground: ExportGround, unit: ExportedUnit): Promise<void> {
  const { db, selection, into, openRooms } = ground;
  const history = new LazyHistory(openRooms, unit);
  try {
    for (let after: ExportedImport | null = null; ;) {
      const page: ExportedImport[] = await exportedImports(db, unit.thread, after, PAGE);
      for (const mail of page) {
        ground.step();
        if (!isMeant(mail, selection)) continue;
        const about = aboutOf(mail, unit);
        if (await addKept(ground, about, mail)) continue;
        if (openRooms === null) await into.name(about, 'bytes are not kept any more', mail.sha256);
        else
          await composeOne({ ...ground, rooms: await openRooms() }, about, mail, {
            unit,
            history: await history.get(),
          });
      }
      after = page.at(-1) ?? null;
      if (after === null) return;
    }
  } finally {
    await history.close();
  }
}

/** The history of a room, read when something of it is needed first. */
class LazyHistory {
  readonly #open: ExportGround['openRooms'];
  readonly #unit: ExportedUnit;
  #read: Promise<RoomHistory | null> | null = null;

  constructor(open: ExportGround['openRooms'], unit: ExportedUnit) {
    this.#open = open;
    this.#unit = unit;
  }

  get(): Promise<RoomHistory | null> {
    this.#read ??= this.#readOnce();
    return this.#read;
  }

  async #readOnce(): Promise<RoomHistory | null> {
    const { room } = this.#unit;
    return room === null || this.#open === null ? null : (await this.#open()).history(room);
  }

  async close(): Promise<void> {
    await (await this.#read?.catch(() => null))?.close();
  }
}

function factsOf({ facts }: ExportedImport): ThreadedFacts | null {
  return facts === null ? null : readThreadedFacts(facts);
}

function isMeant(mail: ExportedImport, selection: Selection): boolean {
  if (!isInTime(selection, mail.at)) return false;
  return selection.person === null || (factsOf(mail)?.people ?? []).includes(addressKey(selection.person));
}

function aboutOf(mail: ExportedImport, of: Pick<ExportedUnit, 'import' | 'room'>): ManifestAbout {
  return {
    ...{ kind: 'imported', message_id: factsOf(mail)?.messageId ?? null, date: mail.at?.toISOString() ?? null },
    ...{ direction: null, account: mail.account, thread: mail.state === 'aside' ? null : mail.thread, room: of.room },
    ...{ event: mail.event, imported: { import: of.import, folder: mail.folder, place: mail.place } },
    set_aside: mail.state === 'aside' ? (mail.reason ?? '') : null,
  };
}

/** Writes its bytes; false where they are not kept. */
async function addKept({ db, into }: ExportGround, about: ManifestAbout, mail: ExportedImport): Promise<boolean> {
  const { mail: row } = mail;
  if (row === null) return false;
  return db.transaction(async (tx) => {
    await holdStill(tx);
    if (((await mailSource(tx, row))?.size ?? 0) === 0) return false;
    const matrix =
      about.room === null || mail.event === null ? null : { room: about.room, events: [mail.event], internal: null };
    await into.add(about, { at: mail.at ?? new Date(0), bytes: readChunks(tx, row), composed: null, matrix });
    return true;
  });
}

async function composeOne(
  ground: ExportGround & { readonly rooms: RoomSource },
  about: ManifestAbout,
  mail: ExportedImport,
  { unit, history }: { readonly unit: ExportedUnit; readonly history: RoomHistory | null },
): Promise<void> {
  const { into, rooms } = ground;
  if (history === null) {
    await into.name(about, 'its room cannot be read', mail.sha256);
    return;
  }
  const lines = await linesOf(rooms, mail, unit, history);
  const [first] = lines;
  if (first === undefined) {
    await into.name(about, 'nothing of it is left', mail.sha256);
    return;
  }
  const parts = lines.map(({ line }): ComposedPart => {
    return line === null || line.redacted !== null ? { is: 'redacted' } : { is: 'shown', content: line.content };
  });
  const head = headOf(rooms, mail, lines.map(({ line }) => line).find((line) => line !== null) ?? null, history);
  const events = lines.flatMap(({ event }) => event ?? []);
  const matrix = about.room === null ? null : { room: about.room, events, internal: null };
  await writeComposed({ into, rooms }, about, {
    ...{ of: 'room', redacted: parts.filter(({ is }) => is === 'redacted').length, matrix },
    draft: (missing) => composedMail(head, parts, 'room', missing),
  });
}

interface ImportedLine {
  readonly event: EventId | null;
  /** Null for one that is not there by its key any more: its words were taken away. */
  readonly line: MessageLine | null;
}

/** What a mail became, in order. */
async function linesOf(
  { ids }: RoomSource,
  { sha256, event: known }: ExportedImport,
  unit: ExportedUnit,
  history: RoomHistory,
): Promise<ImportedLine[]> {
  const key = `import ${unit.import} ${sha256}`;
  const lines: ImportedLine[] = [];
  let missing = 0;
  for (let part = 0; missing < GAP; part += 1) {
    const event = history.echo(ids.send(key, `part:${part}`, unit.keyVersion)) ?? (part === 0 ? known : null);
    const found = event === null ? null : await history.event(event);
    const line = found === null ? null : readRoomLine(found);
    if (line === null || line.is !== 'message') {
      missing += 1;
      continue;
    }
    // The key of what stood in between went with its words.
    if (lines.length > 0) for (; missing > 0; missing -= 1) lines.push({ event: null, line: null });
    missing = 0;
    lines.push({ event, line });
  }
  return lines;
}

function headOf(
  { codec }: RoomSource,
  mail: ExportedImport,
  line: MessageLine | null,
  history: RoomHistory,
): ComposedHead {
  const facts = factsOf(mail);
  const by = line === null ? null : codec.address(line.sender);
  const address = by ?? facts?.writer ?? null;
  const name = line === null || by === null ? null : history.nameOf(line.sender);
  const others = (facts?.people ?? []).filter((one) => one !== facts?.writer);
  return {
    messageId: facts?.messageId ?? (`<${mail.sha256.slice(0, 40)}@mailroom.invalid>` as MessageId),
    date: mail.at ?? line?.at ?? new Date(0),
    from:
      address === null ? null : { name: name === null || name === address ? '' : name, address: address as Address },
    to: others.map((one): Person => ({ name: '', address: one as Address })),
    cc: [],
    subject: facts?.subject ?? '',
    inReplyTo: facts?.inReplyTo[0] ?? null,
    references: facts?.references ?? [],
  };
}
