/** Takes an address out of every column that may name it, and says where it is left. */
import { readWireJson } from '../base/wire-text.ts';
import { replaceAddresses, withoutPeople } from '../bridge/retention/erasure.ts';
import type { Database } from '../db/pool.ts';
import {
  deleteNamed,
  emptyEvent,
  rowsNaming,
  typesOfColumns,
  writeNamed,
  type ColumnType,
  type NamingRow,
} from '../db/retention-tables/named-columns.ts';
import { WORDS_OF_MAIL, type HeldWords } from '../db/retention-tables/words-of-mail.ts';

/** What stands in its place. */
const ERASED = 'erased';

export interface Names {
  /** The addresses, in small letters, and the ghosts of them. */
  readonly addresses: readonly string[];
  readonly ghosts: readonly string[];
}

/** Twice: what was written meanwhile is found the second time. How many rows, by table. */
export async function eraseNames(
  db: Database,
  names: Names,
  failpoint: (name: string) => void,
): Promise<ReadonlyMap<string, number>> {
  const types = await typesOfColumns(db);
  const changed = new Map<string, number>();
  for (const _pass of [1, 2]) {
    for (const held of WORDS_OF_MAIL.filter(({ whereNamed }) => whereNamed !== null)) {
      const count = await eraseIn(db, held, types.get(`${held.table}.${held.column}`) ?? 'text', names);
      if (count > 0) changed.set(held.table, (changed.get(held.table) ?? 0) + count);
      failpoint('erase:column');
    }
  }
  return changed;
}

async function eraseIn(db: Database, held: HeldWords, type: ColumnType, names: Names): Promise<number> {
  let count = 0;
  for await (const row of naming(db, held, type, names)) {
    if (held.whereNamed === 'row') await deleteNamed(db, held, type, row);
    else if (held.whereNamed === 'emptied') await emptyEvent(db, row);
    else await writeNamed(db, held, type, row, without(row.value, type, names) ?? row.value);
    count += 1;
  }
  return count;
}

/** In how many rows it stands still, by column. */
export async function namesLeft(db: Database, names: Names): Promise<ReadonlyMap<string, number>> {
  const types = await typesOfColumns(db);
  const left = new Map<string, number>();
  for (const held of WORDS_OF_MAIL.filter(({ whereNamed }) => whereNamed !== null)) {
    const type = types.get(`${held.table}.${held.column}`) ?? 'text';
    for await (const _row of naming(db, held, type, names)) {
      const column = `${held.table}.${held.column}`;
      left.set(column, (left.get(column) ?? 0) + 1);
    }
  }
  return left;
}

/** Every row whose column names it whole: an address that another one ends with is another one. */
async function* naming(db: Database, held: HeldWords, type: ColumnType, names: Names): AsyncGenerator<NamingRow> {
  const texts = [...names.addresses.flatMap(spellings), ...names.ghosts];
  for (let after = '(0,0)'; ;) {
    const page = await rowsNaming(db, held, type, texts, after);
    for (const row of page) if (without(row.value, type, names) !== null) yield row;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.place;
  }
}

/** As it stands in JSON and in bytes that are written as text. */
function spellings(address: string): string[] {
  return [...new Set([address, JSON.stringify(address).slice(1, -1)])];
}

/** The value without it; null where it does not name it. */
function without(value: string, type: ColumnType, { addresses, ghosts }: Names): string | null {
  const keys = [...addresses, ...ghosts];
  if (type === 'text' || type === 'bytes') {
    const changed = replaceAddresses(value, keys, ERASED);
    return changed === value ? null : changed;
  }
  const read = readWireJson(value);
  const changed = JSON.stringify(withoutPeople(read, keys, ERASED));
  return changed === JSON.stringify(read) ? null : changed;
}
