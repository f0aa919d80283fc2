/**
 * A state that an earlier version left behind: its tables, what its homeserver had, its mailbox. See
 * test/fixtures/states.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Database } from '../../src/db/pool.ts';
import type { StandInHomeserver } from './homeserver.ts';
import type { StandInEvent } from './homeserver.ts';
import type { StandInImap, StandInMailbox } from './imap-stand-in.ts';

const event = z.looseObject({ event_id: z.string(), type: z.string(), state_key: z.string().optional() });
const box = z.object({
  uidvalidity: z.number(),
  nextUid: z.number(),
  mails: z.array(z.object({ uid: z.number(), raw: z.string(), date: z.string(), flags: z.array(z.string()) })),
});
const saved = z.object({
  /** The newest migration that it has. */
  schema: z.number(),
  /** When it was written. */
  at: z.string().transform((text) => new Date(text)),
  /** By table: each column with its type, and the rows as text. */
  tables: z.record(
    z.string(),
    z.object({
      columns: z.array(z.tuple([z.string(), z.string()])),
      rows: z.array(z.array(z.string().nullable())),
    }),
  ),
  homeserver: z.object({
    rooms: z.array(z.object({ id: z.string(), creator: z.string(), version: z.string(), timeline: z.array(event) })),
    aliases: z.array(z.tuple([z.string(), z.string()])),
    users: z.array(z.string()),
    devices: z.array(z.string()),
    profiles: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())])),
  }),
  imap: z.object({ inbox: box, sent: box }),
  /** Further keys of its account's config. */
  config: z.record(z.string(), z.unknown()),
});

export type SavedState = z.output<typeof saved>;

export async function readState(file: string | URL): Promise<SavedState> {
  return saved.parse(JSON.parse(await readFile(file, 'utf8')));
}

/**
 * Puts the rows back, into a database that has just the migrations of the state. Every time in them is moved, as if the
 * state had been left `ago` milliseconds ago.
 */
export async function loadTables(db: Database, state: SavedState, ago = 0): Promise<void> {
  const moved = Date.now() - ago - state.at.getTime();
  await db.transaction(async (tx) => {
    // The order of the tables follows no foreign key.
    await tx.query('SET LOCAL session_replication_role = replica');
    for (const [table, { columns, rows }] of Object.entries(state.tables)) {
      const names = columns.map(([name]) => `"${name}"`).join(', ');
      const values = columns
        .map(([, type], at) => {
          const value = `$${String(at + 1)}::text::"${type}"`;
          return type === 'timestamptz' ? `${value} + interval '${String(moved)} milliseconds'` : value;
        })
        .join(', ');
      // A migration may have put a first row there.
      await tx.query(`DELETE FROM ${table}`);
      for (const row of rows) {
        await tx.query(`INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE VALUES (${values})`, row);
      }
    }
    const { rows: counted } = await tx.query<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
       WHERE table_schema = current_schema() AND is_identity = 'YES'`,
    );
    for (const { table, column } of counted) {
      const sequence = `pg_get_serial_sequence('${table}', '${column}')`;
      await tx.query(`SELECT setval(${sequence}, coalesce((SELECT max("${column}") FROM ${table}), 0) + 1, false)`);
    }
  });
}

/** Gives a stand-in homeserver its rooms again. They are pushed to nobody. */
export function loadRooms(homeserver: StandInHomeserver, { homeserver: had }: SavedState): void {
  for (const { timeline, ...room } of had.rooms) {
    const events = timeline as unknown as StandInEvent[];
    const state = new Map(
      events.flatMap((one) => (one.state_key === undefined ? [] : [[`${one.type}\0${one.state_key}`, one] as const])),
    );
    homeserver.rooms.byId.set(room.id, { ...room, timeline: [...events], state });
  }
  for (const [alias, room] of had.aliases) homeserver.rooms.aliases.set(alias, room);
  for (const user of had.users) homeserver.users.add(user);
  for (const device of had.devices) homeserver.devices.add(device);
  for (const [user, profile] of had.profiles) homeserver.profiles.set(user, profile);
  const byTime = had.rooms.flatMap(({ timeline }) => timeline as unknown as StandInEvent[]);
  byTime.sort((a, b) => a.origin_server_ts - b.origin_server_ts);
  homeserver.effects.push(...byTime.map((one) => ({ kind: 'event', event: one, txn: null }) as const));
}

/** Gives a stand-in mailbox its mails again. */
export function loadMailbox(imap: StandInImap, { imap: had }: SavedState): void {
  const fill = (into: StandInMailbox, from: z.output<typeof box>): void => {
    into.uidvalidity = from.uidvalidity;
    into.nextUid = from.nextUid;
    into.mails = from.mails.map(({ uid, raw, date, flags }) => ({
      uid,
      raw: Buffer.from(raw, 'latin1'),
      date: new Date(date),
      flags: new Set(flags),
    }));
  };
  fill(imap.inbox, had.inbox);
  fill(imap.sent, had.sent);
}
