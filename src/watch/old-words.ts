/** Takes the words out of what has been kept long enough (`keep.texts`). What is left of it is said in `bridge`. */
import { bareContent, bareFacts, bareFiles, bareImported, bareSaid } from '../bridge/retention/bare-words.ts';
import type { Queryable } from '../db/pool.ts';
import { hasEnd, type Kept } from '../db/retention-tables/kept.ts';
import {
  oldImported,
  oldMessages,
  oldSaid,
  oldSends,
  purgeActsSaid,
  purgeCards,
  purgeSearchTexts,
  writeBareImported,
  writeBareMessages,
  writeBareSaid,
  writeBareSends,
} from '../db/retention-tables/old-words.ts';

/** Until all is done, or `isStopped`. */
export async function takeOldWords(
  db: Queryable,
  kept: Kept,
  spared: readonly string[],
  isStopped: () => boolean,
): Promise<void> {
  if (!hasEnd(kept)) return;
  for (let after = { at: '-infinity', id: '' }; !isStopped();) {
    const page = await oldSends(db, kept, spared, after);
    const last = page.at(-1);
    if (last === undefined) break;
    after = { at: last.at, id: last.send };
    await writeBareSends(
      db,
      page.map(({ send, content, files }) => ({ send, content: bareContent(content), files: bareFiles(files) })),
    );
  }
  const whole = async <Row>(read: () => Promise<Row[]>, write: (rows: readonly Row[]) => Promise<void>) => {
    while (!isStopped()) {
      const rows = await read();
      if (rows.length === 0) return;
      await write(rows);
    }
  };
  await whole(
    () => oldSaid(db, kept, spared),
    (rows) =>
      writeBareSaid(
        db,
        rows.map(({ event, content }) => ({ event, content: bareSaid(content) })),
      ),
  );
  await whole(
    () => oldMessages(db, kept, spared),
    (rows) =>
      writeBareMessages(
        db,
        rows.map(({ message, facts }) => ({ message, facts: bareFacts(facts) })),
      ),
  );
  await whole(
    () => oldImported(db, kept, spared),
    (rows) =>
      writeBareImported(
        db,
        rows.map((row) => ({ ...row, facts: bareImported(row.facts) })),
      ),
  );
  while (!isStopped() && (await purgeSearchTexts(db, kept, spared)) > 0);
  while (!isStopped() && (await purgeCards(db, kept, spared)) > 0);
  while (!isStopped() && (await purgeActsSaid(db, kept, spared)) > 0);
}
