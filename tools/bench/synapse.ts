/**
 * Mails into rooms of the demo's Synapse, next to the bare PUTs of the same run: Synapse, Postgres and Mailroom share
 * the machine. A row is met where the share is reached, or where Synapse's one core was full meanwhile, which is shown.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, chmod, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { parse } from 'yaml';
import { z } from 'zod';
import type { RoomId, TxnId } from '../../src/bridge/types.ts';
import { MatrixClient } from '../../src/matrix/client.ts';
import { startEnvironment, type Environment } from '../demo/environment.ts';
import { processorSeconds } from '../servers/process.ts';
import { until } from '../servers/wait.ts';
import { mail } from './rates.ts';
import type { Row } from './rows.ts';

const SHARE = 0.8;
/** Of one core, from which it counts as full: the rest are the moments between two requests. */
const FULL = 0.9;
const LONG = 1_800_000;

const author = 'Dora <dora@outside.test>';

interface Rate {
  readonly perSecond: number;
  /** Processor time of Synapse by the time that passed. */
  readonly core: number;
}

async function rated(pid: number, count: number, work: () => Promise<void>): Promise<Rate> {
  const before = processorSeconds(pid);
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: count / seconds, core: (processorSeconds(pid) - before) / seconds };
}

/** @param mails of each rate, over all its rooms */
export async function synapseRows(mails: number, say: (line: string) => void): Promise<Row[]> {
  const state = await mkdtemp(join(tmpdir(), 'mailroom-bench-'));
  await chmod(state, 0o711);
  const environment = await startEnvironment({
    ...{ state, yes: true, report: say },
    configure: (draft) => {
      draft.limits = { ...draft.limits, new_rooms: 0, new_ghosts: 0 };
      for (const account of Object.values(draft.accounts)) account.authentication = 'none';
    },
  });
  const sql = new pg.Pool({ connectionString: environment.databaseUrl, max: 2 });
  try {
    const rows: Row[] = [];
    for (const rooms of [1, 10]) rows.push(...(await shareRows(environment, sql, rooms, mails, say)));
    return rows;
  } finally {
    await sql.end();
    await environment.remove();
  }
}

async function shareRows(
  environment: Environment,
  sql: pg.Pool,
  rooms: number,
  mails: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const { homeserver, dovecot, mailroom, accounts } = environment;
  const address = accounts[0]?.address ?? '';
  const { pid } = homeserver.server;
  const each = Math.ceil(mails / rooms);
  const threads = Array.from({ length: rooms }, () => randomUUID().slice(0, 8));
  const arrives = (thread: string, n: number) =>
    dovecot.save(address, 'INBOX', mail(thread, n, undefined, author, address));
  for (const thread of threads) await arrives(thread, 0);
  const made = await until(
    async () => {
      const found = await roomsOf(sql, threads);
      return found.length === rooms && (await waiting(sql)) === 0 ? found : undefined;
    },
    { what: 'the rooms of all threads', within: LONG },
  );
  const { as_token: token } = z
    .object({ as_token: z.string() })
    .parse(parse(await readFile(mailroom.registrationFile, 'utf8')));
  const client = new MatrixClient({ url: homeserver.url, token });
  const content = { msgtype: 'm.text', body: 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n'.repeat(60) };
  const bare = await rated(pid, rooms * each, async () => {
    await Promise.all(
      made.map(async (room) => {
        for (let n = 0; n < each; n++)
          await client.send(room as RoomId, 'm.room.message', randomUUID() as TxnId, content);
      }),
    );
  });
  client.close();
  await mailroom.server.stop();
  for (let n = 1; n <= each; n++) for (const thread of threads) await arrives(thread, n);
  const sent = await sentParts(sql);
  // Timed from the first event on, so that the start does not count.
  const bridging = async (): Promise<Rate> => {
    await until(async () => (await sentParts(sql)) > sent, { what: 'the first mail', within: LONG, every: 20 });
    const first = await sentParts(sql);
    const all = sent + rooms * each;
    return rated(pid, all - first, async () => {
      await until(async () => (await sentParts(sql)) >= all, { what: 'all mails', within: LONG, every: 20 });
    });
  };
  const [bridged] = await Promise.all([bridging(), mailroom.server.start()]);
  const what = `mail to ${String(rooms)} room${rooms === 1 ? '' : 's'} of a Synapse`;
  const share = bridged.perSecond / bare.perSecond;
  const percent = ({ core }: Rate): string => `${(100 * core).toFixed(0)} %`;
  say(
    `${what}: ${bridged.perSecond.toFixed(1)} of ${bare.perSecond.toFixed(1)} a second, ${percent(bridged)} of its ` +
      `core (${percent(bare)} with bare PUTs)`,
  );
  const wanted = { atLeast: SHARE };
  return [
    { what: `${what}, its core`, figure: bridged.core },
    { what: `${what}, share of bare PUTs`, figure: share, ...(bridged.core >= FULL ? {} : { wanted }) },
  ];
}

async function roomsOf(sql: pg.Pool, threads: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ room: string }>(
    `SELECT r.room FROM rooms r JOIN messages m ON m.thread = r.thread
     WHERE r.kind = 'thread' AND r.state = 'active' AND m.message_id = ANY ($1)`,
    [threads.map((thread) => `<${thread}.0@out.test>`)],
  );
  return rows.map(({ room }) => room);
}

async function waiting(sql: pg.Pool): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM matrix_sends WHERE state = 'waiting'`,
  );
  return rows[0]?.count ?? 0;
}

/** Events of mails that the homeserver has taken. */
async function sentParts(sql: pg.Pool): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM matrix_sends WHERE purpose = 'part' AND state = 'sent'`,
  );
  return rows[0]?.count ?? 0;
}
