/** The conversations of what was read, over all of it at once, and the room of each. */
import { z } from 'zod';
import { columnText } from '../base/wire-text.ts';
import { importUnits } from '../bridge/imported/import-units.ts';
import type { GroupedMail, ThreadedFacts } from '../bridge/imported/import-units.ts';
import type { IdKey } from '../bridge/ids.ts';
import { placedMails, placeMails } from '../db/archive-tables/import-mails.ts';
import { addUnits } from '../db/archive-tables/imports.ts';
import type { Import } from '../db/archive-tables/imports.ts';
import type { Database } from '../db/pool.ts';
import { baseSubject } from '../mail/subject.ts';
import type { MessageId } from '../mail/types.ts';
import type { Patience } from './patience.ts';
import { twinsAmong } from './settle-twins.ts';
import type { Twin } from './settle-twins.ts';

const PAGE = 2_000;
/** Rooms that are written down at once. */
const BATCH = 500;

const ids = z.array(z.string().transform((id) => id as MessageId));
const factsCodec = z.object({
  messageId: z
    .string()
    .transform((id) => id as MessageId)
    .nullable(),
  inReplyTo: ids,
  references: ids,
  people: z.array(z.string()),
  writer: z.string().nullable(),
  subject: z.string(),
});

/** Reads `import_mails.facts`; throws where they are none. */
export function readThreadedFacts(facts: unknown): ThreadedFacts {
  return factsCodec.parse(facts);
}

/** Gives every mail that waits its room; returns which of them may be copies. The same again changes nothing. */
export async function placeAll(
  deps: { readonly db: Database; readonly ids: IdKey; readonly patience: Patience },
  importing: Import,
): Promise<Twin[][]> {
  const { db, patience } = deps;
  const mails: (GroupedMail & { readonly mail: number | null })[] = [];
  const once = onlyOnce();
  const waits = new Set<number>();
  const closed = new Set<number>();
  for (let after = 0; ;) {
    const page = await patience.through(() => placedMails(db, importing.import, after, PAGE));
    for (const { ordinal, mail, folder, sha256, facts, list, at, thread, isOpen, waits: isWaiting } of page) {
      if (isWaiting) waits.add(ordinal);
      if (!isOpen) closed.add(ordinal);
      const read = readThreadedFacts(facts);
      const grouped = { ordinal, mail, folder, list, key: sha256.toString('hex'), at: at?.getTime() ?? null };
      mails.push({ ...grouped, facts: once(read), thread: isOpen ? thread : null });
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.ordinal;
  }
  const keys = new Map(mails.map(({ ordinal, key }) => [ordinal, key]));
  const units = importUnits(mails, importing.grouping).flatMap((unit) => {
    const placed = unit.mails.filter(({ ordinal }) => waits.has(ordinal));
    const [first] = placed;
    if (first === undefined) return [];
    // Where new mail has come to the room of its conversation, what is brought in later has a room beside it.
    const isApart = unit.thread === null && unit.mails.some(({ ordinal }) => closed.has(ordinal));
    const by = isApart ? `beside ${keys.get(first.ordinal) ?? ''}` : unit.by;
    const thread = unit.thread ?? deps.ids.importedThread(importing.import, unit.kind, by);
    return [{ ...unit, mails: placed, thread }];
  });
  for (let at = 0; at < units.length; at += BATCH) {
    const some = units.slice(at, at + BATCH);
    await patience.through(() =>
      db.transaction(async (tx) => {
        await addUnits(
          tx,
          importing,
          some.map(({ thread, kind, name, firstAt }) => ({
            ...{ thread, kind },
            name: kind === 'thread' ? columnText(baseSubject(name)) : columnText(name),
            firstAt: firstAt === null ? null : new Date(firstAt),
          })),
        );
        await placeMails(
          tx,
          importing.import,
          some.flatMap(({ thread, mails: placed }) => placed.map((mail) => ({ ...mail, thread }))),
        );
      }),
    );
  }
  return twinsAmong(
    mails.flatMap(({ mail, ...one }) => (mail === null || !waits.has(one.ordinal) ? [] : [{ ...one, mail }])),
    importing.grouping,
  );
}

/** The same ids and addresses are held once: of a hundred thousand mails most are named by others. */
function onlyOnce(): (facts: ThreadedFacts) => ThreadedFacts {
  const held = new Map<string, string>();
  const once = <Text extends string>(text: Text): Text => {
    const before = held.get(text);
    if (before !== undefined) return before as Text;
    held.set(text, text);
    return text;
  };
  return ({ messageId, inReplyTo, references, people, writer, subject }) => ({
    messageId: messageId === null ? null : once(messageId),
    inReplyTo: inReplyTo.map(once),
    references: references.map(once),
    people: people.map(once),
    writer: writer === null ? null : once(writer),
    subject: once(subject),
  });
}
